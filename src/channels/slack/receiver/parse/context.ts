import type { SlackOrganisations } from '../../organisations.ts';
import { type Actor, actorIn, type Installation, type Told } from './actor.ts';
import type { Guest } from './outcome.ts';
import type { Spot } from './placed.ts';

/** Whose an installation is. */
export interface Context {
  readonly installation: Installation;
  readonly organisation: string;
  readonly organisations: SlackOrganisations;
}

export const MALFORMED = 'something that is needed is missing or malformed';
export const NOBODYS = 'no organisation has this workspace';

/** Null if no organisation has it. */
export function contextOf(installation: Installation, organisations: SlackOrganisations): Context | null {
  const organisation = organisations.organisationOf(installation);
  return organisation === null ? null : { installation, organisation, organisations };
}

export function actorOf({ installation, organisation, organisations }: Context, told: Told): Actor {
  return actorIn(installation, told, organisation, organisations);
}

/** Whether somebody is a guest whom the organisation does not want answered. */
export function isRefused({ organisation, organisations }: Context, { guest }: Actor): boolean {
  return guest && organisations.guestsOf(organisation) === 'refuse';
}

export function guestAt(
  { organisation }: Context,
  actor: Actor,
  spot: Spot | null,
  isCommand = false,
): Guest {
  return { outcome: 'guest', organisation, actor, spot, isCommand };
}
