import { isAmong } from '../../../domain/people/holders.ts';
import type { Found } from '../../../domain/people/listing.ts';
import { REPORT_LIMITS, type Report } from '../../../domain/reports/report.ts';
import { say } from '../../../locales/say.ts';
import type { Action } from '../../actions.ts';
import { type Choice, MESSAGE_LIMITS } from '../../messages.ts';
import { cut } from '../../plain-text/clean.ts';
import type { Talk } from '../../talk.ts';
import type { ChangeFlow, ChangeQuestion } from '../flow.ts';
import { newMatterReport } from '../matter-report.ts';
import { tellMatter } from '../matters.ts';
import { tellReceipt } from '../receipt.ts';
import { putAside } from '../report/begin.ts';
import { CHANGE_KINDS, type ChangeKind, isOptional, isPlausible, kindOf, nextQuestion } from './questions.ts';

/** Units and people offered to choose from. */
const MOST_OFFERED = 8;

/** Whether somebody tells the switchboard of changes, by the playbook. */
export function mayChange({ playbook, event }: Talk): boolean {
  const changes = playbook.directory?.changes ?? null;
  return changes !== null && isAmong(playbook, changes.from, event.from, event.known.identity);
}

/** "New employee": what has changed is asked for. Whoever may not is told whose it is. */
export function beginChange(talk: Talk): void {
  if (mayChange(talk)) {
    putAside(talk);
    return ask(talk, { name: 'change', begun: talk.number, pending: 'kind', answers: {} });
  }
  const { directory } = talk.playbook;
  if (directory?.changes == null) return tellMatter(talk, 'directory');
  const roles = directory.changes.from.flatMap((id) => {
    const name = talk.playbook.contacts.get(id)?.role ?? talk.playbook.roles.get(id);
    return name === undefined ? [] : [talk.local(name)];
  });
  talk.note('change.not-yours', { roles: roles.join(', ') }, 'warning');
}

/** An answer was pressed. False: it is not asked any more. */
export function pressChange(talk: Talk, action: Extract<Action, { do: 'change-entry' }>): boolean {
  const { flow } = talk;
  if (flow?.name !== 'change' || flow.begun !== action.flow || flow.pending !== action.question) return false;
  take(talk, flow, action.value);
  return true;
}

/** All of it is right: it goes to the switchboard. */
export function pressSendChange(talk: Talk, begun: number): boolean {
  const { flow } = talk;
  if (flow?.name !== 'change' || flow.begun !== begun || flow.pending !== null) return false;
  talk.flow = null;
  const report = reportOf(talk, flow);
  talk.want({ effect: 'keep-report', report });
  talk.note('change.sent', { reference: report.id }, 'good');
  tellReceipt(talk, report, 'receipt.title-done');
  return true;
}

/** An answer was written. False: it is no answer to what can only be chosen. */
export function hearChange(talk: Talk, flow: ChangeFlow, text: string): boolean {
  if (flow.pending === null || flow.pending === 'kind' || text === '') return false;
  const value = cut(text, REPORT_LIMITS.shortText);
  if (flow.pending === 'who' && flow.answers.kind !== 'new') return hearWho(talk, flow, value);
  if (!isPlausible(flow.pending, value)) {
    talk.note('change.no-number', {}, 'warning');
    ask(talk, flow);
  } else take(talk, flow, value);
  return true;
}

/** Whoever leaves, moves or changes is in the directory: those who fit are offered, and a name that is not there is said to be so. */
function hearWho(talk: Talk, flow: ChangeFlow, typed: string): boolean {
  const names = (talk.event.known.people?.found ?? []).flatMap(nameOf);
  if (names.length === 0) {
    talk.note('change.not-listed', { name: typed }, 'warning');
    take(talk, flow, typed);
    return true;
  }
  const option = (label: string, value: string): Choice =>
    talk.offer(label, { do: 'change-entry', flow: flow.begun, question: 'who', value });
  talk.tell({
    ...{ kind: 'ask', text: talk.say('change.which'), hint: null, picture: false },
    choices: [
      ...names.slice(0, MOST_OFFERED).map((name) => option(name, name)),
      option(talk.say('change.as-written', { name: typed }), typed),
      ...waysOut(talk, flow),
    ],
  });
  return true;
}

