import { applyCommand } from '../../domain/notices/apply/apply.ts';
import type { Applied, CommandContext, NoticeCommand } from '../../domain/notices/commands.ts';
import type { Author, Notice } from '../../domain/notices/notice.ts';
import type { Talk } from '../talk.ts';

/** What is unlike what a command usually brings about. */
export interface CommandOptions {
  /** Of several notices that are made in one turn each needs a name of its own; it begins with the turn's reference. */
  readonly id?: string;
  /** It is kept, and nobody is told of it now. */
  readonly isSilent?: boolean;
}

/** Does a command of the speaker, and wants what came of it kept and told. Whether they may is asked before. */
export function command(
  talk: Talk,
  notice: Notice | null,
  what: NoticeCommand,
  { id, isSilent = false }: CommandOptions = {},
): Applied {
  const applied = applyCommand(talk.playbook, notice, what, contextOf(talk, id));
  if (applied.outcome === 'done')
    talk.want({ effect: 'keep-notice', notice: applied.notice, news: isSilent ? null : applied.news });
  return applied;
}

/** Who does something now. @param id of a notice that is made; the turn's own reference if there is one alone */
export function contextOf(talk: Talk, id: string = talk.event.reference): CommandContext {
  return { by: authorOf(talk), at: talk.now.epochMilliseconds, id };
}

/** The speaker as the author of a notice. */
function authorOf({ event }: Talk): Author {
  const { from, known, conversation } = event;
  return { user: from.user, name: known.identity?.name ?? null, conversation };
}
