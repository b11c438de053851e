import type { Signature } from '../domain/commitment/commitment.ts';
import type { Playbook } from '../domain/organisation/playbook.ts';
import type { LinkKeys } from '../http/link-key.ts';
import { LINK_PURPOSE } from '../http/routes/admission.ts';
import { printedAddress } from '../http/routes/printed-address.ts';
import { emergencyPack } from '../paper/pack.ts';
import { signedCopy } from '../paper/signed.ts';
import type { Clock } from '../ports/clock.ts';
import type { Attachment } from '../ports/post.ts';
import type { LetterFile } from '../ports/sender.ts';
import type { Store } from '../ports/store.ts';
import { KINDS } from '../runtime/record-codecs.ts';

/** What the emergency pack is made with. */
export interface PackFileParts {
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly keys: LinkKeys;
  readonly publicUrl: () => string | null;
  readonly clock: Clock;
}

export interface LetterFileParts extends PackFileParts {
  readonly store: Pick<Store, 'record'>;
}

/** Makes what goes with a letter, as things are when it leaves; null: it is not there any more. */
export function letterFiles(parts: LetterFileParts) {
  return async (organisation: string, file: LetterFile): Promise<Attachment | null> => {
    const playbook = parts.playbooks.get(organisation);
    if (playbook === undefined) return null;
    if (file.kind === 'pack') return packFile(parts, playbook, file.language);
    const id = file.signature;
    const record = await parts.store.record({ organisation, kind: KINDS.signature, id });
    if (record === null) return null;
    // Written by the runtime from the same type.
    const bytes = await signedCopy(playbook, record.body as unknown as Signature);
    return { name: `${organisation}-signed.pdf`, type: 'application/pdf', bytes };
  };
}

/** With all numbers: those who get it are named by the playbook. */
export async function packFile(
  { keys, publicUrl, clock }: PackFileParts,
  playbook: Playbook,
  language: Playbook['languages'][number],
): Promise<Attachment> {
  const { organisation, timezone } = playbook;
  const [base, key] = [publicUrl(), keys.keyFor(LINK_PURPOSE, organisation)];
  const bytes = await emergencyPack(playbook, {
    ...{ language, audience: 'trusted', now: clock.now().toZonedDateTimeISO(timezone) },
    address:
      base === null ? null : (version) => printedAddress({ base, organisation, language, key, version }),
  });
  return { name: `${organisation}-${language}.pdf`, type: 'application/pdf', bytes };
}
