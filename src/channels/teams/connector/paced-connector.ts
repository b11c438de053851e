import { paced } from '../../pace/paced.ts';
import type { Pacing } from '../../pace/pacing.ts';
import { type Asking, AT_ONCE, type Share } from '../../pace/window.ts';
import type { Connector } from './connector.ts';
import type { Certain } from './failure.ts';
import { APP_WINDOWS, ROSTER_WINDOWS, THREAD_WINDOWS } from './limits.ts';

/**
 * A connector that stays below Teams' limits: what would be too much waits for its turn, or is answered with `retry`
 * without asking Teams. Typing counts like a message.
 */
export function pacedConnector(connector: Connector, pacer: Pacing): Connector {
  const within = <T extends { readonly outcome: string }>(
    { tenant, asking = AT_ONCE }: { readonly tenant?: string; readonly asking?: Asking },
    part: Share,
    run: () => Promise<T>,
  ): Promise<T | Certain> => {
    const whole = { key: `app ${tenant ?? ''}`, windows: APP_WINDOWS };
    return paced(pacer, { whole, part }, { asking, reason: 'more than Teams takes at once' }, run);
  };
  return {
    begins: true,
    post: (to, activity) => within(to, thread(to.conversation), () => connector.post(to, activity)),
    update: (to, activity, replacement) =>
      within(to, thread(to.conversation), () => connector.update(to, activity, replacement)),
    openPersonal: (serviceUrl, who) =>
      within(who, { key: `open ${who.member}`, windows: THREAD_WINDOWS }, () =>
        connector.openPersonal(serviceUrl, who),
      ),
    member: (of, user) =>
      within(of, { key: `roster ${of.conversation}`, windows: ROSTER_WINDOWS }, () =>
        connector.member(of, user),
      ),
  };
}

/** All threads of a channel are one conversation to Teams' limits. */
function thread(conversation: string): Share {
  return { key: `thread ${conversation.replace(/;messageid=.*$/, '')}`, windows: THREAD_WINDOWS };
}
