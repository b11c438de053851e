import { expect } from 'chai';
import { INSTALL_LIMITS } from '../../../../../src/channels/slack/install/limits.ts';
import { installRoutes } from '../../../../../src/channels/slack/install/routes.ts';
import { keyFrom } from '../../../../../src/channels/slack/install/seal.ts';
import { InstallStates } from '../../../../../src/channels/slack/install/state.ts';
import { organisationsIn } from '../../../../../src/channels/slack/organisations.ts';
import { BOT_SCOPES } from '../../../../../src/channels/slack/scopes.ts';
import type { Playbook } from '../../../../../src/domain/organisation/playbook.ts';
import { smallPage } from '../../../../../src/http/pages/small-page.ts';
import { writePage } from '../../../../../src/http/reply.ts';
import { playbookFrom, shippedText } from '../../../../support/playbooks.ts';
import { FAKE_APP } from '../../../../support/slack/app.ts';
import { Installer, type Shown } from '../../../../support/slack/installer.ts';
import type { Visitor } from '../../../../support/slack/oauth.ts';
import { type LocalServer, startServer } from '../../../../support/teams/local-server.ts';
import { InstallStage, SECRET } from './stage.ts';

const PLAYBOOK: Playbook = {
  ...playbookFrom(shippedText('porsanger')),
  slack: { workspaces: ['T1'], enterprises: ['E7'], desk: null, guests: 'answer' },
};

