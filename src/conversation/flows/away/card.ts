import { backAt, isUnderWay } from '../../../domain/absence/book.ts';
import type { CoverFault } from '../../../domain/absence/cover.ts';
import type { AwayEntry, Cover } from '../../../domain/absence/entry.ts';
import type { TextKey } from '../../../locales/catalogue.ts';
import type { Choice, Fact } from '../../messages.ts';
import type { Talk } from '../../talk.ts';
import { dateInWords } from '../../words/moment.ts';
import { bookOf, faultOf } from './keep.ts';
import { backInWords, startInWords, timesInWords } from './times.ts';

/** An absence as it stands, with what can be done about it. */
export function tellEntry(talk: Talk, entry: AwayEntry, notes: readonly string[] = []): void {
  const now = talk.now.epochMilliseconds;
  const isOver = entry.end <= now || entry.end <= entry.start;
  const fault = isOver ? null : faultOf(talk, entry);
  talk.tell({
    ...{ kind: 'receipt', title: titleOf(talk, entry), reference: entry.id, pictures: [], history: [] },
    state: stateOf(talk, entry, isOver),
    tone: fault !== null ? 'warning' : isOver ? 'plain' : 'good',
    facts: factsOf(talk, entry),
    notes: [...(fault === null ? [] : [faultInWords(talk, fault)]), ...notes],
    choices: isOver ? [] : choicesFor(talk, entry, fault),
  });
}

/** "Anna Berg", "Health and care". */
export function nameOf(talk: Talk, { about }: Pick<AwayEntry, 'about'>): string {
  if (about.kind === 'unit') return talk.siteName(about.site) ?? about.site;
  const role = talk.playbook.contacts.get(about.contacts[0] ?? '')?.role;
  const words = [about.name, role === undefined ? null : talk.local(role)].filter((each) => each !== null);
  return words.length === 0 ? talk.say('away.somebody') : words.join(', ');
}

function titleOf(talk: Talk, entry: AwayEntry): string {
  const { about } = entry;
  const isOwn = about.kind === 'person' && about.user === talk.event.from.user;
  const key: TextKey = isOwn
    ? 'away.title-own'
    : about.kind === 'unit'
      ? 'away.title-unit'
      : 'away.title-other';
  return talk.say(key, { who: nameOf(talk, entry) });
}

function stateOf(talk: Talk, entry: AwayEntry, isOver: boolean): string {
  if (isOver) return talk.say('away.over');
  return isUnderWay(entry, talk.now.epochMilliseconds)
    ? talk.say('away.now')
    : talk.say('away.from', { from: startInWords(talk, entry.start) });
}

function factsOf(talk: Talk, entry: AwayEntry): Fact[] {
  const { start, end, reason, calls, errands, emergency } = entry;
  const fact = (key: TextKey, value: string): Fact => ({ label: talk.say(key), value });
  const back = backAt(bookOf(talk).entries, entry);
  return [
    fact('away.when', timesInWords(talk, start, end)),
    ...(back > end ? [fact('away.back', backInWords(talk, back))] : []),
    ...againInWords(talk, entry).map((again) => fact('away.times', again)),
    ...(reason === null ? [] : [fact('away.reason', talk.say(`away.reason-${reason}`))]),
    fact('away.calls', calls === null ? usualInWords(talk, entry) : coverInWords(talk, calls)),
    ...(errands === null ? [] : [fact('away.errands', coverInWords(talk, errands))]),
    fact('away.emergency', emergency ?? talk.say('away.not-reached')),
  ];
}

/** How long something comes again; nothing: it comes once. */
export function againInWords(talk: Talk, { series, repeats = null }: AwayEntry): string[] {
  const all = bookOf(talk).entries.filter((other) => series !== null && other.series === series);
  if (all.length < 2) return [];
  if (repeats === null) return [talk.say('away.times-count', { count: all.length })];
  if (repeats.last === null) return [talk.say('away.times-open')];
  const day = dateInWords(Temporal.PlainDate.from(repeats.last), talk.language);
  return [talk.say('away.through', { day })];
}

/** Where nobody was named the contact's own stand-in takes the calls, if it has one. */
function usualInWords(talk: Talk, { about }: AwayEntry): string {
  const { contacts } = talk.playbook;
  const stands =
    about.kind === 'person' ? contacts.get(contacts.get(about.contacts[0] ?? '')?.standIn ?? '') : undefined;
  return stands === undefined ? talk.say('away.nobody') : talk.local(stands.role);
}

function coverInWords(talk: Talk, { contact, words }: Cover): string {
  const role = talk.playbook.contacts.get(contact ?? '')?.role;
  return role === undefined ? words : talk.local(role);
}

/** What is wrong with who takes over, and who could. */
function faultInWords(talk: Talk, fault: CoverFault): string {
  const name = (id: string): string => talk.local(talk.playbook.contacts.get(id)?.role ?? {}) || id;
  if (fault.kind === 'uncovered') return talk.say('away.uncovered');
  const circle = [...fault.contacts, fault.contacts[0] ?? ''].map(name).join(' → ');
  return talk.say('away.circle', { circle });
}

function choicesFor(talk: Talk, entry: AwayEntry, fault: CoverFault | null): Choice[] {
  const { id, series } = entry;
  const proposal = talk.playbook.contacts.get(fault?.proposal ?? '');
  const isNow = isUnderWay(entry, talk.now.epochMilliseconds);
  const isUnit = entry.about.kind === 'unit';
  const ends: TextKey = isNow ? (isUnit ? 'away.manned' : 'away.i-am-back') : 'away.remove';
  return [
    ...(proposal === undefined
      ? []
      : [
          talk.offer(
            talk.say('away.let-take', { who: talk.local(proposal.role) }),
            { do: 'away', entry: id, deed: 'let-take', value: proposal.id },
            'main',
          ),
        ]),
    talk.offer(
      talk.say(ends),
      { do: 'away', entry: id, deed: 'end', value: '' },
      proposal === undefined ? 'main' : 'plain',
    ),
    ...(series === null
      ? []
      : [talk.offer(talk.say('away.end-all'), { do: 'away', entry: id, deed: 'end-all', value: '' })]),
    talk.offer(talk.say('away.change'), { do: 'away', entry: id, deed: 'form', value: '' }, 'quiet'),
  ];
}
