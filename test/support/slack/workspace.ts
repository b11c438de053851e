import type { Json } from './check.ts';
import type { FakeClock } from './clock.ts';
import { FAKE_LIMITS } from './limits.ts';
import { ALL_SCOPES } from './methods.ts';
import type {
  AssistantCall,
  FakeChannel,
  FakeFile,
  FakeMessage,
  FakeToken,
  FakeTrigger,
  FakeUser,
  FakeView,
  NewChannel,
  NewUser,
  ResponseUrl,
} from './world.ts';

/** What a test may say about a workspace. */
export interface NewWorkspace {
  readonly team?: string;
  readonly domain?: string;
  readonly enterprise?: string;
  readonly scopes?: readonly string[];
  readonly token?: string;
  /** The app is installed in the whole Enterprise organisation, with one token and one user in all its workspaces. */
  readonly orgWide?: { readonly token: string; readonly bot: string };
  /** False: the app is not installed yet; an OAuth code brings the first token. */
  readonly isInstalled?: boolean;
}

/** A message to be kept. */
export interface NewMessage {
  readonly user: string;
  readonly text: string;
  readonly threadTs?: string | null;
  readonly blocks?: readonly Json[];
  readonly metadata?: Json | null;
  readonly files?: readonly FakeFile[];
  readonly ephemeralTo?: string;
}

/** One workspace: who is in it, what stands in its channels, and the tokens that are good there. */
export class FakeWorkspace {
  readonly team: string;
  readonly domain: string;
  readonly enterprise: string | null;
  readonly bot: FakeUser;
  readonly botId: string;
  readonly users = new Map<string, FakeUser>();
  readonly channels = new Map<string, FakeChannel>();
  readonly files = new Map<string, FakeFile>();
  readonly views = new Map<string, FakeView>();
  readonly tokens = new Map<string, FakeToken>();
  readonly triggers = new Map<string, FakeTrigger>();
  readonly responseUrls = new Map<string, ResponseUrl>();
  /** What `assistant.threads.*` was called with. */
  readonly assistant: AssistantCall[] = [];
  readonly clock: FakeClock;
  readonly #stored = new Map<string, FakeMessage[]>();
  readonly #base: () => string;

  /** @param base the fake's address, without a slash at the end */
  constructor(clock: FakeClock, base: () => string, given: NewWorkspace = {}) {
    this.clock = clock;
    this.#base = base;
    this.team = given.team ?? clock.id('T');
    this.domain = given.domain ?? 'porsanger';
    this.enterprise = given.enterprise ?? null;
    this.botId = clock.id('B');
    const { orgWide, scopes = ALL_SCOPES } = given;
    this.bot = this.addUser({
      ...{ name: 'driftvakt', realName: 'Driftvakt', isBot: true, id: orgWide?.bot ?? clock.id('U') },
    });
    const token = orgWide?.token ?? given.token ?? `xoxb-${this.team}-${this.bot.id}-secret`;
    if (given.isInstalled !== false) this.addToken({ token, scopes, isWhole: orgWide !== undefined });
  }

  /** The newest token of the bot; a test that has none gets an error. */
  get token(): string {
    const token = [...this.tokens.values()].findLast(({ kind }) => kind === 'bot');
    if (token === undefined) throw new Error(`the app is not installed in ${this.team}`);
    return token.token;
  }

  addToken({
    token,
    scopes,
    expiresAt = null,
    isWhole = false,
  }: {
    token: string;
    scopes: readonly string[];
    expiresAt?: number | null;
    isWhole?: boolean;
  }): void {
    this.tokens.set(token, { token, kind: 'bot', scopes, expiresAt, state: 'good', isWhole });
  }

  /** All tokens of the bot at once: revoked (`token_revoked`), or the app removed (`account_inactive`). */
  endTokens(state: 'revoked' | 'inactive'): void {
    for (const token of this.tokens.values()) token.state = state;
  }

  setScopes(scopes: readonly string[]): void {
    for (const token of this.tokens.values()) token.scopes = scopes;
  }

  addUser(given: NewUser = {}): FakeUser {
    const id = given.id ?? this.clock.id('U');
    const name = given.name ?? id.toLowerCase();
    const user: FakeUser = {
      ...{ id, name, team: this.team, realName: name, email: `${name}@example.test`, locale: 'nb-NO' },
      ...{ tz: 'Europe/Oslo', isRestricted: false, isStranger: false, isBot: false, deleted: false },
      ...given,
    };
    this.users.set(id, user);
    return user;
  }

