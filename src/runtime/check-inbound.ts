import { StoreError } from '../ports/store/error.ts';
import { STORE_LIMITS } from '../ports/store/limits.ts';
import type { Inbound, Reach } from './inbound.ts';
import { organisationOf } from './names.ts';

/** Leaves room in the names of records that are made of it. */
const USER_CHARACTERS = 200;
/** Beyond this a playground asks for years that no playbook knows. */
const AHEAD_MS = 20 * 366 * 24 * 3_600_000;

/** Bytes of what a channel needs to know to write to a conversation. */
const REACH_BYTES = 16_384;

/**
 * Refuses what no turn could ever be computed from, while the channel can still say so.
 * @throws StoreError `invalid`
 */
export function checkInbound({ organisation, conversation, from, ahead, reach }: Inbound): void {
  if (organisationOf(conversation) !== organisation)
    throw new StoreError('invalid', 'the conversation is of another organisation than the event');
  if (from.user.length === 0 || from.user.length > USER_CHARACTERS || !from.user.isWellFormed())
    throw new StoreError('invalid', `the user takes 1 to ${USER_CHARACTERS} characters`);
  if (/\p{Cc}/u.test(from.user)) throw new StoreError('invalid', 'the user holds control characters');
  if (!Number.isSafeInteger(ahead) || Math.abs(ahead) > AHEAD_MS)
    throw new StoreError('invalid', `ahead takes whole ms, at most ${AHEAD_MS}`);
  if (reach !== undefined) checkReach(reach);
}

function checkReach({ place, address }: Reach): void {
  if (place.length === 0 || place.length > STORE_LIMITS.keyCharacters || /\p{Cc}|\p{Cs}/u.test(place))
    throw new StoreError('invalid', `a place takes 1 to ${STORE_LIMITS.keyCharacters} characters`);
  if (Buffer.byteLength(JSON.stringify(address)) > REACH_BYTES)
    throw new StoreError('invalid', `an address takes at most ${REACH_BYTES} bytes`);
}
