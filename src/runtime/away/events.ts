import type { AwayNews } from '../../conversation/effects.ts';
import { ProcessEvents } from '../process/events.ts';

/** What happens in the conversation of an absence or agreement with itself. */
export type AwayHappening = {
  /** It was told, changed or ended: whom the playbook names hears of it. */
  readonly kind: 'told';
  readonly revision: number;
  readonly news: AwayNews;
  /** The teller's unit, whose contact may be told too. */
  readonly site: string | null;
};

export const AWAY_EVENTS = new ProcessEvents<AwayHappening>({
  channel: 'away',
  field: 'entry',
  schema: 1,
  kinds: { told: true },
  nameOf: ({ revision, news }) => `told-${news}-${revision}`,
});
