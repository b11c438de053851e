import type { Speaker } from '../../conversation/event.ts';
import type { DutyEntry } from '../../domain/duties/month.ts';
import { ProcessEvents } from '../process/events.ts';

/** What happens in the conversation of a unit's duty with itself. */
export type DutyHappening =
  /** The service began, or its playbook changed: when is the next time? */
  | { readonly kind: 'start' }
  | { readonly kind: 'tick' }
  /** Somebody did it. `id` is unique, so that none takes another's place. */
  | {
      readonly kind: 'done';
      readonly id: string;
      /** ISO date. */
      readonly day: string;
      readonly by: NonNullable<DutyEntry['by']>;
      /** Where they are answered. */
      readonly to: { readonly conversation: string; readonly from: Speaker };
    }
  /** Somebody takes back that it was done. */
  | {
      readonly kind: 'undone';
      readonly id: string;
      /** ISO date. */
      readonly day: string;
      readonly to: { readonly conversation: string; readonly from: Speaker };
    };

export const DUTY_EVENTS = new ProcessEvents<DutyHappening>({
  channel: 'duty',
  field: 'duty',
  schema: 1,
  kinds: { start: true, tick: true, done: true, undone: true },
  nameOf: (what) => ('id' in what ? `${what.kind}-${what.id}` : what.kind),
});
