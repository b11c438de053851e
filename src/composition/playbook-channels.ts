import { roomName as slackRoomName } from '../channels/slack/receiver/parse/ids.ts';
import { roomName as teamsRoomName } from '../channels/teams/receiver/parse/ids.ts';
import type { NoticeChannel } from '../domain/notices/rules.ts';
import type { Subscription } from '../domain/notices/subscription.ts';
import { LANGUAGES } from '../domain/organisation/language.ts';
import type { Playbook } from '../domain/organisation/playbook.ts';

/** A channel that gets notices because a playbook names it. */
export interface NamedChannel {
  readonly platform: NoticeChannel['platform'];
  /** The platform's id of it. */
  readonly channel: string;
  /** The tenant or workspace in which it is; null: nothing says which. */
  readonly home: string | null;
  readonly subscription: Subscription;
}

/** Stands in a conversation's name for a home that nothing says. */
const NOWHERE = '-';

/**
 * The channels that a playbook names, each once.
 * @param ownTenant where the bot is registered in Microsoft Entra; null: it is not in Teams
 */
export function namedChannels(playbook: Playbook, ownTenant: string | null): readonly NamedChannel[] {
  const tenant = playbook.teams?.tenants[0] ?? ownTenant;
  const workspace = playbook.slack?.workspaces[0] ?? null;
  const all = playbook.notices.channels.map((channel) =>
    named(playbook, channel, channel.platform === 'teams' ? tenant : workspace),
  );
  return [
    ...new Map(all.toReversed().map((each) => [each.subscription.destination, each])).values(),
  ].reverse();
}

function named({ organisation }: Playbook, from: NoticeChannel, home: string | null): NamedChannel {
  const { platform, channel, name, sites, services, kinds, language } = from;
  const team = home ?? NOWHERE;
  return {
    ...{ platform, channel, home },
    subscription: {
      ...{ organisation, name, sites, services, kinds, source: 'playbook', user: null },
      destination:
        platform === 'teams'
          ? teamsRoomName(organisation, team, channel)
          : slackRoomName(organisation, { team, channel }),
      language: LANGUAGES.find((each) => each === language) ?? null,
      ...{ mutedUntil: null, since: 0, confirmed: true },
    },
  };
}

/** Channels that get notices by the playbooks, by organisation. */
export function playbookChannels(
  playbooks: ReadonlyMap<string, Playbook>,
  ownTenant: string | null,
): (organisation: string) => readonly Subscription[] {
  const all = new Map(
    [...playbooks].map(([organisation, playbook]) => [
      organisation,
      namedChannels(playbook, ownTenant).map(({ subscription }) => subscription),
    ]),
  );
  return (organisation) => all.get(organisation) ?? [];
}

/**
 * Where the channels of one platform are, by the conversations by which they get notices.
 * @param addressOf null: it cannot be reached
 */
export function channelAddresses<A>(
  playbooks: ReadonlyMap<string, Playbook>,
  {
    platform,
    ownTenant,
  }: { readonly platform: NoticeChannel['platform']; readonly ownTenant: string | null },
  addressOf: (channel: string, home: string) => A | null,
): (conversation: string) => A | null {
  const all = [...playbooks.values()].flatMap((playbook) => namedChannels(playbook, ownTenant));
  const here = all.filter((each) => each.platform === platform);
  const byName = new Map(here.map((each) => [each.subscription.destination, each]));
  return (conversation) => {
    const { channel = null, home = null } = byName.get(conversation) ?? {};
    return channel === null || home === null ? null : addressOf(channel, home);
  };
}
