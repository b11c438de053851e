import type { Signature } from '../../domain/commitment/commitment.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Person } from '../../domain/people/person.ts';
import type { LinkKeys } from '../link-key.ts';
import type { ChannelRoute } from '../server.ts';
import { ApiRefusal } from './exchange.ts';
import { operatorRoute } from './operators.ts';

export interface CommitmentApiParts {
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly keys: LinkKeys;
  /** Everybody who has signed a version. */
  readonly signed: (organisation: string, version: string) => Promise<readonly Signature[]>;
  /** Everybody of the directory. */
  readonly people: { read(organisation: string): Promise<{ readonly people: readonly Person[] }> };
}

/** The HTTP API for operators: who has signed, and who of the directory has not (docs/commitment.md). */
export function commitmentApi(parts: CommitmentApiParts): readonly ChannelRoute[] {
  return [operatorRoute(parts, 'GET', '/commitment', (playbook) => overview(parts, playbook))];
}

async function overview({ signed, people }: CommitmentApiParts, playbook: Playbook): Promise<object> {
  const { organisation, commitment, timezone } = playbook;
  if (commitment === null) throw new ApiRefusal(404, `The playbook of ${organisation} has nothing to sign.`);
  const [signatures, directory] = await Promise.all([
    signed(organisation, commitment.version),
    people.read(organisation),
  ]);
  const addresses = new Set(signatures.map(({ known }) => known?.email?.toLowerCase() ?? ''));
  const isMissing = ({ email }: Person): boolean => email !== null && !addresses.has(email.toLowerCase());
  return {
    ...{ organisation, version: commitment.version },
    signed: signatures.map(({ name, known, site, at }) => ({
      ...{ name, known, site },
      at: Temporal.Instant.fromEpochMilliseconds(at)
        .toZonedDateTimeISO(timezone)
        .toString({ timeZoneName: 'never', smallestUnit: 'second' }),
    })),
    missing: directory.people.filter(isMissing).map(({ name, unit, email }) => ({ name, unit, email })),
    // Of whom it cannot be told: a signature is found by the mail address.
    withoutAddress: directory.people.filter(({ email }) => email === null).length,
  };
}
