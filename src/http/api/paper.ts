import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { UnitCopy } from '../../domain/paper/copies.ts';
import type { LinkKeys } from '../link-key.ts';
import type { ChannelRoute } from '../server.ts';
import { operatorRoute } from './operators.ts';

export interface PaperApiParts {
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly keys: LinkKeys;
  /** What every unit has, in the order of the playbook. */
  readonly units: (playbook: Playbook) => Promise<readonly UnitCopy[]>;
}

/** The HTTP API for operators: which unit has which version on paper (docs/paper.md). */
export function paperApi(parts: PaperApiParts): readonly ChannelRoute[] {
  return [
    operatorRoute(parts, 'GET', '/paper', async (playbook) => ({
      organisation: playbook.organisation,
      units: (await parts.units(playbook)).map((unit) => plainOf(playbook, unit)),
    })),
  ];
}

function plainOf(
  { timezone }: Playbook,
  { rule, site, stage, askedAt, due, has, missing }: UnitCopy,
): object {
  const time = (at: number | null): string | null =>
    at === null
      ? null
      : Temporal.Instant.fromEpochMilliseconds(at)
          .toZonedDateTimeISO(timezone)
          .toString({ timeZoneName: 'never', smallestUnit: 'second' });
  return {
    ...{ paper: rule, unit: site, state: stage, asked: time(askedAt), due: time(due), missing },
    has: has === null ? null : { version: has.version, at: time(has.at), by: has.by },
  };
}
