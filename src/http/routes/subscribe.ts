import type { IncomingMessage, ServerResponse } from 'node:http';
import { NOTICE_KINDS } from '../../domain/notices/notice.ts';
import type { Subscription } from '../../domain/notices/subscription.ts';
import { LANGUAGES } from '../../domain/organisation/language.ts';
import type { TextKey } from '../../locales/catalogue.ts';
import { say } from '../../locales/say.ts';
import type { Inbound } from '../../runtime/inbound.ts';
import { bodyForm } from '../form.ts';
import {
  NO_FIELDS,
  type SubscribeFields,
  type SubscribeReader,
  subscribeAnswer,
  subscribeAsk,
  subscribePage,
} from '../pages/subscribe-page.ts';
import { type PageReply, writePage } from '../reply.ts';
import type { ChannelRoute } from '../server.ts';
import type { Networks } from '../status/networks.ts';
import { Turnstile } from '../turnstile.ts';
import { admit, type PageParts, refusal } from './admission.ts';

/** The mail channel, as far as these pages need it. */
export interface MailDesk {
  /** An address as it is kept, with how others may see it; null if it is none. */
  address(text: string): { readonly address: string; readonly shown: string } | null;
  conversationOf(organisation: string, address: string): string;
  confirm(organisation: string, conversation: string, at: number): string;
  confirmed(organisation: string, query: URLSearchParams, now: number): string | 'late' | null;
  ended(organisation: string, query: URLSearchParams): string | null;
  /** Keeps what happened in the conversation of an address. */
  accept(inbound: Inbound): Promise<unknown>;
}

/** What the routes need. */
export interface SubscribeParts extends PageParts {
  /** From where the form may be seen, and who is connected through a proxy. */
  readonly networks: Networks;
  readonly mail: MailDesk;
}

/** One request of somebody who may see the page. */
interface Request {
  readonly reader: SubscribeReader;
  readonly organisation: string;
  /** Of the address, and of the body if there is one. */
  readonly fields: URLSearchParams;
  readonly now: number;
  readonly from: string;
}

/** /status/:org/subscribe, /confirm and /unsubscribe. */
export function subscribeRoutes(parts: SubscribeParts): readonly ChannelRoute[] {
  const turnstile = new Turnstile();
  const route = (
    method: ChannelRoute['method'],
    page: string,
    answer: (request: Request) => PageReply | Promise<PageReply>,
  ): ChannelRoute => ({
    method,
    path: `/status/:org/${page}`,
    handle: (request, response) => handle(parts, request, response, answer),
  });
  return [
    route('GET', 'subscribe', ({ reader }) => ok(subscribePage(reader, NO_FIELDS, null))),
    route('POST', 'subscribe', (request) => subscribe(parts, turnstile, request)),
    route('GET', 'confirm', (request) => askConfirm(parts, request)),
    route('POST', 'confirm', (request) => confirm(parts, request)),
    route('GET', 'unsubscribe', (request) => askEnd(parts, request)),
    route('POST', 'unsubscribe', (request) => end(parts, request)),
  ];
}

async function handle(
  parts: SubscribeParts,
  request: IncomingMessage,
  response: ServerResponse,
  answer: (request: Request) => PageReply | Promise<PageReply>,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const [, , organisation = '', page = ''] = pathname.split('/');
  const body = request.method === 'POST' ? await bodyForm(request) : new URLSearchParams();
  if (body === null) return writePage(response, { status: 413, body: '' });
  const fields = new URLSearchParams([...searchParams, ...body]);
  // Whoever holds a link out of a letter may follow it, whoever else may see the page.
  const admitted =
    page === 'subscribe' ? admit(parts, 'status', organisation, fields) : reader(parts, organisation, fields);
  if ('status' in admitted) return writePage(response, admitted);
  const isElsewhere = page === 'subscribe' && admitted.key === null && !parts.networks.allows(request);
  if (isElsewhere)
    return writePage(
      response,
      refusal(403, admitted.language, 'status', say(admitted.language, 'status.network')),
    );
  writePage(
    response,
    await answer({
      ...{ reader: admitted, organisation, fields },
      now: parts.clock.now().epochMilliseconds,
      from: parts.networks.clientOf(request) ?? '',
    }),
  );
}

/** Whom a link of a letter is for. */
function reader(
  parts: SubscribeParts,
  organisation: string,
  fields: URLSearchParams,
): SubscribeReader | PageReply {
  const playbook = parts.playbooks.get(organisation);
  if (playbook === undefined) return admit(parts, 'status', organisation, fields);
  const language = LANGUAGES.find((each) => each === fields.get('lang')) ?? playbook.languages[0];
  return { playbook, language, key: null };
}

