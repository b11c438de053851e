import type { CallMessage, Choice, Message, RoutineMessage } from '../../src/conversation/messages.ts';
import { noticeMessage } from '../../src/conversation/notices/words.ts';
import { routineInWords } from '../../src/conversation/routine/words.ts';
import { answerInWords } from '../../src/conversation/who/words.ts';
import { situationIn } from '../../src/domain/contacts/situation.ts';
import { who } from '../../src/domain/contacts/who.ts';
import type { Language } from '../../src/domain/organisation/language.ts';
import { SAMPLE_WORDS } from './message-words.ts';
import { at, shipped as load, type Shipped } from './playbooks.ts';
import { scenarioE, stockholm } from './scenario-e.ts';

/** A message with a name for tests and pictures. */
export interface Sample {
  readonly name: string;
  readonly message: Message;
}

const choice = (id: string, label: string, style: Choice['style'] = 'plain'): Choice => ({
  id,
  label,
  style,
});

const playbooks = new Map<Shipped, ReturnType<typeof load>>();

/** Reading a playbook takes longer than all that is done with it here. */
function shipped(organisation: Shipped): ReturnType<typeof load> {
  const playbook = playbooks.get(organisation) ?? load(organisation);
  playbooks.set(organisation, playbook);
  return playbook;
}

/** Messages of every kind with what the shipped playbooks say, in a language. */
export function samples(language: Language): Sample[] {
  const named = [...spoken(language), ...calls(language), ...reported(language), ...routines(language)];
  return named.map(([name, message]) => ({ name, message }));
}

type Named = readonly [name: string, message: Message];

function spoken(language: Language): Named[] {
  const words = SAMPLE_WORDS[language];
  const ways = [choice('b', words.back, 'quiet'), choice('x', words.cancel, 'quiet')];
  const menu = words.menu.map((label, i) => choice(`m${i}`, label, i === 0 ? 'main' : 'plain'));
  return [
    ['say-good', { kind: 'say', language, text: words.noted, tone: 'good', choices: [] }],
    ['say-warning', { kind: 'say', language, text: words.warned, tone: 'warning', choices: [menu[1]!] }],
    ['say-plain', { kind: 'say', language, text: words.canDo, tone: 'plain', choices: menu.slice(0, 3) }],
    [
      'ask',
      {
        kind: 'ask',
        language,
        text: words.askWhere,
        hint: words.askHint,
        picture: true,
        choices: [choice('d', words.danger, 'danger'), ...sites(language), ...ways],
      },
    ],
    [
      'confirm',
      { kind: 'confirm', language, text: words.sure, choices: [choice('y', words.yes, 'main'), ways[1]!] },
    ],
    ['menu', { kind: 'menu', language, title: words.hello, text: words.canDo, choices: menu }],
  ];
}

function sites(language: Language): Choice[] {
  return [...shipped('porsanger').sites.values()]
    .slice(0, 6)
    .map((site, i) => choice(`s${i}`, site.name[language] ?? site.name.nb ?? site.id));
}

function calls(language: Language): Named[] {
  return [
    ['call-open', callSample('porsanger', '2026-11-23T10:00', language)],
    ['call-shut', callSample('porsanger', '2026-11-23T22:00', language)],
    ['call-falkenberg', callSample('falkenberg', '2026-11-23T10:00', language)],
    ['call-half-day', callSample('harjedalen', '2026-12-24T10:00', language)],
    ['call-normal', callSample('porsanger', '2026-11-23T10:00', language, 'normal')],
  ];
}

/** The call card of an organisation at a time. */
export function callSample(
  organisation: Shipped,
  local: string,
  language: Language,
  matter: 'critical' | 'normal' = 'critical',
): CallMessage {
  const playbook = shipped(organisation);
  const words = SAMPLE_WORDS[language];
  const situation = situationIn(playbook, { class: matter });
  return {
    kind: 'call',
    language,
    lead: [words.because],
    answer: answerInWords(playbook, who(playbook, situation, at(playbook, local)), language, 'trusted'),
    question: words.reached,
    choices: [choice('r', words.yes, 'main'), choice('n', words.no)],
  };
}

