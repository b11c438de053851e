import type { LifeCommand } from '../../domain/reports/life/life.ts';
import type { Actor } from '../../domain/reports/report.ts';
import type { InboundEvent } from '../../ports/store/inbox.ts';
import type { Store } from '../../ports/store.ts';
import { derivedName } from '../names.ts';
import { CASE_EVENTS } from './events.ts';
import type { CaseOutcome } from './plan.ts';
import { caseState } from './process.ts';

/** Something that is done with a report outside of any conversation. */
export interface OutsideDeed {
  /** Names it for ever: the same again is done once. */
  readonly id: string;
  readonly organisation: string;
  readonly report: string;
  readonly command: LifeCommand;
  readonly by: Actor;
}

/** That as the inbox takes it. */
export function outsideDeed(deed: OutsideDeed, receivedAt: number): InboundEvent {
  const { id, organisation, report: subject, command, by } = deed;
  return {
    id: derivedName('deed/', id),
    conversation: CASE_EVENTS.conversationOf(organisation, subject),
    receivedAt,
    body: CASE_EVENTS.body({ organisation, subject, ahead: 0, what: { kind: 'done', id, command, by } }),
  };
}

/** What came of it, in whatever process; null: nothing yet. */
export async function outcomeOf(
  store: Pick<Store, 'load'>,
  { id, organisation, report }: Pick<OutsideDeed, 'id' | 'organisation' | 'report'>,
): Promise<CaseOutcome | null> {
  const stored = await store.load(CASE_EVENTS.conversationOf(organisation, report));
  return caseState(stored).outcomes?.find((outcome) => outcome.id === id) ?? null;
}
