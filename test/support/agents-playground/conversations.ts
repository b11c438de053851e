/** The three kinds of places in which people of the client write. */
export type ChatKind = 'personal' | 'group' | 'channel';

/** A place of the client's list: one of each kind, where the channel is “General”, and the team's other channel. */
export type ChatPlace = ChatKind | 'other-channel';

/** Who and what there is in the client: the same in every run, but for the ids of the two chats. */
export interface ClientWorld {
  readonly tenant: string;
  /** The id by which activities are addressed to the bot; it is not the app id. */
  readonly bot: string;
  readonly botName: string;
  /** The person who uses the client. */
  readonly user: string;
  readonly team: string;
  /** The id of each conversation. The id of “General” is the team's. */
  readonly conversations: Readonly<Record<ChatPlace, string>>;
  /** What its list of chats calls them. */
  readonly chatNames: Readonly<Record<ChatPlace, string>>;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

interface Configuration {
  readonly config: {
    readonly tenantId: string;
    readonly bot: Named;
    readonly currentUser: Named;
    readonly personalChat: Named;
    readonly groupChats: readonly [Named];
    readonly teams: readonly [Named & { readonly channels: readonly [Named, Named] }];
  };
}

/** Asks the client who and what there is in it. */
export async function worldOf(address: string): Promise<ClientWorld> {
  const response = await fetch(`${address}/_internal/v1/testConfig`);
  const { config } = (await response.json()) as Configuration;
  const { bot, personalChat, groupChats, teams } = config;
  const [team] = teams;
  const [general, other] = team.channels;
  const [group] = groupChats;
  return {
    tenant: config.tenantId,
    bot: bot.id,
    botName: bot.name,
    user: config.currentUser.id,
    team: team.id,
    conversations: {
      ...{ personal: personalChat.id, group: group.id },
      ...{ channel: general.id, 'other-channel': other.id },
    },
    chatNames: {
      ...{ personal: personalChat.name, group: group.name },
      ...{ channel: `${team.name} - ${general.name}`, 'other-channel': `${team.name} - ${other.name}` },
    },
  };
}
