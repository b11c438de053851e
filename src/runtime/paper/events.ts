import type { Speaker } from '../../conversation/event.ts';
import type { PaperBy } from '../../domain/paper/copies.ts';
import type { SignedNews } from '../commitment/letters.ts';
import { ProcessEvents } from '../process/events.ts';

/** What happens in the conversation of a unit's paper with itself, or of an organisation's sheets (subject `SHEETS`). */
export type PaperHappening =
  /** The service began, or its playbook changed: what is new? */
  | { readonly kind: 'start' }
  | { readonly kind: 'tick' }
  /** Somebody signed the commitment. `id` is the signature's. */
  | { readonly kind: 'signed'; readonly id: string; readonly signed: SignedNews }
  /** Somebody printed it. `id` is unique, so that none takes another's place. */
  | {
      readonly kind: 'done';
      readonly id: string;
      readonly version: string;
      readonly by: PaperBy;
      /** Where they are answered. */
      readonly to: { readonly conversation: string; readonly from: Speaker };
    };

/** The subject of an organisation's sheets; those of units have a dot. */
export const SHEETS = 'sheets';

/** The subject of letters about what was signed. */
export const SIGNED = 'signed';

/** The subject of an organisation's emergency pack. */
export const PACK = 'pack';

export const PAPER_EVENTS = new ProcessEvents<PaperHappening>({
  channel: 'paper',
  field: 'paper',
  schema: 1,
  kinds: { start: true, tick: true, done: true, signed: true },
  nameOf: (what) => ('id' in what ? `${what.kind}-${what.id}` : what.kind),
});
