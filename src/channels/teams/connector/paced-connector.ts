import type { Clock } from '../../../ports/clock.ts';
import type { Connector } from './connector.ts';
import type { Certain } from './failure.ts';
import { APP_WINDOWS, ROSTER_WINDOWS, THREAD_WINDOWS } from './limits.ts';
import type { Pacer, Share } from './pace.ts';

/**
 * A connector that stays below Teams' limits: what would be too much is answered with `retry` without asking Teams.
 * Typing counts like a message.
 */
export function pacedConnector(connector: Connector, pacer: Pacer, clock: Clock): Connector {
  const paced = async <T>(
    tenant: string | undefined,
    share: Share,
    run: () => Promise<T>,
  ): Promise<T | Certain> => {
    const app = { key: `app ${tenant ?? ''}`, windows: APP_WINDOWS };
    const afterMs = pacer.take([app, share], clock.now().epochMilliseconds);
    if (afterMs === 0) return run();
    return { outcome: 'retry', reason: 'more than Teams takes at once', afterMs };
  };
  return {
    post: (to, activity) => paced(to.tenant, thread(to.conversation), () => connector.post(to, activity)),
    update: (to, activity, replacement) =>
      paced(to.tenant, thread(to.conversation), () => connector.update(to, activity, replacement)),
    openPersonal: (serviceUrl, who) =>
      paced(who.tenant, { key: `open ${who.member}`, windows: THREAD_WINDOWS }, () =>
        connector.openPersonal(serviceUrl, who),
      ),
    member: (of, user) =>
      paced(of.tenant, { key: `roster ${of.conversation}`, windows: ROSTER_WINDOWS }, () =>
        connector.member(of, user),
      ),
  };
}

/** All threads of a channel are one conversation to Teams' limits. */
function thread(conversation: string): Share {
  return { key: `thread ${conversation.replace(/;messageid=.*$/, '')}`, windows: THREAD_WINDOWS };
}
