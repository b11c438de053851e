import { expect } from 'chai';
import { driftvakt } from '../support/service-process.ts';

const LINES = 'ingen kommer in i intraphone\r\n\nvem ska jag ringa\navbryt';

describe('driftvakt understand', function () {
  this.timeout(30_000);
  const understandIn = (words: readonly string[], input = LINES) =>
    driftvakt(['understand', ...words], {}, input);

  it('prints one JSON object for each line, to the letter of the interface', () => {
    const { code, out, err } = understandIn(['--org', 'falkenberg', '--locale', 'sv', '--json']);
    expect([code, err]).to.deep.equal([0, '']);
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    for (const answer of answers)
      expect(Object.keys(answer)).to.deep.equal(['intent', 'confidence', 'service', 'scope']);
    expect(answers.map(({ intent }) => intent)).to.deep.equal(['report', 'unknown', 'who', 'cancel']);
    expect(answers[0]).to.include({ service: 'intraphone-web', scope: 'many' });
    expect(answers[1]).to.deep.equal({ intent: 'unknown', confidence: 0, service: null, scope: null });
    for (const { confidence } of answers) expect(Math.round(confidence * 100) / 100).to.equal(confidence);
  });

  it('says it readably without --json', () => {
    const { code, out } = understandIn(['--org', 'falkenberg'], 'ingen kommer in i intraphone\n');
    expect(code).to.equal(0);
    expect(out).to.match(/^report \(0\.\d\d\), intraphone-web, many\n$/);
  });

  it('prints nothing for no input', () => {
    expect(understandIn(['--org', 'kivido', '--json'], '')).to.deep.equal({ code: 0, out: '', err: '' });
  });

  for (const words of [['--org', 'nowhere'], ['--org', 'kivido', '--locale', 'de'], []]) {
    it(`answers "${words.join(' ')}" with one clear line and exit code 2`, () => {
      const { code, out, err } = understandIn([...words, '--json']);
      expect([code, out]).to.deep.equal([2, '']);
      expect(err).to.match(/^error: [^\n]+\n$/);
    });
  }
});
