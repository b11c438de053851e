import type { Speaker } from '../../conversation/event.ts';
import type { Language } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Identity } from '../../domain/people/directory.ts';
import { heldBy } from '../../domain/people/holders.ts';
import type { Json } from '../../ports/store/json.ts';
import type { RecordChange } from '../../ports/store/records.ts';
import type { Store } from '../../ports/store.ts';
import type { KeptInbound } from '../inbound.ts';
import { derivedName, deskOf } from '../names.ts';
import { reachOf } from '../reach.ts';
import { KINDS } from '../record-codecs.ts';

/** Somebody who holds a contact, and where they are written to. Plain data. */
export interface Holder {
  readonly contact: string;
  readonly user: string;
  /** Their personal chat with the bot, or IT's desk. */
  readonly conversation: string;
  /** Null: the organisation's own. */
  readonly language: Language | null;
  /** As the platform's directory writes it; null where nobody told. */
  readonly name: string | null;
  /** As the channel knew it for certain. */
  readonly role: string | null;
  readonly desk: boolean;
}

/** What of an event tells who holds what. */
export interface HolderContext {
  readonly conversation: string;
  /** By the directory, before the event. */
  readonly identity: Identity | null;
  /** By the conversation's clock, in ms. */
  readonly at: number;
  readonly language: Language | null;
}

/** In one conversation somebody can hold so many contacts; the rest are not written to. */
const MOST_HELD = 50;
/** People of one contact who are written to. */
const MOST_HOLDERS = 50;

/**
 * Where a holder of contacts is to be written to: kept in the turn in which it is seen, in chats with one person and at IT's
 * desk. Nothing for everybody else, and nothing where it is known already.
 */
export async function holderRecords(
  store: Pick<Store, 'record'>,
  playbook: Playbook,
  inbound: KeptInbound,
  context: HolderContext,
): Promise<RecordChange[]> {
  const { from, what } = inbound;
  const identity = what.kind === 'introduced' ? what.identity : context.identity;
  const contacts = heldBy(playbook, from, identity).slice(0, MOST_HELD);
  if (contacts.length === 0 || !(await isOwnChat(store, inbound, context.conversation))) return [];
  const changes = await Promise.all(
    contacts.map((contact) => changeOf(store, inbound, holderOf(contact, from, identity, context), context)),
  );
  return changes.filter((change) => change !== null);
}

/**
 * Whom to write to of those who hold a contact now, in the order in which they came. What was kept counts only as long as
 * the playbook, and what the directory says of them, still agree.
 */
export async function holdersOf(
  store: Pick<Store, 'findRecords' | 'record'>,
  playbook: Playbook,
  contact: string,
): Promise<readonly Holder[]> {
  const { organisation } = playbook;
  const { items } = await store.findRecords({
    ...{ organisation, kind: KINDS.holder, keys: { contact }, order: 'oldest', limit: MOST_HOLDERS },
  });
  const holders = items.map(({ body }) => body as unknown as Holder);
  const stillHeld = await Promise.all(holders.map((holder) => holds(store, playbook, holder)));
  return holders.filter((_, i) => stillHeld[i]);
}

/** Somebody as a speaker, for what the runtime tells them by itself. */
export function speakerOf({ user, role, desk, language }: Holder): Speaker {
  return { user, desk, locale: language, role, site: null };
}

async function holds(store: Pick<Store, 'record'>, playbook: Playbook, holder: Holder): Promise<boolean> {
  const key = { organisation: playbook.organisation, kind: KINDS.identity, id: holder.user };
  const identity = (await store.record(key))?.body as unknown as Identity | undefined;
  return heldBy(playbook, holder, identity ?? null).includes(holder.contact);
}

/** Others read along in rooms, and what comes by itself tells nothing of anybody. An introduction does not say where it is. */
async function isOwnChat(
  store: Pick<Store, 'record'>,
  { what, reach, organisation }: KeptInbound,
  conversation: string,
): Promise<boolean> {
  if (what.kind === 'introduced') {
    const reached = await reachOf(store, organisation, conversation);
    return reached.outcome === 'known' && reached.reach.room === undefined;
  }
  const isAsked = ['said', 'pressed', 'wished', 'came'].includes(what.kind);
  return isAsked && (conversation === deskOf(organisation) || reach?.room === undefined);
}

function holderOf(contact: string, from: Speaker, identity: Identity | null, context: HolderContext): Holder {
  const { conversation, language } = context;
  const user = from.desk ? 'desk' : from.user;
  const name = from.desk ? null : (identity?.name ?? null);
  return { contact, user, conversation, language, name, role: from.role, desk: from.desk };
}

async function changeOf(
  store: Pick<Store, 'record'>,
  { organisation }: KeptInbound,
  holder: Holder,
  { at }: HolderContext,
): Promise<RecordChange | null> {
  const { contact, user } = holder;
  const key = { organisation, kind: KINDS.holder, id: derivedName(`${contact}/`, user) };
  const kept = await store.record(key);
  if (kept !== null && JSON.stringify(kept.body) === JSON.stringify(holder)) return null;
  // Plain data by its type. Whoever was there first stays first.
  return {
    ...{ change: 'write', ...key, at: kept?.at ?? at, keys: { contact, user } },
    body: holder as unknown as Json,
  };
}
