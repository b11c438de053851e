import { expect } from 'chai';
import { pino } from 'pino';
import { openPictures } from '../../../src/composition/pictures.ts';
import { EnvironmentError, readEnvironment } from '../../../src/config/environment.ts';
import { LinkKeys } from '../../../src/http/link-key.ts';
import { systemClock } from '../../../src/runtime/clock.ts';

const SECRET = 'x'.repeat(32);
const PUBLIC = 'https://bot.example.org';

function open(variables: Record<string, string>) {
  const environment = readEnvironment({ DRIFTVAKT_STORE: ':memory:', ...variables });
  return openPictures({
    ...{ environment, clock: systemClock, log: pino({ level: 'silent' }) },
    keys: new LinkKeys(environment.DRIFTVAKT_LINK_SECRET, environment.production),
    ownAddress: () => 'http://localhost:3978/',
  });
}

describe('the pictures of a service', () => {
  const cases: [Record<string, string>, readonly string[]][] = [
    [{}, ['DRIFTVAKT_PUBLIC_URL', 'DRIFTVAKT_LINK_SECRET']],
    [{ DRIFTVAKT_PUBLIC_URL: PUBLIC }, ['DRIFTVAKT_LINK_SECRET']],
    [{ DRIFTVAKT_LINK_SECRET: SECRET }, ['DRIFTVAKT_PUBLIC_URL']],
  ];
  for (const [variables, missing] of cases)
    it(`are not opened in production without ${missing.join(' and ')}: nobody could be shown them`, async () => {
      const refused = await open({ NODE_ENV: 'production', ...variables }).catch((cause: unknown) => cause);
      expect(refused).to.be.instanceOf(EnvironmentError);
      const lines = (refused as Error).message.split('\n');
      expect(lines.map((line) => line.split(' ', 1)[0])).to.deep.equal(missing);
    });

  it('are opened with both, and without either elsewhere', async () => {
    const both = { DRIFTVAKT_PUBLIC_URL: PUBLIC, DRIFTVAKT_LINK_SECRET: SECRET };
    for (const variables of [{ NODE_ENV: 'production', ...both }, {}]) {
      const pictures = await open(variables);
      expect(pictures.route.path).to.equal('/pictures/:id');
      await pictures.stop();
    }
  });
});
