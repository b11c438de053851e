import { randomUUID } from 'node:crypto';

/** The organisation in which the client says it is. Its own ids are none that Teams would give; these are. */
export interface PretendedOrganisation {
  /** A GUID, as a playbook and MicrosoftAppTenantId want it. */
  readonly tenant: string;
  /** By which activities address the bot. */
  readonly bot: string;
}

/** The team “Kommunen”: its channel “General”, and “IT-vakta”, for a desk of IT. */
export const GENERAL = '19:general-of-the-municipality@thread.tacv2';
export const IT_CHANNEL = '19:it-of-the-municipality@thread.tacv2';

const NAMES = ['Ane Utsi', 'Berit Sara', 'Dag Olsen', 'Ellen Moe', 'Finn Lie'] as const;

/** The client's configuration file: `.m365agentsplayground.yml` in the folder in which it runs. */
export function configurationFor({ tenant, bot }: PretendedOrganisation): string {
  return JSON.stringify({
    ...{ version: '0.1.1', tenantId: tenant, bot: { id: bot, name: 'Driftvakt' } },
    currentUser: person('Kari Nordmann', 0),
    users: NAMES.map((name, i) => person(name, i + 1)),
    personalChat: { id: randomUUID() },
    groupChat: { id: randomUUID(), name: 'Group Chat' },
    team: {
      ...{ id: GENERAL, name: 'My Team', aadGroupId: randomUUID() },
      channels: [{ id: IT_CHANNEL, name: 'IT-vakta' }],
    },
  });
}

function person(name: string, number: number): object {
  const [givenName = '', surname = ''] = name.split(' ');
  const email = `${givenName.toLowerCase()}@example.org`;
  const aadObjectId = `4f3e2d1c-0000-4000-8000-00000000000${number}`;
  return { id: `29:user-${number}`, name, userPrincipleName: email, aadObjectId, givenName, surname, email };
}
