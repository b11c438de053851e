import { z } from 'zod';
import type { Profile } from '../../../ports/profiles.ts';
import { API_LIMITS } from './limits.ts';

/** What an answer of Slack's holds; whatever else it holds is not read. */
const id = z.string().min(1).max(API_LIMITS.id);

/** A delivery's id stands in its message's metadata under this name: https://docs.slack.dev/messaging/message-metadata */
export const DELIVERY_EVENT = 'driftvakt_delivery';

/** A message of the bot's that carries a delivery's id. */
export interface Kept {
  readonly ts: string;
  readonly delivery: string;
}

/** Somebody in a workspace. What Slack does not say is null. */
export interface Person {
  readonly name: string | null;
  readonly email: string | null;
  /** As `sv-SE`. */
  readonly locale: string | null;
  readonly timezone: string | null;
  readonly team: string | null;
  readonly isBot: boolean;
  /** A guest of the workspace. */
  readonly isGuest: boolean;
  /** Of another organisation, over Slack Connect. */
  readonly isStranger: boolean;
}

/** Where a file is; its address wants the bot's token. */
export interface FilePlace {
  readonly address: string;
  readonly type: string | null;
  readonly name: string | null;
}

const posted = z.object({ ts: id, channel: id });
const opened = z.object({ channel: z.object({ id }) });
const linked = z.object({ permalink: z.url({ protocol: /^https$/ }).max(2000) });
const viewed = z.object({ view: z.object({ id }) });

export function postedIn(body: object): z.output<typeof posted> | undefined {
  return posted.safeParse(body).data;
}

export function chatIn(body: object): string | undefined {
  return opened.safeParse(body).data?.channel.id;
}

export function permalinkIn(body: object): string | undefined {
  return linked.safeParse(body).data?.permalink;
}

export function viewIn(body: object): string | undefined {
  return viewed.safeParse(body).data?.view.id;
}

const said = z.string().trim().min(1).max(400).nullable().catch(null).default(null);
const is = z.boolean().catch(false).default(false);
const person = z.object({
  user: z.object({
    team_id: said,
    locale: said,
    tz: said,
    real_name: said,
    name: said,
    is_bot: is,
    is_restricted: is,
    is_ultra_restricted: is,
    is_stranger: is,
    profile: z
      .object({ real_name: said, display_name: said, email: said })
      .catch({ real_name: null, display_name: null, email: null }),
  }),
});

export function personIn(body: object): Person | undefined {
  const user = person.safeParse(body).data?.user;
  if (user === undefined) return undefined;
  const { profile } = user;
  return {
    name: profile.real_name ?? user.real_name ?? profile.display_name ?? user.name,
    email: profile.email,
    locale: user.locale,
    timezone: user.tz,
    team: user.team_id,
    isBot: user.is_bot,
    isGuest: user.is_restricted || user.is_ultra_restricted,
    isStranger: user.is_stranger,
  };
}

/** A page of members, as a directory lists them. */
export interface PeoplePage {
  readonly people: readonly Profile[];
  /** Leads on; null: that was all. */
  readonly next: string | null;
}

const member = z.object({
  ...{ id, deleted: is, is_bot: is, is_app_user: is, is_restricted: is, is_ultra_restricted: is },
  ...{ is_stranger: is, real_name: said },
  profile: z
    .object({ real_name: said, title: said, phone: said, email: said })
    .catch({ real_name: null, title: null, phone: null, email: null }),
});
const members = z.object({
  members: z.array(z.unknown()),
  response_metadata: z.object({ next_cursor: z.string().catch('') }).catch({ next_cursor: '' }),
});
/** Slack's own member, which is marked as no bot. */
const SLACKBOT = 'USLACKBOT';

export function peopleIn(body: object): PeoplePage | undefined {
  const read = members.safeParse(body).data;
  const next = read?.response_metadata.next_cursor ?? '';
  if (read === undefined || next.length > API_LIMITS.id) return undefined;
  const people = read.members.flatMap((each): Profile[] => {
    const one = member.safeParse(each).data;
    if (one === undefined || one.deleted || one.is_bot || one.is_app_user || one.id === SLACKBOT) return [];
    if (one.is_restricted || one.is_ultra_restricted || one.is_stranger) return [];
    const { title, phone, email } = one.profile;
    const name = one.profile.real_name ?? one.real_name;
    if (name === null) return [];
    // People type it there for whoever works with them; nobody says that it is the work place's.
    const phones = { phones: [], privatePhones: phone === null ? [] : [phone] };
    return [{ id: one.id, name, email, unit: null, role: title, ...phones }];
  });
  return { people, next: next === '' ? null : next };
}

const file = z.object({
  file: z.object({ url_private: z.url({ protocol: /^https?$/ }).max(2000), mimetype: said, name: said }),
});

export function fileIn(body: object): FilePlace | undefined {
  const read = file.safeParse(body).data?.file;
  return read && { address: read.url_private, type: read.mimetype, name: read.name };
}

/** What is of interest of a message. Slack's own about the bot, such as that it joined, have a subtype. */
const written = z.object({
  ts: id,
  user: said,
  subtype: z.string().nullable().catch(null).default(null),
  metadata: z
    .object({
      event_type: z.string(),
      event_payload: z
        .object({ id: z.string().min(1) })
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
});
const history = z.object({
  messages: z.array(z.unknown()),
  has_more: is,
  response_metadata: z.object({ next_cursor: z.string().catch('') }).catch({ next_cursor: '' }),
});

/** A page of what was written somewhere. */
export interface Page {
  /** The bot's own messages that carry a delivery's id. */
  readonly messages: readonly Kept[];
  /** Whether the bot has a message there that carries none: then nothing can be told from what is not found. */
  readonly isBlind: boolean;
  /** Leads on; null: that was all. */
  readonly next: string | null;
}

/** @param botUsers others can write such metadata too, so only the bot's own messages count */
export function historyIn(body: object, botUsers: readonly string[]): Page | undefined {
  const read = history.safeParse(body).data;
  const next = read?.response_metadata.next_cursor ?? '';
  // More without a way to it would be taken for the end.
  if (read === undefined || next.length > API_LIMITS.id || (read.has_more && next === '')) return undefined;
  const own = read.messages
    .flatMap((message) => written.safeParse(message).data ?? [])
    .filter(({ user, subtype }) => user !== null && botUsers.includes(user) && subtype === null);
  const messages = own.flatMap(({ ts, metadata }): Kept[] =>
    metadata?.event_type === DELIVERY_EVENT && metadata.event_payload !== undefined
      ? [{ ts, delivery: metadata.event_payload.id }]
      : [],
  );
  return { messages, isBlind: messages.length < own.length, next: next === '' ? null : next };
}
