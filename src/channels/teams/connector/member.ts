import { z } from 'zod';

/** Somebody in the roster of a conversation. What Teams does not say is null. */
export interface Member {
  /** Their id in Teams (`29:…`). */
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly userPrincipalName: string | null;
  /** Their id in Entra, a GUID. */
  readonly aadObjectId: string | null;
  /** `user`, `guest`, `anonymous` … */
  readonly userRole: string | null;
}

/** Something absent, empty, too long or of another kind is not known. */
const said = z.string().trim().min(1).max(400).nullable().catch(null).default(null);

/** Teams writes the Entra id as `objectId` where its own library says `aadObjectId`. */
const entry = z.object({
  id: z.string().min(1).max(1000),
  name: said,
  email: said,
  userPrincipalName: said,
  aadObjectId: said,
  objectId: said,
  userRole: said,
});

/** Reads an entry of a roster; null if it is none. */
export function memberFrom(answer: unknown): Member | null {
  const read = entry.safeParse(answer).data;
  if (read === undefined) return null;
  const { objectId, aadObjectId, ...rest } = read;
  return { ...rest, aadObjectId: aadObjectId ?? objectId };
}
