import { hasRedis } from '../redis-server.ts';
import { optionsOf, type SoakSettings, settingsOf } from './settings.ts';
import { Soak, type SoakFigures } from './soak.ts';
import { type Verdict, verdictOf } from './verdict.ts';

// `npm run soak -- --minutes 10 --rate 500 --seed 1`: several processes on one Redis, broken again and again.

const BAD_INPUT = 2;
/** The rest is counted. */
const MOST_SHOWN = 50;

function tell(line: string): void {
  process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
}

function report(
  settings: SoakSettings,
  figures: SoakFigures,
  { faults, unclearAnswers, unclearNotices }: Verdict,
): void {
  const seconds = settings.forMs / 1000;
  const rates = `${(figures.accepted / seconds).toFixed(1)} turns a second of ${settings.rate} offered`;
  tell(`seed ${settings.seed}: ${figures.accepted} messages accepted, ${rates}; ${figures.again} sent again`);
  tell(
    `${figures.kills} kills, ${figures.restarts} times Redis; quiet after ${figures.quietAfterMs / 1000} s`,
  );
  tell(
    `in Teams unclear: ${unclearAnswers} answers, ${unclearNotices} notices; beyond a limit ${JSON.stringify(figures.violations)}`,
  );
  for (const fault of faults.slice(0, MOST_SHOWN)) tell(`WRONG ${fault}`);
  tell(faults.length === 0 ? 'nothing is wrong' : `${faults.length} are wrong (seed ${settings.seed})`);
}

async function main(settings: SoakSettings): Promise<number> {
  tell(`seed ${settings.seed}, ${JSON.stringify(settings)}`);
  const soak = await Soak.start(settings);
  try {
    const figures = await soak.run(tell);
    const verdict = await verdictOf(soak);
    report(settings, figures, verdict);
    for (const [what, count] of soak.bots.errors().slice(0, MOST_SHOWN)) tell(`${count} × ${what}`);
    return verdict.faults.length === 0 && figures.codes.every((code) => code === 0) ? 0 : 1;
  } finally {
    await soak.end();
  }
}

try {
  if (!hasRedis()) throw new RangeError('there is no redis-server on the path');
  process.exitCode = await main(settingsOf(optionsOf(process.argv.slice(2))));
} catch (error) {
  if (!(error instanceof RangeError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = BAD_INPUT;
}
