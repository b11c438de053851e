/** The three places in which people of the client write. */
export type ChatKind = 'personal' | 'group' | 'channel';

/** Who and what there is in the client: the same in every run, but for the ids of the two chats. */
export interface ClientWorld {
  readonly tenant: string;
  /** The id by which activities are addressed to the bot; it is not the app id. */
  readonly bot: string;
  readonly botName: string;
  /** The person who uses the client. */
  readonly user: string;
  readonly team: string;
  /** The id of each conversation. The channel is “General”, whose id is the team's. */
  readonly conversations: Readonly<Record<ChatKind, string>>;
}

/** What its list of chats calls them. */
export const CHAT_NAMES: Readonly<Record<ChatKind, string>> = {
  personal: 'Personal Chat',
  group: 'Group Chat',
  channel: 'My Team - General',
};

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
    readonly teams: readonly [Named & { readonly channels: readonly [Named] }];
  };
}

/** Asks the client who and what there is in it. */
export async function worldOf(address: string): Promise<ClientWorld> {
  const response = await fetch(`${address}/_internal/v1/testConfig`);
  const { config } = (await response.json()) as Configuration;
  const { bot, personalChat, groupChats, teams } = config;
  return {
    tenant: config.tenantId,
    bot: bot.id,
    botName: bot.name,
    user: config.currentUser.id,
    team: teams[0].id,
    conversations: { personal: personalChat.id, group: groupChats[0].id, channel: teams[0].channels[0].id },
  };
}
