import type { Known } from '../../conversation/event.ts';
import { pingChoice } from '../../conversation/pings/standing.ts';
import type { ConversationState } from '../../conversation/state.ts';
import type { Store } from '../../ports/store.ts';
import type { KeptInbound } from '../inbound.ts';
import { readEscalation, readReports } from './records.ts';

/** Adds the escalation that an event is about, whoever reported it: of a pressed ping, an answer to it, or news of it. */
export async function aboutEscalation(
  store: Pick<Store, 'record'>,
  { organisation, what }: KeptInbound,
  { flow }: ConversationState,
): Promise<Pick<Known, 'escalation'>> {
  const id = idOf(what, flow);
  if (id === null) return {};
  const { escalation } = await readEscalation(store, organisation, id);
  if (escalation === null) return {};
  const reports = await readReports(store, organisation, escalation.matter.reports);
  return { escalation: { escalation, reports: reports.map(({ report }) => report) } };
}

function idOf(what: KeptInbound['what'], flow: ConversationState['flow']): string | null {
  if (what.kind === 'escalation-news') return what.escalation;
  if (what.kind === 'pressed') return pingChoice(what.choice)?.escalation ?? null;
  return what.kind === 'said' && flow?.name === 'why' ? flow.escalation : null;
}