  addChannel({
    id,
    name = 'drift',
    kind = 'public',
    members = [],
    withBot = true,
    isExtShared = false,
  }: NewChannel = {}): FakeChannel {
    const ids = members.map((member) => (typeof member === 'string' ? member : member.id));
    const channel: FakeChannel = {
      ...{ id: id ?? this.clock.id('C'), name, kind, isExtShared, isArchived: false },
      members: new Set([...ids, ...(withBot ? [this.bot.id] : [])]),
    };
    this.channels.set(channel.id, channel);
    return channel;
  }

  /** The direct messages of somebody with the bot; the same each time. */
  dmWith(user: string): FakeChannel {
    const known = this.findDm(user);
    if (known !== null) return known;
    const channel: FakeChannel = {
      ...{ id: this.clock.id('D'), name: 'directmessage', kind: 'im', isExtShared: false, isArchived: false },
      members: new Set([user, this.bot.id]),
    };
    this.channels.set(channel.id, channel);
    return channel;
  }

  findDm(user: string): FakeChannel | null {
    return (
      [...this.channels.values()].find(({ kind, members }) => kind === 'im' && members.has(user)) ?? null
    );
  }

  addFile(given: { name?: string; mimetype?: string; user: string; bytes: Buffer }): FakeFile {
    const file: FakeFile = {
      ...{ id: this.clock.id('F'), name: 'picture.png', mimetype: 'image/png', deleted: false },
      ...given,
    };
    this.files.set(file.id, file);
    return file;
  }

  fileUrl(file: FakeFile): string {
    return `${this.#base()}/files-pri/${this.team}-${file.id}/${encodeURIComponent(file.name)}`;
  }

  /** Keeps a message; its thread begins when it is answered. */
  keep(
    channel: string,
    { threadTs = null, blocks = [], metadata = null, files = [], ephemeralTo, ...given }: NewMessage,
  ): FakeMessage {
    const parent = threadTs === null ? undefined : this.message(channel, threadTs);
    if (parent !== undefined) parent.threadTs ??= parent.ts;
    const message: FakeMessage = {
      ...{
        ...given,
        ts: this.clock.ts(),
        channel,
        blocks,
        metadata,
        files,
        updates: 0,
        reactions: new Map(),
      },
      ...{ threadTs: parent?.threadTs ?? threadTs, isOfBot: given.user === this.bot.id },
      ephemeralTo: ephemeralTo ?? null,
    };
    this.#stored.set(channel, [...(this.#stored.get(channel) ?? []), message]);
    return message;
  }

  /** What stands in a channel, threads and all, oldest first; ephemeral messages only where they are asked for. */
  messages(channel: string, { ephemeral = false }: { ephemeral?: boolean } = {}): readonly FakeMessage[] {
    return (this.#stored.get(channel) ?? []).filter(({ ephemeralTo }) => ephemeral || ephemeralTo === null);
  }

  message(channel: string, ts: string): FakeMessage | undefined {
    return this.messages(channel).find((message) => message.ts === ts);
  }

  forget(message: FakeMessage): void {
    const kept = (this.#stored.get(message.channel) ?? []).filter((each) => each !== message);
    this.#stored.set(message.channel, kept);
  }

  /** What comes with a press or a command, for one view. */
  trigger(user: string): FakeTrigger {
    const { now } = this.clock;
    const id = `${Math.floor(now)}.1001001001001.${this.clock.id('t').toLowerCase()}`;
    const trigger: FakeTrigger = { id, user, at: now, isUsed: false };
    this.triggers.set(id, trigger);
    return trigger;
  }

  responseUrl(user: string, channel: string, message: string | null): string {
    const path = `/actions/${this.team}/${this.clock.id('R')}`;
    this.responseUrls.set(path, { path, user, channel, message, at: this.clock.now, uses: 0 });
    return `${this.#base()}${path}`;
  }

  /** The newest view of somebody that is open. */
  viewOf(user: string, type: 'modal' | 'home'): FakeView | null {
    const views = [...this.views.values()].filter((each) => each.user === user && each.isOpen);
    return views.findLast(({ view }) => view.type === type) ?? null;
  }

  isTriggerOld({ at }: FakeTrigger): boolean {
    return this.clock.now - at > FAKE_LIMITS.triggerMs.max;
  }
}
