import { expect } from 'chai';
import { installationOf } from '../../../../../src/channels/slack/install/installation.ts';
import { StoreError } from '../../../../../src/ports/store/error.ts';
import type { Store } from '../../../../../src/ports/store.ts';
import { HOUR, InstallStage, SECRET } from './stage.ts';

/** The store, which takes no records as long as the disk is full. */
function onDisk(store: Store, disk: { readonly isFull: boolean }): Store {
  return new Proxy(store, {
    get(target, name) {
      if (name === 'writeRecords' && disk.isFull)
        return async () => {
          throw new StoreError('disk-full', 'there is no room');
        };
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

describe('the tokens of workspaces that installed the app', () => {
  let stage: InstallStage;
  beforeEach(async () => {
    stage = await InstallStage.start();
  });
  afterEach(() => stage.stop());

  it('are those of the workspace, else of its whole organisation, and outlive a restart', async () => {
    const other = stage.slack.addWorkspace({ team: 'T2', enterprise: 'E1', isInstalled: false });
    await stage.install();
    expect(await stage.tokenFor('T2')).to.include({ outcome: 'failed', about: 'installation' });
    await stage.install(other, { isWhole: true });
    stage.restart();
    expect(await stage.tokenFor()).to.deep.equal({
      ...{ outcome: 'token', token: stage.town.token, botUsers: [stage.town.bot.id, other.bot.id] },
    });
    for (const [team, enterprise] of [
      ['T2', 'E1'],
      ['T3', 'E1'],
      ['E1', 'E1'],
    ] as const)
      expect(await stage.tokenFor(team, enterprise)).to.include({ token: other.token });
    const stranger = await stage.tokenFor('T3', null);
    expect(stranger).to.include({ outcome: 'failed', about: 'installation' });
    expect('reason' in stranger && stranger.reason)
      .to.contain('T3')
      .and.contain('/slack/install');
    expect(stage.renewals).to.equal(0);
  });

  it('know whom the bot was before: what it wrote then has to be found again, and not written twice', async () => {
    const [redirectUri, of] = ['https://bot.example.test/back', { team: 'T1', enterprise: 'E1' }];
    const grant = async (isWhole: boolean) => {
      const code = stage.slack.oauth.allow(stage.town, 'U0ADMIN', { redirectUri, isWhole });
      const granted = await stage.oauth.exchange(code, redirectUri);
      if (granted.outcome !== 'granted') throw new Error(granted.reason);
      return granted.grant;
    };
    for (const [botUser, isWhole] of [
      ['U1', false],
      ['U2', false],
      ['U1', false],
      ['U3', true],
    ] as const)
      await stage.installations.keep(installationOf({ ...(await grant(isWhole)), botUser }, stage.time.now));
    expect((await stage.installations.of(of))?.botUsers).to.deep.equal(['U1', 'U2', 'U3']);
    const own = await stage.installations.find('T1');
    if (own !== null) await stage.installations.remove(own);
    expect(await stage.tokenFor()).to.deep.include({ botUsers: ['U3', 'U1', 'U2'] });
  });

  describe('that end after 12 hours', () => {
    beforeEach(() => stage.install());

    it('are renewed ahead, without anybody waiting, and each refresh token is used once', async () => {
      const first = await stage.token();
      stage.time.now += 9.9 * HOUR;
      expect([await stage.token(), stage.renewals]).to.deep.equal([first, 0]);
      stage.time.now += 0.2 * HOUR;
      expect(await stage.token()).to.equal(first);
      await stage.tokens.keepFresh();
      const second = await stage.token();
      expect(second).not.to.equal(first);
      expect(stage.renewals).to.equal(1);
      stage.restart();
      stage.time.now += 11 * HOUR;
      await stage.tokens.keepFresh();
      expect([await stage.token(), stage.renewals]).to.deep.equal([stage.town.token, 2]);
    });

    it('are renewed once, however many ask when they have ended', async () => {
      stage.time.now += 12 * HOUR;
      const all = await Promise.all(Array.from({ length: 20 }, () => stage.token()));
      expect(new Set(all)).to.deep.equal(new Set([stage.town.token]));
      expect(stage.renewals).to.equal(1);
    });

    it('are renewed when Slack says that they have ended before their time, and not over and over', async () => {
      const of = { team: 'T1', enterprise: 'E1' };
      const first = await stage.token();
      expect(await stage.tokens.renew(of, first)).to.equal(true);
      const second = await stage.token();
      expect([second, stage.renewals]).to.deep.equal([stage.town.token, 1]);
      expect(await stage.tokens.renew(of, first), 'a late word about the old one').to.equal(true);
      expect(await stage.tokens.renew(of, second)).to.equal(false);
      expect(await stage.tokenFor()).to.include({ outcome: 'failed', about: 'installation' });
      expect(stage.renewals).to.equal(1);
      stage.time.now += 60_000;
      expect(await stage.token(), 'Slack takes it after all').to.equal(second);
    });

    it('are not used before they are kept; what Slack gave once is kept when that is possible', async () => {
      const first = await stage.token();
      const disk = { isFull: true };
      stage.restart([SECRET], onDisk(stage.store, disk));
      stage.time.now += 11.5 * HOUR;
      await stage.tokens.keepFresh();
      expect([await stage.token(), stage.renewals]).to.deep.equal([first, 1]);
      disk.isFull = false;
      stage.time.now += 0.3 * HOUR;
      await stage.tokens.keepFresh();
      expect([await stage.token(), stage.renewals]).to.deep.equal([stage.town.token, 1]);
      stage.restart();
      expect(await stage.token()).to.equal(stage.town.token);
    });

    it('whose refresh token was lost in a crash are good until they end, and the log says in time what to do', async () => {
      const first = await stage.token();
      const kept = await stage.installations.find('T1');
      if (kept === null || typeof kept.tokens === 'string') throw new Error('nothing is kept');
      await stage.oauth.refresh(kept.tokens.refresh ?? '');
      stage.restart();
      stage.time.now += 11 * HOUR;
      for (let i = 0; i < 5; i += 1) await stage.tokens.keepFresh();
      expect(await stage.token()).to.equal(first);
      expect(stage.said()).to.have.lengthOf(1);
      expect(stage.said()[0]).to.contain('invalid_refresh_token').and.contain('install the app again');
      stage.time.now += HOUR;
      expect(await stage.tokenFor()).to.include({ outcome: 'failed', about: 'installation' });
      await stage.install();
      expect(await stage.token()).to.equal(stage.town.token);
      expect(stage.said()).to.have.lengthOf(1);
    });

    it('wait while Slack cannot be asked, and are good as long as they last', async () => {
      const first = await stage.token();
      stage.time.now += 11 * HOUR;
      stage.slack.failNextIn({ method: 'oauth.v2.access' }, { status: 503 }, 'reset', {
        error: 'internal_error',
      });
      await stage.tokens.keepFresh();
      expect(await stage.token()).to.equal(first);
      stage.time.now += HOUR;
      for (const _ of [1, 2]) {
        const given = await stage.tokenFor();
        expect(given.outcome).to.equal('retry');
        expect('afterMs' in given && given.afterMs).to.be.within(1, 30_000);
        expect((await stage.tokenFor()).outcome).to.equal('retry');
        stage.time.now += 30_000;
      }
      expect(stage.renewals).to.equal(3);
      expect(await stage.token()).to.equal(stage.town.token);
    });

    it('that are being renewed when the service ends are waited for', async () => {
      stage.time.now += 11 * HOUR;
      stage.slack.failNextIn({ method: 'oauth.v2.access' }, 'hangs');
      const first = await stage.token();
      let isIdle = false;
      const idle = stage.rotation.idle().then(() => {
        isIdle = true;
      });
      while (stage.slack.faults.hanging === 0) await new Promise((resolve) => setImmediate(resolve));
      expect(isIdle).to.equal(false);
      stage.slack.release();
      await idle;
      expect(await stage.token()).to.equal(first);
    });

    it('of an app that is installed again while they are renewed are those of the new installation', async () => {
      stage.time.now += 12 * HOUR;
      stage.slack.failNextIn({ method: 'oauth.v2.access' }, 'hangs-after');
      const asked = stage.tokenFor();
      while (stage.slack.faults.hanging === 0) await new Promise((resolve) => setImmediate(resolve));
      await stage.install();
      const { token } = stage.town;
      stage.slack.release();
      await asked;
      expect(await stage.token()).to.equal(token);
    });
  });

  describe('sealed with a secret that was changed', () => {
    const NEXT = 'the next secret, as long as needed';
    beforeEach(() => stage.install());

    it('are read with the former one, and sealed anew', async () => {
      stage.restart([NEXT, SECRET]);
      expect(await stage.token()).to.equal(stage.town.token);
      await stage.tokens.keepFresh();
      stage.restart([NEXT]);
      expect(await stage.token()).to.equal(stage.town.token);
    });

    it('are sealed anew while they are renewed, and the new one is not lost', async () => {
      stage.restart([NEXT, SECRET]);
      stage.time.now += 12 * HOUR;
      const [given] = await Promise.all([stage.tokenFor(), stage.tokens.keepFresh()]);
      expect(given).to.include({ token: stage.town.token });
      stage.restart([NEXT]);
      expect(await stage.token()).to.equal(stage.town.token);
    });

    it('are sealed anew although a new one could not be kept yet, and it is kept afterwards', async () => {
      const disk = { isFull: true };
      stage.restart([NEXT, SECRET], onDisk(stage.store, disk));
      stage.time.now += 12 * HOUR;
      expect((await stage.tokenFor()).outcome).to.equal('retry');
      disk.isFull = false;
      await stage.tokens.keepFresh();
      stage.time.now += 30_000;
      expect([await stage.token(), stage.renewals]).to.deep.equal([stage.town.token, 1]);
    });

    it('cannot be read without it: the reason says what to set', async () => {
      stage.restart([NEXT]);
      const given = await stage.tokenFor();
      expect(given).to.include({ outcome: 'failed', about: 'installation' });
      expect('reason' in given && given.reason).to.contain('DRIFTVAKT_LINK_SECRET_BEFORE');
      await stage.install();
      expect(await stage.token()).to.equal(stage.town.token);
    });
  });

  describe('of a workspace that removes the app', () => {
    const removed = (bots: readonly string[] = [], by: 'uninstalled' | 'revoked' = 'uninstalled') =>
      ({ outcome: 'removed', team: 'T1', enterprise: 'E1', by, bots }) as const;
    beforeEach(() => stage.install(stage.town, {}));

    it('are forgotten, on the disk too, and the operator is told once what to do', async () => {
      stage.town.endTokens('inactive');
      await stage.forget(removed());
      await stage.forget(removed([stage.town.bot.id], 'revoked'));
      expect(await stage.tokenFor()).to.include({ outcome: 'failed', about: 'installation' });
      expect(stage.said()).to.have.lengthOf(1);
      expect(stage.said()[0]).to.contain('T1').and.contain('https://bot.example.test/slack/install');
      const record = await stage.store.record({
        organisation: '@slack',
        kind: 'slack-installation',
        id: 'T1',
      });
      expect(record?.body).to.include({ sealed: null });
    });

    it('are kept if the news are of an installation before, or of somebody else’s tokens', async () => {
      const before = stage.town.token;
      stage.town.endTokens('revoked');
      await stage.install(stage.town, {});
      expect(stage.town.token).not.to.equal(before);
      await stage.forget(removed());
      await stage.forget(removed([stage.town.bot.id], 'revoked'));
      expect(await stage.token()).to.equal(stage.town.token);
      stage.town.endTokens('revoked');
      for (const bots of [[], ['U0SOMEBODY']]) await stage.forget(removed(bots, 'revoked'));
      expect(await stage.token()).to.equal(stage.town.token);
      await stage.forget(removed([stage.town.bot.id], 'revoked'));
      expect((await stage.tokenFor()).outcome).to.equal('failed');
    });

    it('are kept until it is known: Slack is to tell it again', async () => {
      for (const fault of [{ status: 503 }, 'reset', 'hangs'] as const) {
        stage.slack.failNextIn({ method: 'auth.test' }, fault);
        const failure = await stage.forget(removed()).catch((cause: Error) => cause.name);
        expect(failure).to.equal('NotKnownError');
      }
      stage.slack.release();
      expect(await stage.token()).to.equal(stage.town.token);
    });

    it('end nothing in others: not in another workspace, and not where the whole organisation has it', async () => {
      const other = stage.slack.addWorkspace({ team: 'T2', isInstalled: false });
      const whole = stage.slack.addWorkspace({ team: 'T3', enterprise: 'E1', isInstalled: false });
      await stage.install(other, {});
      await stage.install(whole, { isWhole: true });
      stage.town.endTokens('inactive');
      await stage.forget(removed());
      expect(await stage.tokenFor('T2', null)).to.include({ token: other.token });
      expect(await stage.tokenFor()).to.include({ token: whole.token });
      await stage.forget({ ...removed(), team: 'T3' });
      expect(await stage.tokenFor('T3')).to.include({ token: whole.token });
      whole.endTokens('inactive');
      await stage.forget({ ...removed(), team: 'T3' });
      expect((await stage.tokenFor('T3')).outcome).to.equal('failed');
    });
  });
});
