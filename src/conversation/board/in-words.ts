import { inLanguage, type Language, type LocalText } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { BoardFilter } from '../../domain/reports/board/board.ts';
import type { BoardEntry, HasIt } from '../../domain/reports/board/entry.ts';
import type { HistoryEntry, Report } from '../../domain/reports/report.ts';
import type { Millis } from '../../domain/timeline/timeline.ts';
import type { TextKey } from '../../locales/catalogue.ts';
import { say } from '../../locales/say.ts';
import { cut } from '../plain-text/clean.ts';
import { className } from '../words/class-name.ts';
import { momentInWords } from '../words/moment.ts';

/** Who reads the board: in which words, and when. */
export interface BoardReader {
  readonly playbook: Playbook;
  readonly language: Language;
  /** In the organisation's zone. */
  readonly now: Temporal.ZonedDateTime;
}

/** A report of the board in words, the same on the page and in the chat. Plain text: each channel escapes it. */
export interface EntryInWords {
  readonly reference: string;
  readonly title: string;
  readonly isCritical: boolean;
  readonly isOver: boolean;
  readonly class: string;
  readonly state: string;
  readonly service: string | null;
  readonly site: string | null;
  readonly has: string;
  readonly next: string;
  /** When it was reported. */
  readonly reported: string;
  /** How long ago that is. */
  readonly age: string;
}

export function entryInWords(reader: BoardReader, entry: BoardEntry): EntryInWords {
  const { playbook, language, now } = reader;
  const { report, isOver } = entry;
  return {
    ...{ reference: report.id, title: titleOf(reader, report), isOver },
    isCritical: report.class === 'critical',
    class: className(playbook, report.class, language),
    state: stateInWords(language, report),
    service: nameIn(reader, playbook.services, report.service),
    site: report.where ?? nameIn(reader, playbook.sites, report.site),
    has: hasInWords(reader, entry.has),
    next: nextInWords(reader, entry),
    reported: momentIn(reader, report.at),
    age: ageInWords(language, now.epochMilliseconds - report.at),
  };
}

/** What a part of the board is called; what is critical as the organisation calls it. */
export function filterInWords(playbook: Playbook, language: Language, filter: BoardFilter): string {
  return filter === 'critical'
    ? className(playbook, filter, language)
    : say(language, `board.filter-${filter}`);
}

/** Characters of a title; all of it stands with the report itself. */
const TITLE = 120;

/** What a report is called in a list. */
export function titleOf(reader: BoardReader, { service, what }: Report): string {
  const name = nameIn(reader, reader.playbook.services, service);
  const [first = ''] = what.split('\n');
  const title = name === null || first === '' ? (name ?? first) : `${name}: ${first}`;
  return title === '' ? say(reader.language, 'receipt.untitled') : cut(title, TITLE);
}

/** To those who answer for it; of some states the reporter reads a question. */
function stateInWords(language: Language, { state }: Report): string {
  const own = state === 'asked' || state === 'solved';
  return say(language, own ? `board.state-${state}` : `report-state.${state}`);
}

function hasInWords(reader: BoardReader, has: HasIt): string {
  const { language } = reader;
  switch (has.who) {
    case 'contact':
      return roleOf(reader, has.contact);
    case 'asked': {
      const roles = has.contacts.map((contact) => roleOf(reader, contact)).join(', ');
      return say(language, 'board.has-asked', { roles });
    }
    case 'person':
      return has.name;
    case 'reporter':
      return say(language, 'board.has-reporter');
    case 'another-report':
      return say(language, 'board.has-report', { reference: has.report });
    case 'nobody':
      return say(language, 'board.has-nobody');
  }
}

function roleOf({ playbook, language }: BoardReader, id: string): string {
  const contact = playbook.contacts.get(id);
  return contact === undefined ? id : inLanguage(contact.role, language, playbook.languages);
}

function nextInWords(reader: BoardReader, { next, isOver }: BoardEntry): string {
  const { language } = reader;
  if (next === null) return say(language, isOver ? 'board.next-over' : 'board.next-none');
  const when = momentIn(reader, next.at);
  return `${say(language, `board.next-${next.what}` as TextKey)}: ${when}`;
}

/** What happened to a report, oldest first, and by whom where that is known. */
export function historyInWords(
  reader: BoardReader,
  { history }: Report,
): readonly { readonly at: string; readonly text: string }[] {
  return history.map((entry) => ({ at: momentIn(reader, entry.at), text: happeningInWords(reader, entry) }));
}

function happeningInWords({ playbook, language }: BoardReader, { what, text, by }: HistoryEntry): string {
  const own = what === 'handed-on' && text === 'by-hand';
  const withText = what === 'received' || what === 'no-answer';
  if (own) return say(language, 'history.handed-on-by-hand');
  if (withText && text !== null) return say(language, `history.${what}-text`, { text });
  const contact = playbook.contacts.get(by?.contact ?? '');
  const role = contact === undefined ? null : inLanguage(contact.role, language, playbook.languages);
  const who = [by?.name ?? null, role].filter((part) => part !== null).join(', ');
  const said = say(language, `history.${what}`);
  return [who === '' ? said : `${said} (${who})`, ...(text === null ? [] : [text])].join(': ');
}

/** An instant as one says it, with its day where that is not today. */
export function momentIn({ language, playbook, now }: BoardReader, at: Millis): string {
  const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(playbook.timezone);
  const words = momentInWords(moment, now, language);
  return moment.toPlainDate().equals(now.toPlainDate())
    ? say(language, 'when.today', { time: words })
    : words;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

function ageInWords(language: Language, ms: number): string {
  return say(language, 'board.ago', { duration: durationInWords(language, ms) });
}

/** In the one unit that tells most. */
function durationInWords(language: Language, ms: number): string {
  if (ms >= 2 * DAY_MS) return say(language, 'duration.days', { count: Math.floor(ms / DAY_MS) });
  if (ms >= 2 * HOUR_MS) return say(language, 'duration.hours', { count: Math.floor(ms / HOUR_MS) });
  return say(language, 'duration.minutes', { count: Math.max(0, Math.floor(ms / MINUTE_MS)) });
}

function nameIn(
  { playbook, language }: BoardReader,
  entries: ReadonlyMap<string, { readonly name: LocalText }>,
  id: string | null,
): string | null {
  const found = entries.get(id ?? '');
  return found === undefined ? null : inLanguage(found.name, language, playbook.languages);
}
