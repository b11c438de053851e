import type { ConversationState } from '../../conversation/state.ts';
import type { Report } from '../../domain/reports/report.ts';
import type { StoredRecord } from '../../ports/store/records.ts';
import type { Store } from '../../ports/store.ts';
import type { KeptInbound } from '../inbound.ts';
import type { KnownWithVersions } from '../known.ts';
import { KINDS, versionKey } from '../record-codecs.ts';

/** Reports that are looked for; a message names no more. */
const MOST = 25;

/** Adds the reports that an event may be about, whoever reported them: what is pressed, written to, or told of. */
export async function withCases(
  store: Pick<Store, 'record'>,
  known: KnownWithVersions,
  state: ConversationState,
  inbound: KeptInbound,
): Promise<KnownWithVersions> {
  const ids = idsOf(state, inbound.what).slice(0, MOST);
  if (ids.length === 0) return known;
  const { organisation } = inbound;
  const records = await Promise.all(ids.map((id) => store.record({ organisation, kind: KINDS.report, id })));
  const found = records.filter((record): record is StoredRecord => record !== null);
  return {
    known: { ...known.known, cases: found.map(({ body }) => body as unknown as Report) },
    versions: new Map([
      ...known.versions,
      ...found.map(({ id, version }) => [versionKey(KINDS.report, id), version] as const),
    ]),
  };
}

/** The reports that an event in a conversation may be about. */
export function idsOf(state: ConversationState, what: KeptInbound['what']): string[] {
  const flow = state.flow?.name === 'case' ? [state.flow.report] : [];
  return [...new Set([...flow, ...named(state, what)])];
}

function named(state: ConversationState, what: KeptInbound['what']): string[] {
  switch (what.kind) {
    case 'case':
    case 'spread':
      return [what.report];
    case 'case-news':
      return what.main === null ? [what.report] : [what.report, what.main];
    case 'due':
    case 'not-due':
      return [...(state.digest ?? []), ...Object.keys(state.cards ?? {})];
    case 'pressed':
      return state.offers.filter(({ id }) => id === what.choice).flatMap(reportsOf);
    case 'said': {
      const last = state.offers.at(-1)?.on;
      return state.offers.filter(({ on }) => on === last).flatMap(reportsOf);
    }
    default:
      return [];
  }
}

function reportsOf({ action }: ConversationState['offers'][number]): string[] {
  if (action.do === 'own-case') return [action.report];
  if (action.do !== 'case') return [];
  return action.to === undefined ? [action.report] : [action.report, action.to];
}
