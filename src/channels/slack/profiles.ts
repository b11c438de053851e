import { PERSON_LIMITS } from '../../domain/people/person.ts';
import { PROFILE_LIMITS, type Profile, type ProfileSource, type ProfilesRead } from '../../ports/profiles.ts';
import type { SlackApi } from './api/api.ts';

export interface SlackProfileParts {
  readonly api: Pick<SlackApi, 'people'>;
  /** The workspaces of an organisation. */
  readonly workspacesOf: (organisation: string) => readonly string[];
}

/** The members of an organisation's workspaces (`users.list`): no bots, guests, or whoever has left. */
export function slackProfiles({ api, workspacesOf }: SlackProfileParts): ProfileSource {
  return {
    name: 'slack',
    async read(organisation) {
      const workspaces = workspacesOf(organisation);
      if (workspaces.length === 0) return failed('their playbook names no workspace of Slack');
      const profiles = new Map<string, Profile>();
      for (const team of workspaces) {
        const read = await membersOf(api, team);
        if (typeof read === 'string') return failed(read);
        for (const profile of read) profiles.set(profile.id, profile);
        if (profiles.size > PERSON_LIMITS.people)
          return failed(`Slack lists more than ${PERSON_LIMITS.people} people`);
      }
      return { outcome: 'read', profiles: [...profiles.values()] };
    },
  };
}

/** Or why they cannot be read. */
async function membersOf(api: SlackProfileParts['api'], team: string): Promise<readonly Profile[] | string> {
  const profiles: Profile[] = [];
  let cursor: string | null = null;
  for (let pages = 0; pages < PROFILE_LIMITS.pages; pages++) {
    const answer: Awaited<ReturnType<SlackApi['people']>> = await api.people(
      { team, enterprise: null },
      cursor,
    );
    if (answer.outcome !== 'found') return answer.reason;
    profiles.push(...answer.found.people);
    cursor = answer.found.next;
    if (cursor === null) return profiles;
  }
  return `Slack lists more than ${PROFILE_LIMITS.pages} pages of people`;
}

function failed(reason: string): ProfilesRead {
  return { outcome: 'failed', reason };
}
