import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { several } from './sections.ts';

const TENANT =
  'is no id of a tenant; copy the “Tenant ID” that Microsoft Entra shows, as in 1c2d3e4f-1111-2222-3333-444455556666';
const GUID = /^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$/;

const tenant = z.string(TENANT).trim().regex(GUID, TENANT).toLowerCase();

/** A team or channel as Teams writes it; a team is known by its general channel. */
const THREAD = /^19:[\w-]+@thread\.(?:tacv2|skype)$/;
/** What Teams copies as a link: /l/channel/19%3Aabc%40thread.tacv2/General?groupId=… */
const LINKED = /^\/l\/([a-z]+)\/([^/]+)/;

const SHAPE = 'write it as Teams does, as in "19:abc@thread.tacv2", or the link to it';
const TEAM =
  'is a link to a channel, where a team is wanted; copy the link that the menu “…” beside the team’s name offers';
const CHANNEL =
  'is a link to a team, where a channel is wanted; copy the link that the menu “…” beside the channel’s name offers';

/** The id of a team, or a link to it. A link to a channel would do for the general one only. */
const team = place('team', `is no id of a team; ${SHAPE}`, TEAM);
/** The id of a channel, or a link to it. */
export const teamsChannel = place('channel', `is no id of a channel; ${SHAPE}`, CHANNEL);

function place(kind: 'team' | 'channel', isNone: string, isOther: string) {
  return z
    .string(isNone)
    .trim()
    .max(LIMITS.teamsPlace)
    .transform((text, context): string => {
      const found = idIn(text);
      if (THREAD.test(found.id) && (found.kind === null || found.kind === kind)) return found.id;
      const isKnown = found.kind === 'team' || found.kind === 'channel';
      context.addIssue({ code: 'custom', message: isKnown && found.kind !== kind ? isOther : isNone });
      return z.NEVER;
    });
}

/** What a link leads to and its id; a text that is no such link stands for itself. */
function idIn(text: string): { readonly kind: string | null; readonly id: string } {
  const [, kind, id] = LINKED.exec(URL.canParse(text) ? new URL(text).pathname : '') ?? [];
  if (kind === undefined || id === undefined) return { kind: null, id: text };
  try {
    return { kind, id: decodeURIComponent(id) };
  } catch (cause) {
    if (!(cause instanceof URIError)) throw cause;
    return { kind, id };
  }
}

/** Who of Microsoft Teams belongs to the organisation, and where its IT is at home. */
export const teams = z
  .strictObject({
    tenants: several(tenant, LIMITS.teamsTenants)
      .optional()
      .describe('Ids of the Microsoft Entra tenants whose people belong to the organisation'),
    teams: several(team, LIMITS.teamsTeams)
      .optional()
      .describe('Only these teams, each by its id or link; for several organisations in one tenant'),
    desk: teamsChannel
      .optional()
      .describe(
        'The channel where IT announces outages, by its id or link; whoever can write there speaks for IT',
      ),
  })
  .refine(
    (value) => Object.values(value).some((part) => part !== undefined),
    'is empty; say at least one of tenants, teams and desk',
  );

export type TeamsFile = z.output<typeof teams>;
