import { expect } from 'chai';
import fc from 'fast-check';
import { who } from '../../../src/domain/contacts/who.ts';
import type { Playbook } from '../../../src/domain/organisation/playbook.ts';
import { loadPlaybook } from '../../../src/playbook/load.ts';
import { SHIPPED, shippedText } from '../../support/playbooks.ts';

/** One slip of whoever writes a playbook. */
type Slip = (lines: readonly string[], at: number, other: number) => string[];

const SLIPS: Readonly<Record<string, Slip>> = {
  delete: (lines, at) => lines.toSpliced(at, 1),
  duplicate: (lines, at) => lines.toSpliced(at, 0, lines[at]!),
  move: (lines, at, other) => lines.toSpliced(at, 1).toSpliced(other, 0, lines[at]!),
  swap: (lines, at, other) => lines.with(at, lines[other]!).with(other, lines[at]!),
  indent: (lines, at) => lines.with(at, `  ${lines[at]}`),
  unindent: (lines, at) => lines.with(at, lines[at]!.trimStart()),
  cut: (lines, at, other) => lines.with(at, lines[at]!.slice(0, other % (lines[at]!.length + 1))),
  letter: (lines, at, other) => {
    const line = lines[at]!;
    const i = other % (line.length + 1);
    return lines.with(at, line.slice(0, i) + 'e:"[{-0#&*'[other % 10] + line.slice(i + 1));
  },
  word: (lines, at, other) => {
    const words = lines[other]!.match(/[\w-]+/g) ?? ['x'];
    return lines.with(at, lines[at]!.replace(/[\w-]+(?=\W*$)/, words[other % words.length]!));
  },
};

const INSTANTS = ['2026-11-24T10:00Z', '2026-12-24T11:30Z', '2027-03-28T01:30Z'].map((text) =>
  Temporal.Instant.from(text),
);

function expectTotal(playbook: Playbook): void {
  for (const at of INSTANTS) {
    const fallback = playbook.fallback.hours.segmentAt(at.epochMilliseconds);
    expect(fallback.value.open, 'fallback').to.equal(true);
    for (const name of ['critical', 'normal'] as const) {
      const situation = { class: name, service: null, site: null, role: null };
      const { steps } = who(playbook, situation, at.toZonedDateTimeISO(playbook.timezone));
      expect(steps.some((step) => step.contacts.some((contact) => contact.available))).to.equal(true);
    }
  }
}

describe('a shipped playbook with slips of the pen', () => {
  const slips = fc.array(fc.tuple(fc.constantFrom(...Object.keys(SLIPS)), fc.nat(), fc.nat()), {
    minLength: 1,
    maxLength: 4,
  });

  it('never throws; it says what is wrong on which line, or still has an answer at every time', () => {
    let loaded = 0;
    fc.assert(
      fc.property(fc.constantFrom(...SHIPPED), slips, (organisation, list) => {
        const lines = list.reduce<string[]>(
          (text, [slip, at, other]) => SLIPS[slip]!(text, at % text.length, other % text.length),
          shippedText(organisation).split('\n'),
        );
        const { playbook, faults } = loadPlaybook('x.yaml', lines.join('\n'));
        for (const { line, message } of faults) {
          expect(line).to.be.within(1, lines.length + 1);
          expect(message).not.to.equal('');
        }
        expect(playbook === null).to.equal(faults.some(({ severity }) => severity === 'error'));
        if (playbook !== null) expectTotal(playbook);
        if (playbook !== null) loaded++;
      }),
      { numRuns: 500 },
    );
    expect(loaded).to.be.greaterThan(0);
  }).timeout(60_000);
});
