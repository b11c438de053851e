import type { Playbook } from '../domain/organisation/playbook.ts';
import type { LinkKeys } from '../http/link-key.ts';
import { LINK_PURPOSE } from '../http/routes/admission.ts';
import { printedAddress } from '../http/routes/printed-address.ts';
import { emergencyPack } from '../paper/pack.ts';
import type { Clock } from '../ports/clock.ts';
import type { Attachment } from '../ports/post.ts';
import type { LetterFile } from '../ports/sender.ts';

export interface LetterFileParts {
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly keys: LinkKeys;
  readonly publicUrl: () => string | null;
  readonly clock: Clock;
}

/** Makes what goes with a letter, as things are when it leaves; null: it is not there any more. */
export function letterFiles(parts: LetterFileParts) {
  return async (organisation: string, file: LetterFile): Promise<Attachment | null> => {
    const playbook = parts.playbooks.get(organisation);
    if (playbook === undefined) return null;
    return file.kind === 'pack' ? packFile(parts, playbook, file.language) : null;
  };
}

/** With all numbers: those who get it are named by the playbook. */
export async function packFile(
  { keys, publicUrl, clock }: LetterFileParts,
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