describe('the pages by which a workspace gets the app', () => {
  let stage: InstallStage;
  let server: LocalServer;
  let base: string;
  let told: [string, string | null][];
  beforeEach(async () => {
    stage = await InstallStage.start();
    told = [];
    await serve();
  });
  afterEach(async () => {
    server.stop();
    await stage.stop();
  });

  async function serve(defaultOrganisation: string | null = null, publicUrl?: string): Promise<void> {
    const playbooks: ReadonlyMap<string, Playbook> = new Map([['porsanger', PLAYBOOK]]);
    const { oauth, installations, clock } = stage;
    const routes = installRoutes({
      ...{ oauth, clock, playbooks, log: stage.logger, clientId: FAKE_APP.clientId },
      installations: { keep: (each) => installations.keep(each) },
      states: new InstallStates(keyFrom(SECRET, 'slack-install')),
      organisations: organisationsIn(playbooks, { defaultOrganisation }),
      redirectUri: () => new URL('/slack/oauth_redirect', publicUrl ?? server.address).href,
      authorizeUrl: `${stage.slack.address}/oauth/v2/authorize`,
      show: (response, page) => writePage(response, smallPage(page)),
      installed: async ({ id }, organisation) => void told.push([id, organisation]),
    });
    server = await startServer((request, response) => {
      const path = (request.url ?? '').split('?', 1)[0];
      return routes.find((route) => route.path === path)?.handle(request, response);
    });
    base = `${server.address}/`;
  }

  const installer = (language?: string) => new Installer(base, stage.slack, language);
  const visitor = (more: object = {}): Visitor => ({ workspace: stage.town, user: 'U0ADMIN', ...more });
  function shows(page: Shown, status: number, words: string): void {
    expect(page.text).to.contain(words);
    expect(page.status).to.equal(status);
  }
  const isKept = async () => (await stage.installations.find('T1')) !== null;

  it('speak the language of the browser, or the one that is picked', async () => {
    const words = {
      'sv-SE,sv;q=0.9': 'Lägg till i Slack',
      'nn-NO, en;q=0.1': 'Legg til i Slack',
      'fi, nl;q=0.5': 'Toevoegen aan Slack',
      fi: 'Add to Slack',
    };
    for (const [language, said] of Object.entries(words))
      expect((await installer(language).page()).text, language).to.contain(said);
    const picked = await installer('sv').page('slack/install?lang=nl');
    expect(picked.text).to.contain('Toevoegen aan Slack');
    expect(picked.html).to.contain('<html lang="nl">').and.contain('href="/slack/install?lang=sv"');
  });

  it('ask Slack for exactly the scopes of the app, and keep what it gives', async () => {
    const page = await installer().install(visitor());
    shows(page, 200, 'svarer den for Porsanger kommune');
    const kept = await stage.installations.find('T1');
    expect(kept?.scopes).to.deep.equal(BOT_SCOPES);
    expect(kept?.tokens).to.include({ token: stage.town.token, refresh: null });
    expect(told).to.deep.equal([['T1', 'porsanger']]);
    expect(JSON.stringify(stage.log)).not.to.contain('xoxb');
  });

  it('say what to put into the playbook for a workspace that none names', async () => {
    const stranger = stage.slack.addWorkspace({ team: 'T2', domain: '<b>kommune</b>', isInstalled: false });
    const page = await installer('en').install(visitor({ workspace: stranger }));
    expect(page.html).to.contain('<pre tabindex="0">slack:\n  workspaces: [T2]</pre>');
    expect(page.html).to.contain('Driftvakt is in &lt;b&gt;kommune&lt;/b&gt;').and.not.contain('<b>');
    expect(page.text).to.contain('no organisation names this workspace yet');
    expect(told).to.deep.equal([['T2', null]]);
    const whole = stage.slack.addWorkspace({ team: 'T3', enterprise: 'E3', isInstalled: false });
    const org = await installer('en').install(visitor({ workspace: whole, isWhole: true }));
    expect(org.html).to.contain('enterprises: [E3]');
    const named = stage.slack.addWorkspace({ team: 'T4', enterprise: 'E7', isInstalled: false });
    expect((await installer('en').install(visitor({ workspace: named }))).text).to.contain('for Porsanger');
  });

  it('say whose it is where a default organisation takes it', async () => {
    server.stop();
    await serve('porsanger');
    const stranger = stage.slack.addWorkspace({ team: 'T2', isInstalled: false });
    const page = await installer('en').install(visitor({ workspace: stranger }));
    expect(page.text).to.contain('It answers there for Porsanger kommune');
  });

  it('say which permissions are missing', async () => {
    const page = await installer('en').install(visitor({ scopes: BOT_SCOPES.slice(1) }));
    expect(page.text).to.contain(`fewer permissions than it needs (${BOT_SCOPES[0]} is missing)`);
    expect(await isKept()).to.equal(true);
  });

  it('say that nothing was installed when that was not allowed', async () => {
    const page = await installer('en').install({ error: 'access_denied' });
    shows(page, 403, 'Nothing was installed');
    expect(page.html).to.contain('href="/slack/install?lang=en"');
    const odd = await installer('en').install({ error: '<script>alert(1)</script>' });
    expect(odd.text).to.contain('Slack refused it (unknown)');
    expect(odd.html).not.to.contain('<script');
    expect(stage.slack.calls('oauth.v2.access')).to.equal(0);
  });

  it('take what comes back once, in time, and in the same browser', async () => {
    const anna = installer('en');
    const address = await anna.comeBack(visitor());
    expect((await installer('en').open(address)).text).to.contain('not begun in this browser');
    expect(await isKept()).to.equal(false);
    const { cookie } = anna;
    expect((await anna.open(address)).status).to.equal(200);
    expect(anna.cookie).to.equal(null);
    anna.cookie = cookie;
    expect((await anna.open(address)).text).to.contain('used already');
    const late = await anna.comeBack(visitor());
    stage.time.now += INSTALL_LIMITS.stateMs + 1;
    expect((await anna.open(late)).text).to.contain('longer than ten minutes');
    expect(stage.slack.calls('oauth.v2.access')).to.equal(1);
    for (const query of ['', '?code=x', `?state=${'x'.repeat(5000)}`, '?code=&state='])
      expect((await anna.page(`slack/oauth_redirect${query}`)).status, query).to.equal(400);
  });

  it('protect the cookie, and with https send it over nothing else', async () => {
    const cookieFrom = async () => {
      const response = await fetch(`${base}slack/install?go=1`, { redirect: 'manual' });
      expect(response.headers.get('cache-control')).to.equal('no-store');
      return response.headers.get('set-cookie') ?? '';
    };
    expect(await cookieFrom()).to.match(/; Path=\/slack; Max-Age=600; HttpOnly; SameSite=Lax$/);
    server.stop();
    await serve(null, 'https://bot.example.test');
    expect(await cookieFrom()).to.match(/; HttpOnly; SameSite=Lax; Secure$/);
  });

  const refusals = [
    'invalid_client_id',
    'bad_client_secret',
    'bad_redirect_uri',
    'invalid_code',
    'something_new',
  ];
  for (const error of refusals)
    it(`say in words that Slack refused it: ${error}`, async () => {
      stage.slack.failNextIn({ method: 'oauth.v2.access' }, { error });
      const page = await installer('en').install(visitor());
      shows(page, 502, `Slack refused it (${error})`);
      expect(stage.said(50).join()).to.contain(error);
      expect(await isKept()).to.equal(false);
    });

  it('say that Slack does not answer, whatever that looks like, and keep nothing', async () => {
    for (const fault of [
      { status: 503 },
      'reset',
      'cut-off',
      { error: 'fatal_error' },
      { retryAfter: 3 },
    ] as const) {
      stage.slack.failNextIn({ method: 'oauth.v2.access' }, fault);
      const page = await installer('en').install(visitor());
      shows(page, 502, 'does not answer properly');
    }
    stage.slack.failNextIn({ method: 'oauth.v2.access' }, { status: 200, body: '{"ok":true}' });
    expect((await installer('en').install(visitor())).text).to.contain('(no_bot_token)');
    expect(await isKept()).to.equal(false);
  });

  it('say that it could not be kept', async () => {
    await stage.store.close();
    const page = await installer('en').install(visitor());
    shows(page, 503, 'could not be kept here');
    expect(JSON.stringify(stage.log)).not.to.contain('xoxb');
    expect(told).to.deep.equal([]);
  });
});
