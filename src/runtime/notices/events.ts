import type { NoticeCommand } from '../../domain/notices/commands.ts';
import type { News } from '../../domain/notices/ledger.ts';
import type { Author } from '../../domain/notices/notice.ts';
import { NOTICE_PROCESS } from '../names.ts';
import { type ProcessEvent, ProcessEvents } from '../process/events.ts';

/** What happens in the conversation of a notice with itself. */
export type NoticeHappening =
  /** A revision that people are to see was committed. */
  | { readonly kind: 'changed'; readonly revision: number; readonly news: News }
  /** The next portion of a revision's destinations. */
  | { readonly kind: 'portion'; readonly revision: number }
  /** Something of it falls due. */
  | { readonly kind: 'tick' }
  /** A command from outside of any conversation. `notice` null: it makes one. */
  | {
      readonly kind: 'commanded';
      readonly command: NoticeCommand;
      readonly by: Author;
      readonly isNew: boolean;
    }
  /** The department that serves the organisation changed its notice; this one follows it. `news`: what was told there. */
  | { readonly kind: 'followed'; readonly revision: number; readonly news: News | null }
  /** What of the present revision failed is tried again. */
  | { readonly kind: 'retry' }
  /** Those who have not read it are reminded. */
  | { readonly kind: 'remind' }
  /** Time to tell the author how it goes out. */
  | { readonly kind: 'progress' };

/** An event of a notice's own conversation. */
export type NoticeEvent = ProcessEvent<NoticeHappening>;

export const NOTICE_EVENTS = new ProcessEvents<NoticeHappening>({
  channel: NOTICE_PROCESS,
  field: 'notice',
  schema: 1,
  kinds: {
    changed: true,
    portion: true,
    tick: true,
    commanded: true,
    followed: true,
    retry: true,
    remind: true,
    progress: true,
  },
  // Each revision has a timer of its own: what it was to be told with must not be lost.
  nameOf: (what) => {
    const isTold = what.kind === 'changed' || (what.kind === 'followed' && what.news !== null);
    return isTold ? `${what.kind}-${what.revision}` : what.kind;
  },
});
