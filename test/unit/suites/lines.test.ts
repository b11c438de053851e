import { expect } from 'chai';
import fc from 'fast-check';
import { Lines } from '../../support/suites/lines.ts';

describe('lines of several sources', () => {
  const begun = () => {
    const printed: string[] = [];
    return { printed, lines: new Lines((line) => printed.push(line)) };
  };

  it('are shown at once where they come from the first that has not ended', () => {
    const { printed, lines } = begun();
    lines.add(0, 'a');
    lines.add(1, 'x');
    expect(printed).to.deep.equal(['a']);
    lines.end(0);
    expect(printed).to.deep.equal(['a', 'x']);
    lines.add(1, 'y');
    expect(printed).to.deep.equal(['a', 'x', 'y']);
  });

  it('stand source by source in the end, whatever came when', () => {
    const came = fc.array(fc.nat(2), { maxLength: 30 });
    const ends = fc.shuffledSubarray([0, 1, 2], { minLength: 3 });
    fc.assert(
      fc.property(came, ends, (sources, order) => {
        const { printed, lines } = begun();
        for (const [i, source] of sources.entries()) lines.add(source, `${source} ${i}`);
        for (const source of order) lines.end(source);
        const expected = [0, 1, 2].flatMap((each) =>
          sources.flatMap((source, i) => (source === each ? [`${source} ${i}`] : [])),
        );
        expect(printed).to.deep.equal(expected);
      }),
    );
  });
});
