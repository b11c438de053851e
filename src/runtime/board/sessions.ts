import type { Playbook } from '../../domain/organisation/playbook.ts';
import { BOARD_ACCESS } from '../../domain/people/board-access.ts';
import type { Identity } from '../../domain/people/directory.ts';
import { heldBy } from '../../domain/people/holders.ts';
import type { Json } from '../../ports/store/json.ts';
import type { RecordChange, StoredRecord } from '../../ports/store/records.ts';
import type { Store } from '../../ports/store.ts';
import { KINDS } from '../record-codecs.ts';
import { maySeeBoard } from './known.ts';
import { endedId, SIGN_IN_KINDS, type SignedIn, type SignIn, tokenId } from './sign-in.ts';

/** A device on which the board is open. */
export interface Session extends SignedIn {
  readonly id: string;
  readonly organisation: string;
  readonly at: number;
  readonly until: number;
  /** What they hold at this moment. */
  readonly contacts: readonly string[];
}

export type SigningIn =
  | { readonly outcome: 'signed-in'; readonly token: string; readonly until: number }
  | { readonly outcome: 'bad' | 'late' | 'used' | 'no-right' };

type SessionStore = Pick<Store, 'record' | 'writeRecords'>;

/** Who may see the board on which device. Times in ms since 1970 UTC. */
export class BoardSessions {
  readonly #store: SessionStore;
  readonly #newToken: () => string;

  /** @param newToken at least 128 bits that nobody can guess */
  constructor(store: SessionStore, newToken: () => string) {
    this.#store = store;
    this.#newToken = newToken;
  }

  /** Uses a link up: of two that use it at once one is told that it was used. */
  async signIn(playbook: Playbook, link: string, now: number): Promise<SigningIn> {
    const { organisation } = playbook;
    const record = await this.#record(organisation, SIGN_IN_KINDS.signIn, tokenId(link));
    if (record === null) return { outcome: 'bad' };
    const signIn = record.body as unknown as SignIn;
    if (signIn.used !== null) return { outcome: 'used' };
    if (now >= signIn.until) return { outcome: 'late' };
    if (await this.#isEnded(organisation, signIn)) return { outcome: 'bad' };
    if (!(await this.#mayStillSee(playbook, signIn))) return { outcome: 'no-right' };
    const token = this.#newToken();
    const until = now + BOARD_ACCESS.sessionMs;
    const written = await this.#store.writeRecords([
      { ...changeOf(record, { ...signIn, used: now }), expected: record.version },
      sessionRecord(organisation, token, { ...signIn, at: now, until }),
    ]);
    return written.outcome === 'written' ? { outcome: 'signed-in', token, until } : { outcome: 'used' };
  }

  /** Whose a session is; null: nobody's, or it is over, or they hold no duty any more. */
  async session(playbook: Playbook, token: string, now: number): Promise<Session | null> {
    const { organisation } = playbook;
    const record = await this.#record(organisation, SIGN_IN_KINDS.session, tokenId(token));
    if (record === null) return null;
    const kept = record.body as unknown as Omit<Session, 'id' | 'organisation' | 'contacts'>;
    if (now >= kept.until || (await this.#isEnded(organisation, kept))) return null;
    const identity = await this.#identity(organisation, kept.user);
    if (!maySeeBoard(playbook, kept, identity)) return null;
    return { ...kept, id: record.id, organisation, contacts: heldBy(playbook, kept, identity) };
  }

  /** This device only. */
  async signOut({ organisation, id }: Pick<Session, 'organisation' | 'id'>): Promise<void> {
    await this.#store.writeRecords([{ change: 'delete', organisation, kind: SIGN_IN_KINDS.session, id }]);
  }

  async #isEnded(organisation: string, { user, at }: { user: string; at: number }): Promise<boolean> {
    const ended = await this.#record(organisation, SIGN_IN_KINDS.signInsEnded, endedId(user));
    return ended !== null && at <= ended.at;
  }

  async #mayStillSee(playbook: Playbook, who: SignedIn): Promise<boolean> {
    return maySeeBoard(playbook, who, await this.#identity(playbook.organisation, who.user));
  }

  async #identity(organisation: string, user: string): Promise<Identity | null> {
    const record = await this.#record(organisation, KINDS.identity, user);
    return record === null ? null : (record.body as unknown as Identity);
  }

  #record(organisation: string, kind: string, id: string): Promise<StoredRecord | null> {
    return this.#store.record({ organisation, kind, id });
  }
}

function sessionRecord(
  organisation: string,
  token: string,
  { user, desk, role, name, language, at, until }: SignedIn & { readonly at: number; readonly until: number },
): RecordChange {
  return {
    ...{ change: 'write', organisation, kind: SIGN_IN_KINDS.session, id: tokenId(token), at, expected: 0 },
    ...{ keys: { user }, body: { user, desk, role, name, language, at, until } },
  };
}

function changeOf({ organisation, kind, id, at, keys }: StoredRecord, body: object) {
  return { change: 'write' as const, organisation, kind, id, at, keys, body: body as Json };
}
