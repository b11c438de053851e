import { StoreError } from '../ports/store/error.ts';
import type { Inbound } from './inbound.ts';
import { organisationOf } from './names.ts';

/** Leaves room in the names of records that are made of it. */
const USER_CHARACTERS = 200;
/** Beyond this a playground asks for years that no playbook knows. */
const AHEAD_MS = 20 * 366 * 24 * 3_600_000;

/**
 * Refuses what no turn could ever be computed from, while the channel can still say so.
 * @throws StoreError `invalid`
 */
export function checkInbound({ organisation, conversation, from, ahead }: Inbound): void {
  if (organisationOf(conversation) !== organisation)
    throw new StoreError('invalid', 'the conversation is of another organisation than the event');
  if (from.user.length === 0 || from.user.length > USER_CHARACTERS || !from.user.isWellFormed())
    throw new StoreError('invalid', `the user takes 1 to ${USER_CHARACTERS} characters`);
  if (/\p{Cc}/u.test(from.user)) throw new StoreError('invalid', 'the user holds control characters');
  if (!Number.isSafeInteger(ahead) || Math.abs(ahead) > AHEAD_MS)
    throw new StoreError('invalid', `ahead takes whole ms, at most ${AHEAD_MS}`);
}
