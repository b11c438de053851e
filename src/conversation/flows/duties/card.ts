import { dutyDay } from '../../../domain/duties/due.ts';
import { type Duty, dutySubject } from '../../../domain/duties/duty.ts';
import { filesOn } from '../../../domain/duties/files.ts';
import { monthOf } from '../../../domain/duties/month.ts';
import { dayNumber } from '../../../domain/hours/days.ts';
import { inLanguage } from '../../../domain/organisation/language.ts';
import type { Happening } from '../../event.ts';
import { type Choice, type Fact, MESSAGE_LIMITS, type NoticeMessage } from '../../messages.ts';
import type { Talk } from '../../talk.ts';
import { dateWords, doneWords, dutyTitle, endInWords, fileFacts } from './words.ts';

type DutyWord = Extract<Happening, { kind: 'duty' }>;

const TONES = {
  ...{
    remind: 'plain',
    again: 'warning',
    missed: 'warning',
    unmanned: 'warning',
    done: 'good',
    undone: 'warning',
  },
} as const satisfies Record<DutyWord['what'], NoticeMessage['tone']>;

/** A unit's duty of a day, for whoever does it or manages the unit. What is done takes the place of what asked for it. */
export function tellDuty(talk: Talk, word: DutyWord): void {
  const duty = talk.playbook.duties.get(word.duty);
  // The playbook changed while this was on its way.
  if (duty === undefined) return;
  const key = `duty/${dutySubject(word.duty, word.site)}/${word.day}`;
  const isAnswer = word.what === 'done' || word.what === 'undone';
  const before = isAnswer ? (talk.cards[key] ?? null) : null;
  talk.tell(
    {
      ...{ kind: 'notice', title: dutyTitle(talk, duty, word.site), tone: TONES[word.what] },
      ...{ marks: [markOf(talk, duty, word)], facts: factsOf(talk, duty, word), latest: null },
      ...{ parts: partsOf(talk, duty, word), history: [], choices: choicesOf(talk, duty, word) },
      advice: word.what === 'done' || duty.what === null ? [] : [talk.local(duty.what)],
    },
    before,
  );
  const { [key]: _, ...others } = talk.cards;
  talk.cards = { ...others, [key]: talk.lastKey };
}

function markOf(talk: Talk, duty: Duty, { what, day }: DutyWord): string {
  const ends = dutyDay(duty, talk.playbook.timezone, dayNumber(Temporal.PlainDate.from(day)))?.ends;
  return talk.say(`duty.mark-${what}`, { when: ends === undefined ? '' : endInWords(talk, ends) });
}

function factsOf(talk: Talk, duty: Duty, { what, day, site, entry }: DutyWord): Fact[] {
  const facts = [{ label: talk.say('duty.fact-day'), value: dateWords(talk, day) }];
  if (entry !== null && what === 'done')
    facts.push({ label: talk.say('duty.fact-done'), value: doneWords(talk, { ...entry, date: day }) });
  if (what === 'missed' || what === 'unmanned')
    facts.push({ label: talk.say('duty.fact-who'), value: doersInWords(talk, duty, site) });
  return facts;
}

/** What files are called is the same for everybody: in the organisation's own language. */
function partsOf(talk: Talk, duty: Duty, { what, day, site }: DutyWord): NoticeMessage['parts'] {
  if (what === 'done') return [];
  const { playbook } = talk;
  const [own] = playbook.languages;
  const place = inLanguage(playbook.sites.get(site)?.name ?? {}, own, playbook.languages);
  const number = dayNumber(Temporal.PlainDate.from(day));
  const { save, drop } = filesOn(duty, playbook.timezone, number, place);
  return [
    ...parted(talk.say('duty.save'), fileFacts(talk, save)),
    ...(what === 'missed' ? [] : parted(talk.say('duty.drop'), fileFacts(talk, drop))),
  ];
}

/** A part for what one heading stands over, or several where one cannot hold it. */
export function parted(heading: string, facts: readonly Fact[]): NoticeMessage['parts'] {
  const most = MESSAGE_LIMITS.partFacts;
  return Array.from({ length: Math.ceil(facts.length / most) }, (_, i) => ({
    heading,
    facts: facts.slice(i * most, (i + 1) * most),
  }));
}

function doersInWords(talk: Talk, { units }: Duty, site: string): string {
  const roles = (units.get(site) ?? []).flatMap((id) => talk.playbook.contacts.get(id)?.role ?? []);
  return roles.map((role) => talk.local(role)).join(', ');
}

function choicesOf(talk: Talk, duty: Duty, { what, site, day }: DutyWord): Choice[] {
  const about = { duty: duty.id, site };
  const month = monthOf(dayNumber(Temporal.PlainDate.from(day)));
  return [
    ...(what === 'done' ? [] : [doneChoice(talk, duty, { site, day })]),
    ...(what === 'done' ? [undoChoice(talk, about, day)] : []),
    ...(what === 'done' || duty.routine === null
      ? []
      : [talk.offer(talk.say('duty.show-routine'), { do: 'show-routine', routine: duty.routine })]),
    talk.offer(talk.say('duty.show-month'), { do: 'duty-month', ...about, month }, 'quiet'),
  ];
}

/** Whoever pressed by mistake takes it back. */
function undoChoice(
  talk: Talk,
  about: { readonly duty: string; readonly site: string },
  day: string,
): Choice {
  return talk.offer(talk.say('duty.undo'), { do: 'duty-undo', ...about, day }, 'quiet');
}

/** What is pressed when it is done; its words say what that proves. */
export function doneChoice(
  talk: Talk,
  { id, proof }: Duty,
  { site, day }: { readonly site: string; readonly day: string },
): Choice {
  const label = proof === null ? talk.say('duty.do-done') : talk.local(proof);
  return talk.offer(label, { do: 'duty-done', duty: id, site, day }, 'main');
}
