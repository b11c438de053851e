import type { Effect } from '../../conversation/effects.ts';
import { nextDue } from '../../domain/notices/due.ts';
import type { News } from '../../domain/notices/ledger.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { TimerChange } from '../../ports/store/turn.ts';
import type { Moment } from '../process/tell.ts';
import { solvedTimers } from '../solved/timers.ts';
import { NOTICE_EVENTS, type NoticeHappening } from './events.ts';
import { followTimers, type Served } from './served/timers.ts';

/** What a turn wants of notices, as timers of their own conversations: so it writes into no other conversation. */
export function noticeTimers(
  effects: readonly Effect[],
  playbook: Playbook,
  { organisation, served, ...moment }: Moment & { readonly organisation: string; readonly served: Served },
): TimerChange[] {
  const at = (notice: string, what: NoticeHappening): TimerChange =>
    NOTICE_EVENTS.timer({ organisation, subject: notice, ahead: moment.ahead, what }, moment.now);
  return effects.flatMap((effect): TimerChange[] => {
    if (effect.effect === 'keep-notice')
      return keptTimers(effect.notice, effect.news, playbook, { ...moment, served });
    if (effect.effect === 'retry-notice') return [at(effect.notice, { kind: 'retry' })];
    if (effect.effect === 'remind-readers') return [at(effect.notice, { kind: 'remind' })];
    return [];
  });
}

/**
 * With each change of a notice: it goes out at once, its process wakes when something of it falls due, of an outage
 * that is over whoever it hit is told, and it is followed where the organisation serves others.
 */
export function keptTimers(
  notice: Notice,
  news: News | null,
  playbook: Playbook,
  { now, ahead, served }: Moment & { readonly served: Served },
): TimerChange[] {
  const about = { organisation: notice.organisation, subject: notice.id, ahead };
  const { revision } = notice;
  const due = nextDue(notice, playbook.notices.reminders);
  return [
    ...(news === null
      ? []
      : [NOTICE_EVENTS.timer({ ...about, what: { kind: 'changed', revision, news } }, now)]),
    due === null
      ? NOTICE_EVENTS.cancel(notice.organisation, notice.id, 'tick')
      : NOTICE_EVENTS.timer({ ...about, what: { kind: 'tick' } }, Math.max(now, due - ahead)),
    ...solvedTimers(notice, news, { now, ahead }),
    ...followTimers(notice, news, served, { now, ahead }),
  ];
}
