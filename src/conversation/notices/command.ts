import { applyCommand } from '../../domain/notices/apply/apply.ts';
import type { Applied, NoticeCommand } from '../../domain/notices/commands.ts';
import type { Author, Notice } from '../../domain/notices/notice.ts';
import type { Talk } from '../talk.ts';

/** Does a command of the speaker, and wants what came of it kept and told. Whether they may is asked before. */
export function command(talk: Talk, notice: Notice | null, what: NoticeCommand): Applied {
  const context = { by: authorOf(talk), at: talk.now.epochMilliseconds, id: talk.event.reference };
  const applied = applyCommand(talk.playbook, notice, what, context);
  if (applied.outcome === 'done')
    talk.want({ effect: 'keep-notice', notice: applied.notice, news: applied.news });
  return applied;
}

/** The speaker as the author of a notice. */
export function authorOf({ event }: Talk): Author {
  const { from, known, conversation } = event;
  return { user: from.user, name: known.identity?.name ?? null, conversation };
}
