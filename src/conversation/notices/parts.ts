import type { MaintenanceWindow, Notice, NoticeUpdate, Place } from '../../domain/notices/notice.ts';
import { partsFor } from '../../domain/notices/view.ts';
import type { NoticeMessage } from '../messages.ts';
import { shortAt } from './times.ts';
import type { Wording } from './wording.ts';

/** What is said of a notice, without what every message has. */
export type NoticeBody = Pick<
  NoticeMessage,
  'title' | 'tone' | 'facts' | 'latest' | 'parts' | 'advice' | 'history'
>;

/** What it is about for a place, in few words: its title, else what is hit there. */
export function whatOf(notice: Notice, place: Place, words: Wording): string {
  const title = words.written(notice.title);
  if (title !== '') return title;
  if (notice.kind === 'maintenance') return words.services(servicesOf(partsSeen(notice, place, words)));
  return notice.services.length === 0 ? words.say('notice.outage-unknown') : words.services(notice.services);
}

/** The parts that a place sees. One that none concerns any more, since it changed, sees all. */
export function partsSeen(
  window: MaintenanceWindow,
  place: Place,
  words: Wording,
): MaintenanceWindow['parts'] {
  const concerned = partsFor(words.playbook, window, place);
  return concerned.length === 0 ? window.parts : concerned;
}

/** All services of some parts; none if one of them hits everything. */
export function servicesOf(parts: MaintenanceWindow['parts']): readonly string[] {
  if (parts.some(({ services }) => services.length === 0)) return [];
  return [...new Set(parts.flatMap(({ services }) => services))];
}

/** One word about a notice; the first is its own text. */
interface Said {
  readonly at: number;
  readonly update: NoticeUpdate | null;
  readonly text: string;
}

/** The newest word in anybody's words; of a window only what came after its "why". */
export function latestOf(notice: Notice, words: Wording): string | null {
  return newest(said(notice, words))?.text ?? null;
}

/** All other words, oldest first. */
export function historyOf(
  notice: Notice,
  words: Wording,
  headOf: (update: NoticeUpdate) => string = () => '',
): NoticeMessage['history'] {
  const all = said(notice, words);
  const latest = newest(all);
  return all
    .filter((each) => each !== latest)
    .map(({ at, update, text }) => {
      const head = update === null ? '' : headOf(update);
      const whole = [head, text].filter((part) => part !== '').join(': ');
      return { at: shortAt(words, at, startOf(notice)), text: corrected(notice, update, whole, words) };
    })
    .filter(({ text }) => text !== '');
}

function corrected(notice: Notice, update: NoticeUpdate | null, text: string, words: Wording): string {
  const at = update?.correctedAt ?? null;
  if (at === null || text === '') return text;
  return words.say('notice.corrected-word', { text, at: shortAt(words, at, startOf(notice)) });
}

/** The day that need not be said. */
export function startOf({ publishedAt, createdAt }: Notice): number {
  return publishedAt ?? createdAt;
}

function said(notice: Notice, words: Wording): Said[] {
  const own: Said[] =
    notice.kind === 'outage' ? [{ at: startOf(notice), update: null, text: words.written(notice.text) }] : [];
  return [
    ...own,
    ...notice.updates.map((update) => ({ at: update.at, update, text: words.written(update.text) })),
  ];
}

function newest(all: readonly Said[]): Said | undefined {
  return all.findLast(({ text }) => text !== '');
}
