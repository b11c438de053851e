import type { Millis } from '../timeline/timeline.ts';
import type { Notice } from './notice.ts';
import { endOf, isOpen } from './view.ts';

/**
 * Something that falls due with a notice. `next-word`: the author promised one; `reminder`: before a window; `begins`,
 * `ends`: of a part of a window; its messages change.
 */
export interface Due {
  /** Unique in its notice. */
  readonly id: string;
  readonly at: Millis;
  readonly what: 'next-word' | 'reminder' | 'begins' | 'ends';
}

/** All that falls due with a notice and was not seen to, earliest first. */
export function dues(notice: Notice, reminders: readonly Temporal.Duration[]): readonly Due[] {
  if (notice.publication !== 'published') return [];
  return all(notice, reminders)
    .filter(({ id }) => !notice.seenTo.includes(id))
    .sort((a, b) => a.at - b.at);
}

/** When something falls due next; null: never. */
export function nextDue(notice: Notice, reminders: readonly Temporal.Duration[]): Millis | null {
  return dues(notice, reminders)[0]?.at ?? null;
}

function all(notice: Notice, reminders: readonly Temporal.Duration[]): Due[] {
  if (notice.kind === 'outage') {
    const { nextWord } = notice;
    if (nextWord === null || !isOpen(notice, nextWord)) return [];
    return [{ id: `next-word/${nextWord}`, at: nextWord, what: 'next-word' }];
  }
  if (notice.cancelledAt !== null) return [];
  const first = Math.min(...notice.parts.map(({ from }) => from));
  const published = notice.publishedAt ?? notice.createdAt;
  return [
    ...reminders.map((before): Due => {
      const ms = before.total({ unit: 'millisecond', relativeTo: '2026-01-01' });
      return { id: `reminder/${before}/${first}`, at: first - ms, what: 'reminder' };
    }),
    ...notice.parts.flatMap((part): Due[] => [
      { id: `begins/${part.id}/${part.from}`, at: part.from, what: 'begins' },
      { id: `ends/${part.id}/${endOf(part)}`, at: endOf(part), what: 'ends' },
    ]),
    // What was past when it was published was said by its publishing.
  ].filter(({ at }) => at > published);
}
