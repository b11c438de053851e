import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { driftvakt, ServiceProcess } from '../support/service-process.ts';
import { seeded } from '../support/store-kill.ts';
import { FAKE_TENANT, FakeTeams, personalMessage } from '../support/teams/fake-teams.ts';
import { buttonsOf, textOfMessage } from '../support/teams/read-card.ts';

/** `TEAMS_KILLS=200 TEAMS_SEED=7 npx mocha test/e2e/teams-service.test.ts` for a long run. */
const KILLS = Number(process.env.TEAMS_KILLS ?? 8);
const SEED = Number(process.env.TEAMS_SEED ?? 1);

async function eventually<T>(look: () => T | undefined, ms = 10_000): Promise<T> {
  for (const deadline = Date.now() + ms; ; await pause(20)) {
    const seen = look();
    if (seen !== undefined) return seen;
    if (Date.now() > deadline) throw new Error('it did not happen in time');
  }
}

describe('the service in Teams', function () {
  this.timeout(60_000);
  let teams: FakeTeams;
  before(async () => {
    teams = await FakeTeams.start();
  });
  after(() => teams.stop());

  it('answers a signed message with a card, by tokens of the login, and a press in the same response', async () => {
    const service = await ServiceProcess.start(teams.environment);
    try {
      const { status, body } = await teams.post(
        service.address,
        personalMessage('anna', '1', 'skriveren virker ikke'),
      );
      expect([status, body]).to.deep.equal([200, '']);
      const message = await eventually(() => teams.connector.messages('a:anna')[0]);
      const [button] = buttonsOf(message.activity);
      const pressed = await teams.post(service.address, {
        ...personalMessage('anna', '2', ''),
        ...{ type: 'invoke', name: 'adaptiveCard/action', replyToId: message.id, text: undefined },
        value: { action: { verb: 'choice', data: button?.data }, trigger: 'manual' },
      });
      expect(pressed.status).to.equal(200);
      const { value } = JSON.parse(pressed.body) as { value: object };
      expect(
        textOfMessage({
          attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: value }],
        }),
      ).to.contain(`✓ ${button?.title}`);
      await eventually(() => (message.updates === 1 ? true : undefined));
      expect(teams.login.asked).to.deep.equal(['https://api.botframework.com/.default']);
    } finally {
      expect(await service.stop()).to.equal(0);
    }
  });

  it('refuses what is not signed by Teams: 401, an empty body, one line in the log and no token in it', async () => {
    const service = await ServiceProcess.start({ ...teams.environment, LOG_LEVEL: 'warn' });
    const iss = teams.issuer.cloud.issuer;
    const serviceurl = teams.connector.serviceUrl;
    const aud = teams.environment.MicrosoftAppId ?? '';
    const right = { iss, aud, serviceurl };
    const tenant = '99999999-0000-4000-8000-000000000000';
    const elsewhere = {
      channelData: { tenant: { id: tenant } },
      conversation: { id: 'a:x', tenantId: tenant },
    };
    const sign = (claims: object) => teams.issuer.token({ ...right, ...claims });
    const cases: [string, string | null, Record<string, unknown>?][] = [
      ['no token', null],
      ['no bearer', 'Basic YW5uYTpzZWNyZXQ='],
      ['a forged signature', `Bearer ${await teams.issuer.forged(right)}`],
      ['an expired token', `Bearer ${await sign({ exp: -3600 })}`],
      ['another audience', `Bearer ${await sign({ aud: FAKE_TENANT })}`],
      ['another issuer', `Bearer ${await sign({ iss: 'https://sts.windows.net/x/' })}`],
      [
        'an issuer of the emulator',
        `Bearer ${await sign({ iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' })}`,
      ],
      ['another service address', `Bearer ${await sign({ serviceurl: 'https://elsewhere.example/' })}`],
      ['no service address in the token', `Bearer ${await sign({ serviceurl: undefined })}`],
      ['no service address in the activity', `Bearer ${await sign({})}`, { serviceUrl: undefined }],
      ['another channel', `Bearer ${await sign({})}`, { channelId: 'AseChannel' }],
      ['a tenant that is not allowed', `Bearer ${await sign({})}`, elsewhere],
    ];
    try {
      for (const [name, authorization, change = {}] of cases) {
        const before = service.printed.split('\n').length;
        const activity = { ...personalMessage('eve', name, 'hei'), ...change };
        expect(await teams.post(service.address, activity, authorization), name).to.deep.equal({
          status: 401,
          body: '',
        });
        await eventually(() => (service.printed.split('\n').length > before ? true : undefined));
        expect(service.printed.split('\n').length, name).to.equal(before + 1);
        const [, , signature = 'none'] = (authorization ?? '').split('.');
        expect(service.printed).to.not.contain(signature.slice(0, 40) || 'none');
      }
      expect(teams.connector.messages('a:eve')).to.deep.equal([]);
    } finally {
      await service.stop();
    }
  });

  it('is off without credentials, says so, and has no address for Teams', async () => {
    const service = await ServiceProcess.start();
    try {
      expect(service.printed).to.contain('Microsoft Teams is off');
      expect((await teams.post(service.address, personalMessage('anna', '1', 'hei'))).status).to.equal(404);
    } finally {
      await service.stop();
    }
  });

  it('does not start half-configured, and names what is missing or wrong', () => {
    const { DRIFTVAKT_DEFAULT_ORG: _org, MicrosoftAppPassword: _password, ...half } = teams.environment;
    const cases: [Record<string, string>, string][] = [
      [half, 'MicrosoftAppPassword is missing'],
      [{ ...teams.environment, DRIFTVAKT_DEFAULT_ORG: 'nowhere' }, 'DRIFTVAKT_DEFAULT_ORG is "nowhere"'],
      [
        { DRIFTVAKT_TEAMS_LOCAL: '1', NODE_ENV: 'production' },
        'DRIFTVAKT_TEAMS_LOCAL is refused in production',
      ],
      [
        { ...half, MicrosoftAppCertificate: '/nowhere.pem', MicrosoftAppPrivateKey: '/nowhere.key' },
        'MicrosoftAppCertificate names a file that cannot be read (ENOENT)',
      ],
    ];
    for (const [environment, said] of cases) {
      const { code, err } = driftvakt(['serve'], { ...environment, PORT: '0' });
      expect(err).to.contain(said);
      expect(code).to.not.equal(0);
      expect(err).to.not.contain('a-password~of.the-app');
    }
  });

  it(`posts no message twice, killed ${KILLS} times (seed ${SEED})`, async function () {
    this.timeout(60_000 + KILLS * 5000);
    const folder = mkdtempSync(join(tmpdir(), 'driftvakt-teams-kill-'));
    const environment = {
      ...teams.environment,
      DRIFTVAKT_STORE: join(folder, 'store.sqlite'),
      LOG_LEVEL: 'fatal',
    };
    const random = seeded(SEED);
    let service = await ServiceProcess.start(environment);
    let accepted = 0;
    const people = Array.from({ length: 4 }, (_, i) => `killed-${SEED}-${i}`);
    try {
      for (let kill = 0; kill < KILLS; kill++) {
        const posts = people.map((user) =>
          teams.post(service.address, personalMessage(user, `m${kill}`, 'hei')).catch(() => null),
        );
        await pause(random() * 150);
        await service.kill();
        accepted += (await Promise.all(posts)).filter((answer) => answer?.status === 200).length;
        service = await ServiceProcess.start(environment);
        for (const user of people)
          expect(
            (await teams.post(service.address, personalMessage(user, `m${kill}`, 'hei'))).status,
          ).to.equal(200);
      }
      const database = new DatabaseSync(environment.DRIFTVAKT_STORE, { readOnly: true, timeout: 5000 });
      const states = database.prepare(
        'SELECT state, reason, count(*) AS n FROM outbox GROUP BY state, reason',
      );
      const ended = await eventually(() => {
        const rows = states.all() as unknown as { state: string; reason: string; n: number }[];
        const count = rows.reduce((sum, { n }) => sum + n, 0);
        const isOver = rows.every(({ state }) => state === 'sent' || state === 'ambiguous');
        return isOver && count === KILLS * people.length ? rows : undefined;
      }, 20_000);
      database.close();
      const number = (state: string) => ended.find((row) => row.state === state)?.n ?? 0;
      const arrived = people.flatMap((user) => teams.connector.messages(`a:${user}`)).length;
      expect(arrived).to.be.within(number('sent'), KILLS * people.length);
      for (const user of people) {
        const signs = teams.connector
          .messages(`a:${user}`)
          .map(({ activity }) =>
            JSON.stringify([buttonsOf(activity)[0]?.data.of, buttonsOf(activity)[0]?.data.on]),
          );
        expect(signs).to.deep.equal([...new Set(signs)]);
        expect(signs.length).to.be.at.most(KILLS);
      }
      console.log(
        `      ${KILLS * people.length} messages, ${accepted} acknowledged before a kill; ${arrived} arrived, of ${number('ambiguous')} nobody can say`,
      );
    } finally {
      await service.stop();
      rmSync(folder, { recursive: true });
    }
  });
});
