import type { Playbook } from '../../organisation/playbook.ts';
import type { Millis } from '../../timeline/timeline.ts';
import type { Applied, CommandContext, NoticeChange, NoticeCommand } from '../commands.ts';
import { dues } from '../due.ts';
import type { News } from '../ledger.ts';
import type { MaintenanceWindow, Notice, OutageNotice } from '../notice.ts';
import { isOpen } from '../view.ts';
import { changed, correct } from './change.ts';
import { resolveOutage, retrospectOf, updateOutage } from './outage.ts';
import { confirm, discard, publishOutage, publishWindow } from './publish.ts';
import { refused } from './refused.ts';
import { cancelWindow, extendWindow, finishWindow, updateWindow } from './window.ts';

/**
 * Does a command: a new notice, or a change of one. Pure; whether somebody may do it is asked before.
 * @param notice what it is about; null for a new one
 */
export function applyCommand(
  playbook: Playbook,
  notice: Notice | null,
  command: NoticeCommand,
  context: CommandContext,
): Applied {
  if (command.do === 'publish-outage') return publishOutage(playbook, command.draft, context);
  if (command.do === 'publish-window') return publishWindow(playbook, command.draft, context);
  if (notice === null) return refused({ field: 'notice', why: 'not-published' });
  // It follows the department's; only what falls due here is its own.
  if (notice.origin !== undefined && command.do !== 'tick')
    return refused({ field: 'notice', why: 'not-yours' });
  if (command.do === 'confirm') return confirm(notice, context);
  if (command.do === 'discard') return discard(notice, context);
  if (notice.publication !== 'published') return refused({ field: 'notice', why: 'not-published' });
  if (command.do === 'tick') return tick(playbook, notice, context.at);
  if (command.do === 'correct') return correct(notice, command, context.at);
  if (command.do === 'recall') return recall(notice, context.at);
  return notice.kind === 'outage'
    ? changeOutage(notice, command, context.at)
    : changeWindow(notice, command, context.at);
}

type OwnChange = Exclude<NoticeChange, { do: 'confirm' | 'discard' | 'tick' | 'correct' | 'recall' }>;

function changeOutage(notice: OutageNotice, command: OwnChange, at: Millis): Applied {
  switch (command.do) {
    case 'update':
      return updateOutage(notice, command, at);
    case 'resolve':
      return resolveOutage(notice, command, at);
    case 'retrospect':
      return retrospectOf(notice, command.text, at);
    default:
      return refused({ field: 'notice', why: 'wrong-kind' });
  }
}

function changeWindow(window: MaintenanceWindow, command: OwnChange, at: Millis): Applied {
  switch (command.do) {
    case 'update':
      return isOpen(window, at)
        ? updateWindow(window, command, at)
        : refused({ field: 'notice', why: 'is-over' });
    case 'finish':
      return finishWindow(window, command, at);
    case 'extend':
      return extendWindow(window, command, at);
    case 'cancel':
      return cancelWindow(window, command.text, at);
    default:
      return refused({ field: 'notice', why: 'wrong-kind' });
  }
}

/** It was an error. Whoever has it is told so in its place. */
function recall(notice: Notice, at: Millis): Applied {
  if (notice.kind === 'outage')
    return changed(notice, { publication: 'recalled', over: notice.over ?? at }, at);
  const sequence = notice.sequence + 1;
  return changed(notice, { publication: 'recalled', cancelledAt: notice.cancelledAt ?? at, sequence }, at);
}

/** What fell due by now. Nothing new to see: only that it was seen to is kept. */
function tick(playbook: Playbook, notice: Notice, at: Millis): Applied {
  const due = dues(notice, playbook.notices.reminders).filter((each) => each.at <= at);
  if (due.length === 0) return { outcome: 'done', notice, news: null };
  const seenTo = [...notice.seenTo, ...due.map(({ id }) => id)];
  const seen = due.filter(({ what }) => what !== 'next-word');
  if (seen.length === 0) return { outcome: 'done', notice: { ...notice, seenTo }, news: null };
  const last = due.filter(({ what }) => what === 'reminder').at(-1);
  // A reminder that could only be sent after the work has begun reminds of nothing.
  const isTimely = last !== undefined && !due.some(({ what }) => what === 'begins' || what === 'ends');
  const news: News = isTimely ? 'reminder' : 'silent';
  return changed(notice, { seenTo }, at, news);
}
