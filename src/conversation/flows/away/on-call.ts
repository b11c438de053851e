import { type AgreedEntry, AWAY_LIMITS, type OnCallFor } from '../../../domain/absence/entry.ts';
import { isAmong } from '../../../domain/people/holders.ts';
import type { Action } from '../../actions.ts';
import type { Talk } from '../../talk.ts';
import { type Period, readPeriod } from '../../understanding/periods/period.ts';
import { bookOf, tellerOf } from './keep.ts';
import { onCallIn, tellOnCallForm } from './on-call-form.ts';
import { allowed, EVERYTHING, whatIn, whatInWords } from './on-call-what.ts';
import { contactNamed, saysOnCall } from './read.ts';
import { timesInWords } from './times.ts';
import { toldInWords } from './told.ts';

/** Words of "set up on call", with nothing of who and when. */
const FEW_WORDS = 4;
/** Agreements that are shown before the form for another one. */
const MOST_SHOWN = 5;

/** "The IT consultant is on call Saturday 10–18 for critical matters of the mail", by those who may (scenario D4). */
export function hearOnCall(talk: Talk, text: string): boolean {
  const { away } = talk.playbook;
  if (away === null || talk.away === null || !saysOnCall(text)) return false;
  const contact = contactNamed(talk, text);
  if (contact === null) return hearAgreements(talk, text);
  const { what, rest } = whatIn(talk, withoutName(talk, text, contact), contact);
  const when = readPeriod({ language: talk.language, now: talk.now }, rest);
  if (when.kind === 'open' || when.kind === 'fault') return false;
  if (!mayAgree(talk)) {
    talk.note('away.may-not-on-call', {}, 'warning');
    return true;
  }
  const periods =
    when.kind === 'period' ? [when.period] : when.kind === 'repeated' ? when.periods : when.options;
  if (when.kind !== 'ambiguous') return agree(talk, contact, periods, what);
  talk.tell({
    ...{ kind: 'ask', text: talk.say('away.ask-which'), hint: null, picture: false },
    choices: periods.map(({ from, to }) =>
      talk.offer(timesInWords(talk, from, to), { do: 'on-call', contact, from, to, agreed: null, what }),
    ),
  });
  return true;
}

/** One of two times was chosen, or an agreement is taken back. */
export function pressOnCall(
  talk: Talk,
  { contact, from, to, agreed: id, what = EVERYTHING }: Extract<Action, { do: 'on-call' }>,
): boolean {
  if (!mayAgree(talk)) {
    talk.note('away.may-not-on-call', {}, 'warning');
    return true;
  }
  // What was offered before the playbook changed is held against what it says now.
  if (id === null) return agree(talk, contact, [{ from, to }], allowed(talk.playbook, contact, what));
  const ended = endedOf(talk, id);
  if (ended.length === 0) return false;
  talk.want({ effect: 'keep-away', entries: ended, news: 'not-on-call', site: null });
  talk.note('away.not-on-call', {}, 'good');
  return true;
}

/** The form of an agreement was opened, or sent. */
export function pressOnCallForm(
  talk: Talk,
  { agreed: id, deed }: Extract<Action, { do: 'on-call-form' }>,
  fields: Readonly<Record<string, string>>,
): boolean {
  if (!mayAgree(talk)) {
    talk.note('away.may-not-on-call', {}, 'warning');
    return true;
  }
  const agreed = bookOf(talk).agreed.find((each) => each.id === id) ?? null;
  if (id !== null && (agreed === null || agreed.end <= talk.now.epochMilliseconds)) return false;
  if (deed === 'open') {
    tellOnCallForm(talk, agreed);
    return true;
  }
  const read = onCallIn(talk, agreed, fields);
  if (read === null) {
    talk.note('away.ask-again-on-call', {}, 'warning');
    tellOnCallForm(talk, agreed);
    return true;
  }
  // A changed agreement takes the old one's place, and is announced as it is now.
  if (agreed !== null)
    talk.want({ effect: 'keep-away', entries: endedOf(talk, agreed.id), news: null, site: null });
  return agree(talk, read.contact, [read.period], read.what);
}

/** Whether somebody may put others on call. */
export function mayAgree({ playbook, event }: Talk): boolean {
  return isAmong(playbook, playbook.away?.onCallBy ?? [], event.from, event.known.identity);
}

/** "On call" and nothing more, by those who may: what is agreed, and a form for more. */
function hearAgreements(talk: Talk, text: string): boolean {
  if (text.trim().split(/\s+/u).length > FEW_WORDS || !mayAgree(talk)) return false;
  tellAgreements(talk);
  return true;
}

export function tellAgreements(talk: Talk): void {
  const now = talk.now.epochMilliseconds;
  const coming = bookOf(talk).agreed.filter(({ start, end }) => end > now && end > start);
  for (const each of coming.slice(0, MOST_SHOWN)) tellAgreement(talk, [each]);
  tellOnCallForm(talk, null);
}

function agree(talk: Talk, contact: string, periods: readonly Period[], what: OnCallFor): boolean {
  const now = talk.now.epochMilliseconds;
  const { agreed } = bookOf(talk);
  if (
    agreed.filter(({ start, end }) => end > now && end > start).length + periods.length >
    AWAY_LIMITS.agreed
  ) {
    talk.note('away.full', { days: AWAY_LIMITS.days }, 'warning');
    return true;
  }
  const entries = periods.map(({ from, to }, i) => ({
    ...{ id: `${talk.event.reference}-${i + 1}`, contact, start: from, end: to, by: tellerOf(talk) },
    ...what,
  }));
  if (entries.length === 0) return false;
  talk.want({ effect: 'keep-away', entries, news: 'on-call', site: null });
  tellAgreement(talk, entries);
  return true;
}

function tellAgreement(talk: Talk, entries: readonly AgreedEntry[]): void {
  const [first] = entries;
  if (first === undefined) return;
  const { id, contact, start: from, end: to } = first;
  const when = entries.map(({ start, end }) => timesInWords(talk, start, end)).join('; ');
  const who = talk.local(talk.playbook.contacts.get(contact)?.role ?? {});
  const lines = [
    talk.say('away.on-call', { who, when }),
    ...whatInWords(talk, first),
    ...toldInWords(talk, first),
  ];
  talk.tell({
    ...{ kind: 'say', text: lines.join('\n'), tone: 'good' },
    choices: [
      talk.offer(talk.say('away.change'), { do: 'on-call-form', agreed: id, deed: 'open' }),
      talk.offer(talk.say('away.take-back'), { do: 'on-call', contact, from, to, agreed: id }, 'quiet'),
    ],
  });
}

/** An agreement with all its times, as it is when it ends now; one that has not begun never was. */
function endedOf(talk: Talk, id: string): AgreedEntry[] {
  const now = talk.now.epochMilliseconds;
  const series = (each: string): string => each.replace(/-\d+$/u, '');
  return bookOf(talk)
    .agreed.filter((each) => series(each.id) === series(id) && each.end > now)
    .map((each) => ({ ...each, end: Math.max(each.start, now) }));
}

/** Numbers in a name are no times. */
function withoutName(talk: Talk, text: string, contact: string): string {
  const names = Object.values(talk.playbook.contacts.get(contact)?.role ?? {});
  return names.reduce((rest, name) => rest.replace(new RegExp(RegExp.escape(name), 'iu'), ' '), text);
}
