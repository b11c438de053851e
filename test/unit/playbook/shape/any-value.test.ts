import { expect } from 'chai';
import fc from 'fast-check';
import { loadPlaybook } from '../../../../src/playbook/load.ts';
import { SAMPLE, TEAMS, TRIAGE } from '../sample.ts';

const WHOLE = TRIAGE + TEAMS.slice(SAMPLE.length);

describe('any value anywhere', () => {
  const values = WHOLE.match(/(?<=: |\[|, )[^\s{}[\],"][^{}[\],"\n]*(?=[,\]}\n ])/g) ?? [];
  const odd = fc.constantFrom(
    '5',
    '-0.5',
    'true',
    'null',
    '{}',
    '[]',
    '[[]]',
    '{ a: b }',
    '[a, 5]',
    '""',
    '~',
    'constructor',
    '{ sv: { sv: x } }',
    '" "',
    '.nan',
  );

  it('is refused in words of this product, never in those of its libraries', () => {
    fc.assert(
      fc.property(fc.constantFrom(...values), odd, (value, by) => {
        for (const { message, path } of loadPlaybook(
          'sample.yaml',
          WHOLE.replaceAll(value, () => by),
        ).faults) {
          expect(message, path).to.match(
            /^(is|has|needs|names|lead|ends|cannot|hands|runs|limits|leaves|overlaps|says|shows|never|lies)\b/,
          );
          expect(message, path).not.to.match(
            /invalid|too (small|big)|expected (string|array|object)|undefined|\bNaN\b|\[object/i,
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});
