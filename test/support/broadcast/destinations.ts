import type { Subscription } from '../../../src/domain/notices/subscription.ts';
import type { RecordChange } from '../../../src/ports/store/records.ts';
import type { Store } from '../../../src/ports/store.ts';
import type { Reach } from '../../../src/runtime/inbound.ts';
import { reachHash, reachRecords } from '../../../src/runtime/reach.ts';
import { recordsOf } from '../../../src/runtime/record-codecs.ts';
import { subscriptionOf } from '../notices.ts';
import { FAKE_APP } from '../teams/fake-teams.ts';

export const ORGANISATION = 'porsanger';

/** How many destinations there are, and over how many tenants and workspaces they are spread. */
export interface Spread {
  readonly destinations: number;
  readonly tenants: number;
  readonly workspaces: number;
}

/** Somebody, or a channel, that gets notices. */
export interface Destination {
  readonly platform: 'teams' | 'slack';
  /** The conversation. */
  readonly name: string;
  /** The tenant or workspace. */
  readonly home: string;
  /** The platform's id of the chat or channel. */
  readonly place: string;
}

export const ENTERPRISE = 'E0COUNTY';
const USER = '29:somebody';

/** Half of them chats in Teams, half of them channels in Slack. */
export function destinationsOf({ destinations, tenants, workspaces }: Spread): readonly Destination[] {
  return Array.from({ length: destinations }, (_, i): Destination => {
    const n = Math.floor(i / 2);
    if (i % 2 === 0) {
      const home = tenantId(n % tenants);
      const place = `a:${home}:${n}`;
      return { platform: 'teams', home, place, name: `teams/${ORGANISATION}/${home}/${place}/p${n}` };
    }
    const home = workspaceId(n % workspaces);
    const place = `C0${n.toString(36).toUpperCase().padStart(7, '0')}`;
    return { platform: 'slack', home, place, name: `slack/${ORGANISATION}/${home}/${place}` };
  });
}

/** The tenant of a chat, by its id. */
export function tenantOfChat(place: string): string {
  return place.split(':')[1] ?? '';
}

function tenantId(n: number): string {
  return `00000000-0000-4000-8000-${n.toString().padStart(12, '0')}`;
}

export function workspaceId(n: number): string {
  return `T0${n.toString(36).toUpperCase().padStart(7, '0')}`;
}

/** Each is reached, and asks for all notices, one after the other, as people do. */
export async function subscribe(
  store: Store,
  destinations: readonly Destination[],
  serviceUrl: string,
  at: number,
): Promise<void> {
  const portion = 400;
  for (let from = 0; from < destinations.length; from += portion) {
    const conversation = `arranged/${ORGANISATION}`;
    const id = `arranged/${ORGANISATION}/${from}`;
    await store.receive({ id, conversation, receivedAt: at, body: null });
    const records = destinations
      .slice(from, from + portion)
      .flatMap((destination, i) =>
        recordsAbout(destination, serviceUrl, at - destinations.length + from + i),
      );
    const result = await store.commit({
      ...{ event: id, conversation, expected: from / portion, state: null, at, records },
    });
    if (result.outcome !== 'committed') throw new Error(`not arranged: ${result.outcome}`);
  }
}

function recordsAbout(destination: Destination, serviceUrl: string, at: number): readonly RecordChange[] {
  const { name } = destination;
  const from = { user: 'somebody', desk: false, locale: null, role: null, site: null };
  const reach = reachOf(destination, serviceUrl);
  const kept = { organisation: ORGANISATION, from, what: { kind: 'came' }, ahead: 0, reach } as const;
  const subscription: Subscription = subscriptionOf(name, { organisation: ORGANISATION, since: at });
  const context = { organisation: ORGANISATION, from, reference: '', at, versions: new Map() };
  return [
    ...reachRecords(kept, name, { at, hash: reachHash(reach), keptHash: null, left: false }),
    ...recordsOf([{ effect: 'keep-subscription', subscription }], context),
  ];
}

function reachOf({ platform, home, place }: Destination, serviceUrl: string): Reach {
  return platform === 'teams'
    ? {
        place: `teams/${home}/${place}`,
        address: { serviceUrl, conversation: place, bot: `28:${FAKE_APP}`, user: USER, tenant: home },
      }
    : {
        place: `slack/${home}/${place}`,
        address: { team: home, enterprise: ENTERPRISE, channel: place, thread: null, user: 'U0SOMEBODY' },
      };
}
