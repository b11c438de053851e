import type { Json } from './check.ts';

export interface FakeUser {
  readonly id: string;
  /** The workspace that they belong to: another one for guests over Slack Connect. */
  readonly team: string;
  readonly name: string;
  readonly realName: string;
  readonly email: string;
  readonly locale: string;
  readonly tz: string;
  /** A guest of the workspace itself. */
  readonly isRestricted: boolean;
  /** Somebody of another workspace, seen through a shared channel. */
  readonly isStranger: boolean;
  readonly isBot: boolean;
  deleted: boolean;
}

export interface FakeChannel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im';
  /** Shared with another organisation (Slack Connect). */
  readonly isExtShared: boolean;
  readonly members: Set<string>;
  isArchived: boolean;
}

export interface FakeFile {
  readonly id: string;
  readonly name: string;
  readonly mimetype: string;
  readonly user: string;
  readonly bytes: Buffer;
  deleted: boolean;
}

/** A message as it stands now. */
export interface FakeMessage {
  readonly ts: string;
  readonly channel: string;
  /** The first message of its thread; its own ts when somebody has answered it; null outside threads. */
  threadTs: string | null;
  /** Who wrote it: a person, or the bot's user. */
  readonly user: string;
  readonly isOfBot: boolean;
  text: string;
  blocks: readonly Json[];
  metadata: Json | null;
  readonly files: readonly FakeFile[];
  /** Only this user sees it; Slack keeps it nowhere. */
  readonly ephemeralTo: string | null;
  /** How often it was replaced. */
  updates: number;
  readonly reactions: Map<string, Set<string>>;
}

/** A modal or a Home tab. */
export interface FakeView {
  readonly id: string;
  readonly user: string;
  view: Json;
  hash: string;
  /** False once it was submitted or closed. */
  isOpen: boolean;
  /** How often `views.update` and `views.publish` changed it. */
  updates: number;
}

export interface FakeToken {
  readonly token: string;
  readonly kind: 'bot' | 'app';
  scopes: readonly string[];
  /** In ms since 1970; null: for ever. */
  expiresAt: number | null;
  state: 'good' | 'revoked' | 'inactive';
  /** Of an app of a whole Enterprise organisation. */
  readonly isWhole?: boolean;
}

/** Something that came with a press: good for one view within 3 s. */
export interface FakeTrigger {
  readonly id: string;
  readonly user: string;
  readonly at: number;
  isUsed: boolean;
}

/** An address to which one answer of a press or a command may be posted. */
export interface ResponseUrl {
  readonly path: string;
  readonly user: string;
  readonly channel: string;
  /** The message that was pressed; null: none, or a command. */
  readonly message: string | null;
  readonly at: number;
  uses: number;
}

/** What a suggested prompt or a status was set to. */
export interface AssistantCall {
  readonly method: string;
  readonly channel: string;
  readonly threadTs: string;
  readonly args: Json;
}

export type NewUser = Partial<Omit<FakeUser, 'deleted'>>;

export interface NewChannel {
  readonly id?: string;
  readonly name?: string;
  readonly kind?: 'public' | 'private';
  readonly members?: readonly (string | FakeUser)[];
  /** Whether the bot is in it; it is if nothing is said. */
  readonly withBot?: boolean;
  readonly isExtShared?: boolean;
}