function reported(language: Language): Named[] {
  const words = SAMPLE_WORDS[language];
  const facts = words.labels.map((label, i) => ({ label, value: words.values[i]! }));
  const references = ['K7M2-QX4P', '3FJD-88WN', 'P2R9-C4TV'];
  return [
    [
      'receipt',
      {
        kind: 'receipt',
        language,
        title: words.faultTitle,
        reference: 'K7M2-QX4P',
        state: words.open,
        tone: 'warning',
        facts: [...facts, { label: words.labels[0], value: words.fault }],
        pictures: [{ name: 'IMG_2041.jpg', address: 'https://files.example/IMG_2041.jpg' }],
        history: [
          { at: '10:02', text: words.noted },
          { at: '10:07', text: words.received },
        ],
        notes: [words.warned],
        choices: [
          choice('r', words.yes, 'main'),
          choice('w', words.danger, 'danger'),
          choice('c', words.cancel, 'quiet'),
        ],
      },
    ],
    [
      'reports',
      {
        kind: 'reports',
        language,
        title: words.myReports,
        items: references.map((reference, i) => ({
          reference,
          title: i === 0 ? words.faultTitle : words.values[0],
          state: i === 1 ? words.open : words.received,
          when: `2${i}.11. 10:0${i}`,
          choice: `o${i}`,
        })),
        note: null,
        choices: [
          ...references.map((reference, i) => choice(`o${i}`, reference)),
          choice('x', words.cancel, 'quiet'),
        ],
      },
    ],
    [
      'notice',
      {
        kind: 'notice',
        language,
        title: words.outage,
        tone: 'warning',
        marks: [],
        facts,
        latest: words.latest,
        parts: [],
        advice: [words.advice],
        history: [{ at: '10:02', text: words.noted }],
        choices: [choice('t', words.meToo, 'main'), choice('x', words.cancel, 'quiet')],
      },
    ],
    ['notice-window', windowSample(language)],
    [
      'proposal',
      {
        kind: 'proposal',
        language,
        title: words.maybeOutage,
        text: words.outage,
        reports: references.map((reference) => ({ reference, text: words.fault })),
        choices: [choice('a', words.announce, 'main'), choice('x', words.no)],
      },
    ],
    ['form', formSample(language)],
  ];
}

/** Scenario E's window under way, a part of it done early and one extended. */
export function windowSample(language: Language): Message {
  const playbook = shipped('itcentrum');
  const { parts } = scenarioE();
  const window = scenarioE({
    asksRead: true,
    correctedAt: stockholm('2022-10-24T10:42'),
    meanwhile: {
      sv: 'Skriv på papper och för in det efteråt.',
      en: 'Write on paper, and enter it afterwards.',
    },
    routine: 'service-window',
    parts: parts.map((part) => {
      if (part.id === '1') return { ...part, endedAt: stockholm('2022-10-29T12:40') };
      return part.id === '3' ? { ...part, to: stockholm('2022-10-30T14:00'), extendedFrom: part.to } : part;
    }),
    updates: [
      {
        ...{ number: 1, at: stockholm('2022-10-29T12:40'), phase: null, important: true, correctedAt: null },
        text: { sv: 'Personalsystemen är igång igen.', en: 'The staff systems are up again.' },
      },
      {
        ...{ number: 2, at: stockholm('2022-10-30T12:30'), phase: null, important: true, correctedAt: null },
        text: { sv: 'Uppdateringen tar längre tid.', en: 'The update takes longer.' },
      },
    ],
  });
  const audience = { language, sites: null, services: null };
  return noticeMessage(playbook, window, audience, at(playbook, '2022-10-30T12:30'));
}

function formSample(language: Language): Message {
  const words = SAMPLE_WORDS[language];
  return {
    kind: 'form',
    language,
    title: words.about,
    text: words.canDo,
    fields: [
      {
        id: 'role',
        label: words.role,
        value: 'nurse',
        options: [
          { value: 'nurse', label: 'Sykepleier' },
          { value: 'teacher', label: 'Lærer' },
        ],
      },
      { id: 'contact-back', label: words.callBack, value: '+47 41 23 45 67', options: null },
    ],
    submit: choice('save', words.save, 'main'),
    choices: [choice('1', words.oneByOne), choice('x', words.cancel, 'quiet')],
  };
}

function routines(language: Language): Named[] {
  return [
    ['routine', routineSample('falkenberg', 'web-down', language)],
    ['routine-afterwards', routineSample('falkenberg', 'app-down', language)],
  ];
}

function routineSample(organisation: Shipped, id: string, language: Language): RoutineMessage {
  const playbook = shipped(organisation);
  const { name, remarks, steps, afterwards } = routineInWords(
    playbook,
    playbook.routines.get(id)!,
    language,
    'trusted',
  );
  const toTick = (given: typeof steps, prefix: string) =>
    given.map(({ text, contacts }, i) => ({
      text,
      contacts: contacts.map(({ role, phone, email, url, where }) => ({
        role,
        phone,
        email,
        url,
        extension: null,
        remarks: where === null ? [] : [where],
        until: '',
      })),
      done: prefix === 'step' && i < 2,
      choice: `${prefix}${i}`,
    }));
  const first = toTick(steps, 'step');
  const later = toTick(afterwards, 'after');
  return {
    kind: 'routine',
    language,
    title: name,
    remarks,
    steps: first,
    afterwards: later.length === 0 ? null : { heading: '…', steps: later },
    progress: SAMPLE_WORDS[language].progress,
    choices: [...first, ...later].map((step) => choice(step.choice, step.text.slice(0, 80))),
  };
}
