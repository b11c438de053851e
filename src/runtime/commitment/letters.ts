import { copyLetter } from '../../conversation/commitment/copy-words.ts';
import type { Effect } from '../../conversation/effects.ts';
import type { Signature } from '../../domain/commitment/commitment.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { siteLine } from '../../domain/organisation/site.ts';
import type { NewDelivery } from '../../ports/store/outbox.ts';
import type { TimerChange } from '../../ports/store/turn.ts';
import { PAPER_EVENTS, SIGNED } from '../paper/events.ts';
import { letterDelivery } from '../paper/letters.ts';
import { signatureId } from './signatures.ts';

/** What a letter about a signature says; the rest stands in the copy that goes with it. */
export type SignedNews = Pick<Signature, 'name' | 'site' | 'version' | 'title'> & {
  /** Of its record. */
  readonly signature: string;
};

/** Signatures of a turn, as timers that ring at once where letters about them are made. */
export function signedLetterTimers(
  effects: readonly Effect[],
  { organisation }: Playbook,
  now: number,
): TimerChange[] {
  return effects.flatMap((effect) => {
    if (effect.effect !== 'sign') return [];
    const { name, site, version, title, user } = effect.signature;
    const signed: SignedNews = { name, site, version, title, signature: signatureId(version, user) };
    const what = { kind: 'signed', id: signed.signature, signed } as const;
    return [PAPER_EVENTS.timer({ organisation, subject: SIGNED, ahead: 0, what }, now)];
  });
}

/** The copy by mail to the nearest manager who has an address; none where nobody has. */
export function signedLetters(playbook: Playbook, signed: SignedNews, at: number): NewDelivery[] {
  const message = copyLetter(playbook, signed);
  const file = { kind: 'signed', signature: signed.signature } as const;
  return addressesOf(playbook, signed.site).map((address) =>
    letterDelivery(playbook.organisation, { address, key: `signed/${signed.signature}`, message, file, at }),
  );
}

/** Of the people who are the manager, else of the manager as such. */
function addressesOf({ sites, contacts }: Playbook, site: string | null): readonly string[] {
  for (const { manager } of siteLine(sites, site)) {
    const contact = contacts.get(manager ?? '');
    if (contact === undefined) continue;
    if (contact.accounts.size > 0) return [...contact.accounts];
    if (contact.email !== null) return [contact.email];
  }
  return [];
}
