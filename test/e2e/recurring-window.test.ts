import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { driftvakt } from '../support/service-process.ts';

interface Line {
  readonly to: string;
  readonly at: string;
  readonly kind: string;
  readonly text: string;
}

/** Just after each moment that is of interest, by the organisation's clock. */
const MOMENTS = [
  ...['2026-12-10T17:59', '2026-12-10T18:01', '2026-12-16T18:01', '2026-12-17T17:01', '2026-12-17T18:01'],
  ...['2026-12-17T20:01', '2027-01-14T18:01', '2027-01-20T18:01', '2027-01-21T17:01', '2027-01-21T18:01'],
  '2027-01-21T20:01',
];

describe('a window that comes again, in processes of their own on the clock of the chat', function () {
  this.timeout(120_000);
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'driftvakt-recurring-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function chat(lines: readonly string[], ...who: string[]): Promise<Line[]> {
    const begun = ['--org', 'itcentrum', '--locale', 'sv', '--at', '2026-11-23T09:00:00+01:00'];
    const words = ['chat', ...begun, '--json', '--data', folder, ...who];
    const { code, out, err } = await driftvakt(words, {}, `${lines.join('\n')}\n`);
    expect([code, err]).to.deep.equal([0, '']);
    return out
      .trim()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  }

  it('reminds a week, a day and an hour before each day, and says that it begins and ends', async () => {
    await chat(['prenumerera', 'Prenumerera'], '--user', 'anna');
    const series = 'varje tredje torsdag i månaden 18–20 TES';
    const answers = [
      'det var allt',
      'hoppa över',
      'Vi byter servrar',
      'nej',
      'hoppa över',
      'Ingen rutin',
      'Nej',
    ];
    const written = await chat(
      ['nytt servicefönster', 'En fråga i taget', series, ...answers, 'Skicka till 1 person'],
      ...['--user', 'it', '--desk'],
    );
    const told = written.filter(({ to }) => to === 'anna');
    expect(told, 'only the first is told when it is sent').to.have.length(1);
    expect(told[0]?.text).to.contain('torsdag 17 december 18–20').and.contain('13 gånger i allt');
    expect(told[0]?.text).to.contain('21 januari 2027').and.contain('16 december 2027');

    const heard = await chat(
      MOMENTS.map((moment) => `@${moment}:00+01:00`),
      ...['--user', 'anna'],
    );
    const said = heard
      .filter(({ to }) => to === 'anna')
      .map(({ at, text }) => {
        const [first = ''] = text.split('\n');
        const day = /torsdag (\d+ \p{L}+)/u.exec(text)?.[1];
        const state = text.includes('Läge: Pågår') ? ' (pågår)' : '';
        return `${at.slice(0, 16)} ${first}, ${day}${state}`;
      });
    const planned = 'Planerat arbete: TES';
    const reminded = (at: string, day: string) => [
      `${at} ${planned}, ${day}`,
      `${at} Påminnelse: ${planned}, ${day}`,
    ];
    expect(said).to.deep.equal([
      ...reminded('2026-12-10T18:00', '17 december'),
      ...reminded('2026-12-16T18:00', '17 december'),
      ...reminded('2026-12-17T17:00', '17 december'),
      `2026-12-17T18:00 ${planned}, 17 december (pågår)`,
      '2026-12-17T20:00 Klart: TES, 17 december',
      // Nobody has a message of the second one yet, so that its first reminder is the message itself.
      `2027-01-14T18:00 ${planned}, 21 januari`,
      ...reminded('2027-01-20T18:00', '21 januari'),
      ...reminded('2027-01-21T17:00', '21 januari'),
      `2027-01-21T18:00 ${planned}, 21 januari (pågår)`,
      '2027-01-21T20:00 Klart: TES, 21 januari',
    ]);
  });
});
