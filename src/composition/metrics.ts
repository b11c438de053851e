import type { Environment } from '../config/environment.ts';
import { Instruments } from '../http/metrics/instruments.ts';
import { metricsRoute } from '../http/metrics/route.ts';
import type { ChannelRoute } from '../http/server.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { measuredStore } from '../storage/measured-store.ts';
import type { OpenedStore } from './store.ts';

/** What is counted of the service, and where it is read. */
export interface Metrics {
  /** The store, of which everything is counted. */
  readonly store: Store;
  readonly route: ChannelRoute;
  /** Told of each request that was answered. @param route as it was declared */
  answered(method: string, route: string, status: number): void;
}

/** @param store looked at itself when somebody reads: asking is not counted as work */
export function metricsIn(
  { DRIFTVAKT_METRICS_TOKEN: token }: Pick<Environment, 'DRIFTVAKT_METRICS_TOKEN'>,
  {
    store,
    clock,
    watch,
    shared,
  }: Pick<OpenedStore, 'store' | 'watch' | 'shared'> & { readonly clock: Clock },
): Metrics {
  const instruments = new Instruments();
  return {
    store: measuredStore(store, instruments, () => performance.now(), watch),
    route: metricsRoute({
      ...{ instruments, token, now: () => clock.now().epochMilliseconds },
      async reading() {
        if ((await watch.look()) !== null) throw new Error('the store cannot be used');
        const [health, nextTimer, jobs] = await Promise.all([
          ...([store.health(), store.nextTimer()] as const),
          shared?.queued() ?? [],
        ]);
        return { health, nextTimer, jobs };
      },
    }),
    answered: (method, route, status) => instruments.answered(method, route, status),
  };
}
