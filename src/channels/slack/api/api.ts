import type { Certain, Failure } from './failure.ts';
import type { FilePlace, Page, PeoplePage, Person } from './read.ts';
import type { Workspace } from './tokens.ts';

/** A channel or direct message, and the thread in it; null: none. */
export interface Place {
  readonly channel: string;
  readonly thread: string | null;
}

/** What stands in a message. */
export interface Content {
  readonly text: string;
  readonly blocks: readonly object[];
}

/** Slack has it: under this timestamp in this channel. */
export interface Posted {
  readonly outcome: 'sent';
  readonly ts: string;
  readonly channel: string;
}
export interface Done {
  readonly outcome: 'done';
}
export interface Found<What> {
  readonly outcome: 'found';
  readonly found: What;
}

export interface HistoryPage extends Page {
  readonly outcome: 'page';
}

/**
 * Slack's Web API. Each call is exactly one request (and one more for the token, where it is not known); none is
 * repeated here, since only the outbox knows what may be. None rejects but for faults of the program.
 */
export interface SlackApi {
  /** Writes a message that carries a delivery's id. After `ambiguous`: look for it before it is written again. */
  post(of: Workspace, to: Place, content: Content, delivery: string): Promise<Posted | Failure>;
  /** Puts other content in the place of one of the bot's own messages. */
  update(of: Workspace, channel: string, ts: string, content: Content): Promise<Posted | Certain>;
  /** Says something that only one person sees, until they reload. */
  ephemeral(of: Workspace, to: Place, user: string, content: Content): Promise<Done | Failure>;
  /** What the bot wrote since a time, in ms since 1970 UTC. `cursor`: null for the first page. */
  history(of: Workspace, at: Place, since: number, cursor: string | null): Promise<HistoryPage | Certain>;
  /** The https address of a message. */
  permalink(of: Workspace, channel: string, ts: string): Promise<Found<string> | Certain>;
  /** The direct message between the bot and a person; if there is one already, it is that. */
  openChat(of: Workspace, user: string): Promise<Found<string> | Certain>;
  person(of: Workspace, user: string): Promise<Found<Person> | Certain>;
  /** A page of the workspace's members; no bots, guests, or whoever has left. `cursor`: null for the first one. */
  people(of: Workspace, cursor: string | null): Promise<Found<PeoplePage> | Certain>;
  file(of: Workspace, file: string): Promise<Found<FilePlace> | Certain>;
  /** Opens a view; it has an id. `trigger`: of what was pressed, which Slack takes for 3 s. */
  openView(of: Workspace, trigger: string, view: object): Promise<Found<string> | Failure>;
  updateView(of: Workspace, view: string, content: object): Promise<Found<string> | Certain>;
  /** What a person sees in App Home. */
  publishHome(of: Workspace, user: string, blocks: readonly object[]): Promise<Found<string> | Certain>;
}
