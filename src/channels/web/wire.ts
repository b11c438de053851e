import type { Message } from '../../conversation/messages.ts';
import type { Language, LocalText } from '../../domain/organisation/language.ts';

/** What server and page say to each other. Types only: the page's own scripts read them too. */

/** A reply with what each platform would show of it. A rendering that failed is null: the plain text stands in. */
export interface RenderedReply {
  readonly key: string;
  readonly replaces: string | null;
  readonly message: Message;
  readonly text: string;
  /** An Adaptive Card. */
  readonly teams: object | null;
  /** Block Kit. */
  readonly slack: { readonly text: string; readonly blocks: readonly object[] } | null;
}

/** One turn of a conversation. */
export interface RenderedEntry {
  /** The id that the page gave the event, if it came from a page. */
  readonly id: string;
  readonly at: number;
  readonly said: string | null;
  readonly pictures: readonly string[];
  readonly replies: readonly RenderedReply[];
}

export interface TranscriptAnswer {
  readonly entries: readonly RenderedEntry[];
}

/** Something to pick. */
export interface NamedThing {
  readonly id: string;
  readonly name: LocalText;
}

/** What can be set for one organisation. */
export interface OrganisationAnswer {
  readonly id: string;
  readonly name: string;
  readonly languages: readonly Language[];
  readonly zone: string;
  readonly roles: readonly NamedThing[];
  /** Contacts that somebody can be, to be pinged and to decide as they. */
  readonly duties: readonly NamedThing[];
  readonly sites: readonly NamedThing[];
  readonly services: readonly NamedThing[];
  /** Sentences to try. */
  readonly suggestions: Readonly<Partial<Record<Language, readonly string[]>>>;
  readonly pages: { readonly who: string; readonly routine: string; readonly status: string };
}

export interface OrganisationsAnswer {
  readonly organisations: readonly OrganisationAnswer[];
  /** The page's own words, by language and key. */
  readonly texts: Readonly<Record<Language, Readonly<Record<string, string>>>>;
}

/** The conversation's time. */
export interface ClockAnswer {
  /** How far it is ahead of the machine's clock, in ms. */
  readonly ahead: number;
  /** In ms since 1970 UTC. */
  readonly now: number;
  /** By the organisation's wall clock, as 2026-12-24T10:00. */
  readonly local: string;
  readonly words: string;
  /** "Christmas Eve, the day before a public holiday"; null on a plain working day. */
  readonly why: string | null;
}

/** What a refused or failed request is answered with. */
export interface TroubleAnswer {
  readonly error: string;
  /** What the person is told, where it was their message that could not be taken. */
  readonly replies?: readonly RenderedReply[];
}

export const PLAYGROUND_LIMITS = {
  /** Bytes of a request's body. */
  body: 1_048_576,
  /** Characters of what is written at once. */
  text: 100_000,
  /** Characters of a picture's `data:` address: so small that a report with ten of them fits into one record. */
  picture: 24_000,
  /** Pictures of one message. */
  pictures: 3,
  fields: 40,
  field: 4000,
  /** Pages that listen at the same time. */
  streams: 100,
  /** How far the clock may be moved either way: ten years. */
  ahead: 315_576_000_000,
} as const;