function nameOf(found: Found): string[] {
  if (found.kind === 'contact') return [];
  const { name, role, unit, extension } = found.person;
  return [[name, role, unit, extension].filter((part) => part !== null).join(', ')];
}

function take(talk: Talk, flow: ChangeFlow, value: string | null): void {
  const answers = { ...flow.answers, [flow.pending ?? 'kind']: value };
  const next = nextQuestion({ answers });
  if (next !== null) return ask(talk, { ...flow, answers, pending: next });
  confirm(talk, { ...flow, answers, pending: null });
}

function ask(talk: Talk, flow: ChangeFlow): void {
  talk.flow = flow;
  const { pending } = flow;
  if (pending === null) return confirm(talk, flow);
  talk.tell({
    ...{ kind: 'ask', text: talk.say(`change.ask-${pending}`), picture: false },
    hint: pending === 'kind' ? null : talk.say(`change.hint-${pending}`),
    choices: [...optionsFor(talk, flow, pending), ...waysOut(talk, flow)],
  });
}

function optionsFor(talk: Talk, flow: ChangeFlow, question: ChangeQuestion): Choice[] {
  const option = (label: string, value: string | null, style: Choice['style'] = 'plain'): Choice =>
    talk.offer(label, { do: 'change-entry', flow: flow.begun, question, value }, style);
  const skip = isOptional(question) ? [option(talk.say('detail.skip'), null, 'quiet')] : [];
  if (question === 'kind') return CHANGE_KINDS.map((kind) => option(talk.say(`change.kind-${kind}`), kind));
  if (question !== 'unit') return skip;
  const units = [...talk.playbook.sites.values()].map(({ name }) => talk.local(name));
  return units.slice(0, MOST_OFFERED).map((unit) => option(cut(unit, MESSAGE_LIMITS.label), unit));
}

function waysOut(talk: Talk, { begun }: ChangeFlow): Choice[] {
  return [talk.offer(talk.say('flow.cancel'), { do: 'drop', flow: begun }, 'quiet')];
}

/** Everything once more, before it goes: a wrong number in the directory is found by nobody. */
function confirm(talk: Talk, flow: ChangeFlow): void {
  talk.flow = flow;
  const facts = told(flow, talk.language, (kind) => talk.say(`change.kind-${kind}`));
  talk.tell({
    kind: 'confirm',
    text: [talk.say('change.confirm'), ...facts.map(({ question, answer }) => `${question} ${answer}`)].join(
      '\n',
    ),
    choices: [
      talk.offer(talk.say('change.send'), { do: 'change-send', flow: flow.begun }, 'main'),
      talk.offer(talk.say('change.anew'), { do: 'wish', wish: 'directory-change', service: null }),
      ...waysOut(talk, flow),
    ],
  });
}

function told(
  { answers }: ChangeFlow,
  language: Talk['language'],
  kindName: (kind: ChangeKind) => string,
): Report['trail'] {
  return Object.entries(answers).flatMap(([question, answer]) =>
    answer == null
      ? []
      : [
          {
            question: say(language, `change.fact-${question as ChangeQuestion}`),
            answer: question === 'kind' ? kindName(kindOf(answer) ?? 'new') : answer,
          },
        ],
  );
}

/** In the organisation's own language: the switchboard reads it. */
function reportOf(talk: Talk, flow: ChangeFlow): Report {
  const { playbook } = talk;
  const [own] = playbook.languages;
  const kind = kindOf(flow.answers.kind ?? null) ?? 'new';
  const kindName = say(own, `change.kind-${kind}`);
  const rule = { service: null, routine: null, policy: playbook.directory?.changes?.policy ?? null };
  return {
    ...newMatterReport(talk, 'directory-change', rule),
    what: `${kindName}: ${flow.answers.who ?? ''}`,
    since: flow.answers.from ?? null,
    trail: told(flow, own, () => kindName),
  };
}
