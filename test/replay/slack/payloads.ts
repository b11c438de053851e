import { readdirSync, readFileSync } from 'node:fs';
import type { Json } from '../../support/slack/check.ts';
import {
  eventRequest,
  formRequest,
  interactiveRequest,
  type SlackRequest,
} from '../../support/slack/sign.ts';

const FOLDER = new URL('payloads/', import.meta.url);

export const TEAM = 'T0POR5ANGER';
export const APP = 'A0DR1FTVAKT';
/** The bot's own user. */
export const BOT = 'U0DR1FTVAKT';
export const PERSON = 'U0KAR1NORDM';
export const CHANNEL = 'C0DR1FTOGIT';
/** Their direct messages with the bot. */
export const DM = 'D0KAR1NORDM';
/** Somebody of another workspace, over Slack Connect. */
export const GUEST = 'U0GUESTALTA';
export const GUEST_TEAM = 'T0ALTAK0MMU';
export const ENTERPRISE = 'E0F1NNMARKA';

export type Payload = Json;

/** How Slack brings it. */
export type PayloadKind = 'event' | 'interactive' | 'form';

/** What Slack sends: an event's JSON, the JSON in the field `payload`, or the fields of a form. */
export function payload(name: string): Payload {
  return JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')) as Payload;
}

export function payloadNames(): string[] {
  return readdirSync(FOLDER).map((file) => file.replace('.json', ''));
}

export function kindOf({ type, command, ssl_check: check }: Payload): PayloadKind {
  if (command !== undefined || check !== undefined) return 'form';
  return type === 'event_callback' || type === 'url_verification' ? 'event' : 'interactive';
}

/** The signed request of one. @param at ms since 1970 */
export function requestOf(sent: Payload, at: number, secret?: string): SlackRequest {
  switch (kindOf(sent)) {
    case 'event':
      return eventRequest(sent, at, undefined, secret);
    case 'interactive':
      return interactiveRequest(sent, at, secret);
    case 'form':
      return formRequest(sent as Readonly<Record<string, string>>, at, secret);
  }
}
