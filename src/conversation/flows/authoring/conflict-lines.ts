import { CONFLICT_LIMITS, type Conflict, conflictsOf } from '../../../domain/notices/conflicts.ts';
import { EVERYWHERE, type MaintenanceWindow, type Notice } from '../../../domain/notices/notice.ts';
import { whatOf } from '../../notices/parts.ts';
import { spanInWords } from '../../notices/times.ts';
import { Wording } from '../../notices/wording.ts';
import type { Talk } from '../../talk.ts';

/** What speaks against a new window. */
export function conflictLines(talk: Talk, id: string | null, notices: readonly Notice[]): string[] {
  const windows = notices.filter((notice): notice is MaintenanceWindow => notice.kind === 'maintenance');
  if (id !== null) return [];
  const others = talk.notices();
  const now = talk.now.epochMilliseconds;
  const found = windows.flatMap(({ parts }) =>
    conflictsOf(talk.playbook, parts, others, now).map((conflict) => ({ conflict, parts })),
  );
  if (found.length === 0) return [];
  const more = found.length - CONFLICT_LIMITS.told;
  return [
    talk.say('author.conflicts'),
    ...found
      .slice(0, CONFLICT_LIMITS.told)
      .map(({ conflict, parts }) => `– ${inWords(talk, conflict, parts)}`),
    ...(more > 0 ? [talk.say('author.and-more', { count: more })] : []),
  ];
}

function inWords(talk: Talk, conflict: Conflict, parts: MaintenanceWindow['parts']): string {
  const words = new Wording(talk.playbook, talk.language, talk.now);
  const span = (from: number, to: number): string => spanInWords(words, from, to);
  const part = parts[conflict.part - 1];
  const when = part === undefined ? '' : span(part.from, part.to);
  switch (conflict.why) {
    case 'red-day':
      return talk.say('conflict.red-day', { when });
    case 'core-hours':
      return talk.say('conflict.core-hours', { when: span(conflict.from, conflict.to) });
    case 'begun':
      return talk.say('conflict.begun', { when });
    case 'same-twice':
      return talk.say('conflict.same-twice', { when });
    case 'other-window': {
      const other = talk.authored(conflict.notice);
      const what = other === null ? '' : whatOf(other, EVERYWHERE, words);
      return talk.say('conflict.other-window', {
        what,
        reference: conflict.notice,
        when: span(conflict.from, conflict.to),
      });
    }
  }
}
