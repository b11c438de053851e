import { isoTime } from '../../conversation/who/json.ts';
import { instantIn } from '../../domain/contacts/who.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Stretch } from '../../playbook/coverage/coverage.ts';
import type { CheckedFile } from '../commands/check.ts';

/** What `check --json` prints of one file. */
export function checkJson({ file, playbook, faults, coverage }: CheckedFile): object {
  const plain = faults.map(({ severity, line, path, message }) => ({ severity, line, path, message }));
  if (playbook === null || coverage === null) return { file, loads: playbook !== null, faults: plain };
  const cases = coverage.cases.map((each) => ({
    situations: each.situations,
    answers: each.segments.length,
    holes: each.holes.map((stretch) => times(playbook, stretch)),
    onlyFallback: each.fallbackOnly.map((stretch) => times(playbook, stretch)),
  }));
  return {
    file,
    loads: true,
    faults: plain,
    coverage: { from: isoTime(coverage.from), to: isoTime(coverage.to), cases },
  };
}

function times(playbook: Playbook, { start, end }: Stretch): { from: string | null; to: string | null } {
  return { from: isoTime(instantIn(playbook, start)), to: isoTime(instantIn(playbook, end)) };
}
