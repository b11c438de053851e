import { hash } from 'node:crypto';
import type { Speaker } from '../../conversation/event.ts';
import type { Language } from '../../domain/organisation/language.ts';
import type { RecordChange } from '../../ports/store/records.ts';
import { derivedName } from '../names.ts';

/** Which records they are. */
export const SIGN_IN_KINDS = {
  signIn: 'sign-in',
  signInsEnded: 'sign-ins-ended',
  session: 'session',
} as const;

/** Makes the links that open the board once. */
export interface SignInLinks {
  /** A link that nobody can guess, always the same for the same event; null: there is no page here. */
  linkFor(organisation: string, event: string): { readonly address: string; readonly token: string } | null;
}

/** Who signs in, as the conversation knew them. Plain data. */
export interface SignedIn {
  readonly user: string;
  readonly desk: boolean;
  /** As the channel knew it for certain. */
  readonly role: string | null;
  readonly name: string | null;
  readonly language: Language;
}

/** A link that was told, found by what is kept of its token. */
export interface SignIn extends SignedIn {
  readonly at: number;
  readonly until: number;
  /** When it was used (ms); null: it was not. */
  readonly used: number | null;
}

/** What is kept of a token: nobody can sign in with what the store holds. */
export function tokenId(token: string): string {
  return hash('sha256', token);
}

/** Whose sessions end together: one person's at once. */
export function endedId(user: string): string {
  return derivedName('', user);
}

/** A link that is told in a turn. */
export function signInRecord(
  { user, desk, role }: Speaker,
  told: {
    readonly id: string;
    readonly until: number;
    readonly language: Language;
    readonly name: string | null;
  },
  { organisation, at }: { readonly organisation: string; readonly at: number },
): RecordChange {
  const { id, until, language, name } = told;
  return {
    ...{ change: 'write', organisation, kind: SIGN_IN_KINDS.signIn, id, at, keys: { user }, expected: 0 },
    body: { user, desk, role, name, language, at, until, used: null },
  };
}

/** From now on nothing holds that a person opened before. */
export function endedRecord(
  { user }: Pick<Speaker, 'user'>,
  { organisation, at }: { readonly organisation: string; readonly at: number },
): RecordChange {
  return {
    ...{ change: 'write', organisation, kind: SIGN_IN_KINDS.signInsEnded, id: endedId(user), at, keys: {} },
    body: { at },
  };
}
