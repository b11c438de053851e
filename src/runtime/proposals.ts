import type { Effect } from '../conversation/effects.ts';
import type { Happening } from '../conversation/event.ts';
import { proposalAtDepartment } from '../domain/notices/served/proposal.ts';
import type { Playbook } from '../domain/organisation/playbook.ts';
import type { OutageProposal } from '../domain/reports/outage.ts';
import type { TimerChange } from '../ports/store/turn.ts';
import { type KeptInbound, keptBody } from './inbound.ts';
import { derivedName, deskOf } from './names.ts';

/** Speaks to the desk when nobody of it has spoken. */
const DESK = { user: 'desk', desk: true, locale: null, role: null, site: null } as const;

/**
 * What is put before IT's desk (proposals, notices to confirm), as timers that ring at once: each becomes an event of the
 * desk's own conversation, whose turn makes the message. So a turn never writes into another conversation. Of a
 * department's service it is put before the department, and what came of it is told back.
 */
export function proposalTimers(
  effects: readonly Effect[],
  { organisation, ahead }: KeptInbound,
  { playbook, department }: { readonly playbook: Playbook; readonly department: Playbook | null },
  at: number,
): TimerChange[] {
  return effects.flatMap((effect): TimerChange[] => {
    if (effect.effect === 'keep-proposal') return kept(effect.proposal);
    if (effect.effect === 'propose') return proposed(effect.proposal);
    if (effect.effect !== 'ask-confirm') return [];
    const { notice } = effect;
    return [toDesk(organisation, `confirm/${organisation}/${notice}`, { kind: 'to-confirm', notice })];
  });

  function proposed(proposal: OutageProposal): TimerChange[] {
    if (proposalAtDepartment(playbook, department, proposal) !== null) return [];
    return [toDesk(organisation, `propose/${organisation}/${proposal.id}`, { kind: 'proposed', proposal })];
  }

  function kept({ from, state, ...proposal }: OutageProposal): TimerChange[] {
    const { id } = proposal;
    if (from !== undefined) {
      const name = `decided/${from.organisation}/${id}`;
      return state === 'open'
        ? []
        : [toDesk(from.organisation, name, { kind: 'decided', proposal: id, state })];
    }
    const there =
      state === 'open' ? proposalAtDepartment(playbook, department, { ...proposal, state }) : null;
    if (there === null) return [];
    const name = `propose/${there.organisation}/${organisation}/${id}`;
    return [toDesk(there.organisation, name, { kind: 'proposed', proposal: there })];
  }

  function toDesk(to: string, name: string, what: Happening): TimerChange {
    const body = keptBody({ organisation: to, from: DESK, what, ahead });
    return { change: 'set', id: derivedName('', name), conversation: deskOf(to), dueAt: at, body };
  }
}
