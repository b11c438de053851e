import type { Effect } from '../../conversation/effects.ts';
import type { CommitmentKnown } from '../../conversation/event.ts';
import type { Signature } from '../../domain/commitment/commitment.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { siteLine } from '../../domain/organisation/site.ts';
import type { TimerChange } from '../../ports/store/turn.ts';
import type { Store } from '../../ports/store.ts';
import { derivedName } from '../names.ts';
import { type Holder, holdersOf, speakerOf } from '../people/holders.ts';
import { type Moment, tellTimer } from '../process/tell.ts';
import { KINDS } from '../record-codecs.ts';

/** Makes the link to the copy of what somebody signed; null: there is no page here. */
export interface CopyLinks {
  linkFor(organisation: string, signature: string): string | null;
}

/** One person signs a version once: it is one record. */
export function signatureId(version: string, user: string): string {
  return derivedName(`${version}/`, user);
}

/** Whether somebody has signed what is to be signed now; undefined: nothing is. */
export async function commitmentKnown(
  store: Pick<Store, 'record'>,
  { organisation, commitment }: Playbook,
  user: string,
  links: CopyLinks | null,
): Promise<CommitmentKnown | undefined> {
  if (commitment === null) return undefined;
  const id = signatureId(commitment.version, user);
  const record = await store.record({ organisation, kind: KINDS.signature, id });
  const copy = links?.linkFor(organisation, id) ?? null;
  return { signed: record === null ? null : (record.body as unknown as Signature), copy };
}

/** Where the nearest manager of a unit is written to: of itself, else of those above it. */
export async function managersOf(
  store: Pick<Store, 'findRecords' | 'record'>,
  playbook: Playbook,
  site: string | null,
): Promise<readonly Holder[]> {
  const manager = siteLine(playbook.sites, site).find((each) => each.manager !== null)?.manager ?? null;
  return manager === null ? [] : holdersOf(store, playbook, manager);
}

/** The nearest managers are told of a signature. */
export function signedTimers(
  effects: readonly Effect[],
  { organisation }: Playbook,
  about: { readonly managers: readonly Holder[]; readonly copy: string | null },
  moment: Moment,
): TimerChange[] {
  return effects.flatMap((effect) => {
    if (effect.effect !== 'sign') return [];
    // What it says stands in the copy.
    const signature = { ...effect.signature, text: '' };
    return about.managers.map((holder) =>
      tellTimer(
        { organisation, conversation: holder.conversation, from: speakerOf(holder) },
        { kind: 'signed', signature, copy: about.copy },
        `signed/${organisation}/${signature.version}/${signature.user}/${holder.conversation}`,
        moment,
      ),
    );
  });
}