async function subscribe(
  { mail }: SubscribeParts,
  turnstile: Turnstile,
  { reader, organisation, fields, now, from }: Request,
): Promise<PageReply> {
  const filled = filledIn(fields);
  const again = (status: number, problem: TextKey): PageReply => ({
    status,
    body: subscribePage(reader, filled, problem),
  });
  const known = mail.address(filled.address);
  if (known === null) return again(400, 'subscribe.bad-address');
  if (!turnstile.passes(from, now)) return again(429, 'subscribe.too-often');
  const conversation = mail.conversationOf(organisation, known.address);
  const link = mail.confirm(organisation, conversation, now);
  const subscription = subscriptionOf(reader, filled, fields, {
    ...{ destination: conversation, user: known.address, name: known.shown, since: now },
  });
  await mail.accept(inbound(conversation, `asked/${now}`, { kind: 'mail-asked', subscription, link }));
  return ok(subscribeAnswer(reader, say(reader.language, 'subscribe.sent', { address: known.address })));
}

function askConfirm({ mail }: SubscribeParts, { reader, organisation, fields, now }: Request): PageReply {
  const conversation = mail.confirmed(organisation, fields, now);
  if (conversation === null || conversation === 'late') return useless(reader, conversation);
  const { language } = reader;
  const action = `/status/${organisation}/confirm`;
  return ok(
    subscribeAsk(
      reader,
      say(language, 'subscribe.ask-confirm'),
      say(language, 'subscribe.confirm'),
      action,
      only(fields, 'who', 'at', 'key'),
    ),
  );
}

async function confirm(
  { mail }: SubscribeParts,
  { reader, organisation, fields, now }: Request,
): Promise<PageReply> {
  const conversation = mail.confirmed(organisation, fields, now);
  if (conversation === null || conversation === 'late') return useless(reader, conversation);
  await mail.accept(inbound(conversation, `confirmed/${fields.get('at')}`, { kind: 'mail-confirmed' }));
  return ok(subscribeAnswer(reader, say(reader.language, 'subscribe.done')));
}

function askEnd({ mail }: SubscribeParts, { reader, organisation, fields }: Request): PageReply {
  if (mail.ended(organisation, fields) === null) return useless(reader, null);
  const { language, playbook } = reader;
  const question = say(language, 'subscribe.ask-end', { name: playbook.name });
  const action = `/status/${organisation}/unsubscribe`;
  return ok(
    subscribeAsk(reader, question, say(language, 'subscribe.end'), action, only(fields, 'who', 'key')),
  );
}

/** Pressed on the page, or by a mail program for its reader: one POST, and nothing more is asked (RFC 8058). */
async function end(
  { mail }: SubscribeParts,
  { reader, organisation, fields, now }: Request,
): Promise<PageReply> {
  const conversation = mail.ended(organisation, fields);
  if (conversation === null) return useless(reader, null);
  await mail.accept(inbound(conversation, `ended/${now}`, { kind: 'mail-ended' }));
  return ok(subscribeAnswer(reader, say(reader.language, 'subscribe.ended')));
}

function useless(reader: SubscribeReader, why: 'late' | null): PageReply {
  const status = why === 'late' ? 410 : 403;
  const key: TextKey = why === 'late' ? 'subscribe.late' : 'subscribe.bad-link';
  return { status, body: subscribeAnswer(reader, say(reader.language, key)) };
}

function inbound(conversation: string, sign: string, what: Inbound['what']): Inbound {
  const [, organisation = ''] = conversation.split('/');
  const from = { user: conversation, desk: false, locale: null, role: null, site: null };
  return { id: `${conversation}/${sign}`, organisation, conversation, from, what, ahead: 0 };
}

function filledIn(fields: URLSearchParams): SubscribeFields {
  const field = (name: keyof SubscribeFields): string => (fields.get(name) ?? '').slice(0, 300);
  return { address: field('address'), kinds: field('kinds'), site: field('site'), service: field('service') };
}

/** What is unknown counts as not chosen: then more is told rather than less. */
function subscriptionOf(
  { playbook, language }: SubscribeReader,
  { kinds, site, service }: SubscribeFields,
  fields: URLSearchParams,
  who: Pick<Subscription, 'destination' | 'user' | 'name' | 'since'>,
): Subscription {
  const kind = NOTICE_KINDS.find((each) => each === kinds);
  return {
    ...who,
    organisation: playbook.organisation,
    source: 'mail',
    language: playbook.languages.find((each) => each === fields.get('language')) ?? language,
    kinds: kind === undefined ? null : [kind],
    sites: playbook.sites.has(site) ? [site] : null,
    services: playbook.services.has(service) ? [service] : null,
    mutedUntil: null,
    confirmed: false,
  };
}

function only(fields: URLSearchParams, ...names: readonly string[]): URLSearchParams {
  return new URLSearchParams(names.map((name) => [name, fields.get(name) ?? '']));
}

function ok(body: string): PageReply {
  return { status: 200, body };
}
