import type { LifeCommand, LifeNews, ReporterNews } from '../../domain/reports/life/life.ts';
import type { Actor } from '../../domain/reports/report.ts';
import { ProcessEvents } from '../process/events.ts';

/** What happens in the conversation of a report with itself. */
export type CaseHappening =
  /** Its reporter made it, or changed it. */
  | { readonly kind: 'changed' }
  /** Somebody did something with it in a turn, which is kept: others are to be told. `by`: the conversation where. */
  | {
      readonly kind: 'told';
      readonly revision: number;
      readonly news: readonly LifeNews[];
      readonly by: string;
    }
  /** Somebody does something with it outside of any conversation. `id` is unique. Whether they may is asked before. */
  | { readonly kind: 'done'; readonly id: string; readonly command: LifeCommand; readonly by: Actor }
  /** Something of it falls due. */
  | { readonly kind: 'tick' }
  /** Something came about with its order. `id` is unique. */
  | {
      readonly kind: 'order';
      readonly id: string;
      readonly command: Extract<LifeCommand, { do: 'handed' | 'not-handed' | 'progress' | 'close' }>;
    }
  /** Another report goes on as this one. */
  | { readonly kind: 'joined-by'; readonly report: string }
  /** Something came about with the report that it goes on as. */
  | {
      readonly kind: 'main';
      readonly main: string;
      readonly revision: number;
      readonly what: ReporterNews | 'withdrawn';
    };

/** What the conversations of reports with themselves begin with. */
export const CASE_PROCESS = 'case';

export const CASE_EVENTS = new ProcessEvents<CaseHappening>({
  channel: CASE_PROCESS,
  field: 'report',
  schema: 1,
  kinds: { changed: true, told: true, done: true, order: true, tick: true, 'joined-by': true, main: true },
  // What is to be told must not be lost to another of its kind.
  nameOf: (what) => {
    if (what.kind === 'told') return `told-${what.revision}`;
    if (what.kind === 'done') return `done-${what.id}`;
    if (what.kind === 'order') return `order-${what.id}`;
    if (what.kind === 'joined-by') return `joined-by-${what.report}`;
    if (what.kind === 'main') return `main-${what.main}-${what.revision}-${what.what}`;
    return what.kind;
  },
});
