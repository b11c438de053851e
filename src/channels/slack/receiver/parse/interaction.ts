import { z } from 'zod';
import type { SlackOrganisations } from '../../organisations.ts';
import type { Actor } from './actor.ts';
import { actorOf, type Context, contextOf, MALFORMED, NOBODYS } from './context.ts';
import { id, maybe, named, token, words } from './shapes.ts';

const interaction = z.object({
  user: z.object({ id, team_id: maybe(id), locale: words }),
  /** Null where the app is installed for a whole Enterprise organisation. */
  team: maybe(named),
  enterprise: maybe(named),
  trigger_id: maybe(token),
  view: maybe(z.object({ app_installed_team_id: maybe(id) })),
});

/** Who pressed, called or sent something. */
export interface Interaction {
  readonly context: Context;
  readonly actor: Actor;
  readonly trigger: string | null;
}

/** Or why it is nobody's. */
export function interactionIn(payload: unknown, organisations: SlackOrganisations): Interaction | string {
  const { data } = interaction.safeParse(payload);
  if (data === undefined) return MALFORMED;
  const { user, view, trigger_id: trigger } = data;
  const enterprise = data.enterprise?.id ?? null;
  // In a channel shared with other organisations the view tells whose installation it is.
  const team = view?.app_installed_team_id ?? data.team?.id ?? user.team_id ?? enterprise;
  const context = team === null ? null : contextOf({ team, enterprise }, organisations);
  if (context === null) return NOBODYS;
  const profile = { is_restricted: null, is_ultra_restricted: null, is_stranger: null, locale: user.locale };
  return { context, trigger, actor: actorOf(context, { user: user.id, homes: [user.team_id], profile }) };
}
