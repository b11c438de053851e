import type { Logger } from 'pino';
import { z } from 'zod';
import { id, maybe, named } from './parse/shapes.ts';

/** Workspaces of which it was said that nobody has them. */
const REMEMBERED = 1000;

const origin = z.object({ team_id: maybe(id), team: maybe(named), enterprise_id: maybe(id) });

/**
 * Says once of each workspace that no playbook names it: whoever set the app up there sees nothing but silence.
 * @returns takes a payload of such a workspace
 */
export function strangers(log: Pick<Logger, 'warn'>): (payload: unknown) => void {
  const said = new Set<string>();
  return (payload) => {
    const { data } = origin.safeParse(payload);
    const team = data?.team_id ?? data?.team?.id ?? data?.enterprise_id ?? '';
    if (said.has(team) || said.size >= REMEMBERED) return;
    said.add(team);
    log.warn(
      { team },
      'no playbook names this workspace: nothing from it is answered; put it into slack.workspaces, or set DRIFTVAKT_DEFAULT_ORG',
    );
  };
}
