import { join } from 'node:path';
import { expect } from 'chai';
import type { JWTPayload } from 'jose';
import { AgentsPlayground } from '../support/agents-playground/agents-playground.ts';
import { BotService } from '../support/agents-playground/bot-service.ts';
import { eventually } from '../support/agents-playground/eventually.ts';
import { IT_CHANNEL } from '../support/agents-playground/organisation.ts';
import type { ScreenSize } from '../support/agents-playground/pictures.ts';
import { ClientProcess } from '../support/agents-playground/process.ts';
import type { ShownMessage } from '../support/agents-playground/shown.ts';
import { SigningProxy } from '../support/agents-playground/signing-proxy.ts';
import { Wire } from '../support/agents-playground/wire.ts';
import { Browser, hasBrowser } from '../support/browser.ts';
import { shippedText } from '../support/playbooks.ts';
import { FAKE_APP, FAKE_TENANT, FakeTeams } from '../support/teams/fake-teams.ts';

const MONDAY = '2026-11-23T10:00:00+01:00';
/** IT is asked for ten minutes. */
const LATER = '2026-11-23T10:11:00+01:00';
const FAULT = 'Pasientjournalen er nede, hele avdelingen står';
const STOP = 'Full stans i produksjonen for en hel avdeling';
const REACHED = 'Ja, jeg har snakket med noen';

const OURS = { tenant: FAKE_TENANT, bot: `28:${FAKE_APP}` };
const ELSEWHERE = '99999999-0000-4000-8000-000000000000';
const REFUSED = 'a request to Teams’ address was refused';
const UNSIGNED = { DRIFTVAKT_TEAMS_LOCAL: '1', LOG_LEVEL: 'warn' };

/** `TEAMS_PICTURES=docs/images npx mocha test/e2e/agents-playground.test.ts` takes the pictures of the docs again. */
const { TEAMS_PICTURES } = process.env;
const WIDE = { width: 1180, height: 840 };
/** The client is made for desks: below this width it cuts off its own frame. */
const NARROW = { width: 560, height: 840 };

/** Whether the bot said this, and then asked again whether somebody was reached. */
function isAsked(answers: readonly ShownMessage[], words: string): boolean {
  const [told, asked] = answers.slice(-2);
  return told?.text.includes(words) === true && asked?.text.includes('Fikk du tak i noen?') === true;
}

describe('the service in Microsoft’s own client', function () {
  this.timeout(90_000);
  let browser: Browser;
  let client: AgentsPlayground;
  let bot: BotService;

  before(async function () {
    if (!hasBrowser()) this.skip();
    browser = await Browser.start();
  });
  after(() => browser?.stop());

  /** What has to be ended after a describe, whatever of it was begun. */
  const ends: (() => unknown)[] = [];
  const end = async (): Promise<void> => {
    const faults = client?.faults ?? [];
    for (const each of ends.splice(0).reverse()) await each();
    expect(faults, 'what the page complained of').to.deep.equal([]);
  };
  const startBot = async (environment: Record<string, string>, playbook?: string): Promise<void> => {
    bot = await BotService.start(environment, MONDAY, playbook);
    ends.push(() => bot.stop());
  };
  const startClient = async (endpoint: string): Promise<void> => {
    client = await AgentsPlayground.start(endpoint, browser, OURS);
    ends.push(() => client.stop());
  };

  /** Presses, and waits until the newest answer here says what it must. */
  const press = async (title: string, then: string): Promise<ShownMessage> => {
    await client.press(title);
    return newest(then);
  };
  const newest = async (words: string): Promise<ShownMessage> => {
    let last: ShownMessage | undefined;
    await client.until(words, (answers) => {
      last = answers.at(-1);
      return last?.text.includes(words) ?? false;
    });
    if (last === undefined) throw new Error('there is no answer');
    return last;
  };
  const picture = async (name: string, size: ScreenSize = WIDE): Promise<void> => {
    if (TEAMS_PICTURES === undefined) return;
    await client.screenshot(join(TEAMS_PICTURES, `teams-${name}.png`), size);
  };

  /** From the greeting to the receipt, in the personal chat; the bot asks once by itself. */
  const wholeReport = async (): Promise<void> => {
    await client.openChat('personal');
    await newest('Porsanger kommune');
    await client.say(FAULT);
    await newest('Hva av dette stemmer best?');
    await press(STOP, 'Hvor arbeider du?');
    await picture('answered');
    const numbers = await press('Helse og omsorg', 'Fikk du tak i noen?');
    expect(numbers.text).to.contain('+4700000001');
    expect(await client.linked('Ring +4700000001')).to.equal('tel:+4700000001');
    await picture('numbers', NARROW);
    const others = await press('Ingen svarte', 'Prøv dette i stedet');
    expect(others.text).to.contain('+4700000002').and.to.not.contain('+4700000001');

    await bot.goOnAt(LATER);
    const reminder = await newest('regnes ikke som mottatt ennå');
    expect(reminder.text).to.contain('+4700000001');
    await press(REACHED, 'Siden når?');
    const receipt = await press('Det holder', 'Meldingen din er ferdig');
    expect(receipt.text).to.match(/Mottatt\n.*Ikke svar: IT-leder\n.*Mottatt av: IT-leder$/s);
    await picture('receipt');
    const answered = (await client.answers()).filter(({ text }) => text.includes('✓'));
    expect(answered.map(({ text }) => text.split('✓ ')[1])).to.deep.equal([
      ...[STOP, 'Helse og omsorg', 'Ingen svarte', REACHED, 'Det holder'],
    ]);
    const left = answered.flatMap(({ buttons }) => buttons);
    expect(left.filter((title) => !title.startsWith('Ring '))).to.deep.equal([]);
  };

  describe('unsigned, for development', () => {
    before(async function () {
      if (!hasBrowser()) this.skip();
      const playbook = `${shippedText('porsanger')}\nteams: { desk: "${IT_CHANNEL}" }\n`;
      await startBot({ ...UNSIGNED, DRIFTVAKT_DEFAULT_ORG: 'porsanger' }, playbook);
      await startClient(bot.endpoint);
    });
    after(end);

    it('holds a whole critical report in the personal chat, with a reminder that it sends by itself', async () => {
      await client.openChat('other-channel');
      // IT's desk speaks the organisation's language, whatever that of who opened it first (this client's is English).
      await newest('ITs plass for Porsanger kommune');
      await wholeReport();
    });

    it('tells IT’s channel by itself, where an outage is announced, and people hear of it', async () => {
      await client.openChat('other-channel');
      await newest('Er dette en driftsstans? Pasientjournal');
      await client.enterThread('Er dette en driftsstans?');
      await press('Meld driftsstans', 'Hva skal folk få vite om det?');
      await picture('desk');
      await client.reply('Leverandøren jobber med det.');
      const word = await newest('Leverandøren jobber med det.');
      expect(word.text).to.contain('Pasientjournal');
      const [proposal] = await client.answers();
      expect(proposal).to.deep.include({ buttons: [], thread: word.thread });
      expect(proposal?.text).to.match(/✓ Meld driftsstans$/);

      await client.openChat('personal');
      await client.say(FAULT);
      const known = await newest('Driftsstans: Pasientjournal');
      expect(known.text).to.contain('Leverandøren jobber med det.');
      await press('Jeg også', 'Notert: du er også rammet.');
    });

    it('holds a whole critical report in a thread of a channel', async () => {
      await client.openChat('channel');
      await client.mention('nettet er nede for hele skolen');
      await newest('Hva av dette stemmer best?');
      await picture('channel');
      await press(STOP, 'Fikk du tak i noen?');
      await client.reply('det gjelder to bygninger');
      await client.until('the words were added', (answers) => isAsked(answers, 'Det er lagt til'));
      await press(REACHED, 'Siden når?');
      const receipt = await press('Det holder', 'Meldingen din er ferdig');
      expect(receipt.text).to.match(/Mottatt\n.*to bygninger/s);
      const threads = new Set((await client.messages()).map(({ thread }) => thread));
      expect([...threads], 'all of it is in one thread').to.deep.equal([receipt.thread]);
      const spent = (await client.answers()).filter(({ text }) => text.includes('✓'));
      expect(spent.map(({ text }) => text.split('✓ ')[1])).to.deep.equal([STOP, REACHED, 'Det holder']);
    });
  });

  describe('unsigned, in Swedish', () => {
    before(async function () {
      if (!hasBrowser()) this.skip();
      await startBot({ ...UNSIGNED, DRIFTVAKT_DEFAULT_ORG: 'falkenberg' });
      await startClient(bot.endpoint);
    });
    after(end);

    it('greets in a team', async () => {
      await client.openChat('channel');
      await newest('Falkenbergs kommun');
    });

    it('ticks off the steps of a routine, in the same card', async () => {
      await client.openChat('personal');
      await client.say('IntraPhone web fungerar inte');
      await newest('Prova en annan dator.');
      await press('Nej, inte där heller', 'Prova en annan sida');
      await press('Andra sidor fungerar, men inte IntraPhone', 'Har du anmält det där?');
      await press('Ja, det är anmält', '?');
      await press('Det räcker', '0 av 4 klara');
      const before = (await client.answers()).length;
      await press('Bocka av: Prova en annan dator.', '1 av 4 klara');
      await press('Bocka av: Prova en annan sida på internet, till exempel www.sr.se.', '2 av 4 klara');
      await picture('routine');
      await press('Inte gjort ändå: Prova en annan dator.', '1 av 4 klara');
      expect(await client.answers()).to.have.length(before);
    });
  });

  describe('with signed tokens', () => {
    let teams: FakeTeams;
    let proxy: SigningProxy;
    before(async function () {
      if (!hasBrowser()) this.skip();
      teams = await FakeTeams.start();
      ends.push(() => teams.stop());
      await startBot({ ...teams.environment, LOG_LEVEL: 'warn' });
      const sign = (claims: JWTPayload) => teams.issuer.token(claims);
      proxy = await SigningProxy.start(bot.endpoint, { appId: FAKE_APP, sign });
      ends.push(() => proxy.stop());
      await startClient(proxy.endpoint);
    });
    after(end);

    it('holds a whole critical report in the personal chat', async () => {
      await wholeReport();
      expect(new Set(teams.login.asked)).to.deep.equal(new Set(['https://api.botframework.com/.default']));
      expect(bot.printed).to.not.contain('refused');
    });

    it('takes nothing from a tenant that is not allowed', async () => {
      const taken = bot.taken();
      const passed = proxy.passed;
      const stranger = await ClientProcess.start(proxy.endpoint, { ...OURS, tenant: ELSEWHERE });
      const wire = await Wire.open(stranger.address);
      try {
        await wire.install('personal');
        await wire.post('hei', 'personal');
        // An install is told twice.
        await eventually(
          () => proxy.passed - passed === 3,
          () => `only ${proxy.passed - passed} activities were passed on`,
        );
        const refused = () => bot.printed.split('\n').filter((line) => line.includes(REFUSED));
        // The log comes through a pipe of its own, a little after the answers.
        await eventually(
          () => refused().length >= 3,
          () => `only ${refused().length} refusals are in the log`,
        );
        const refusals = refused();
        expect(refusals).to.have.length(3);
        for (const refusal of refusals)
          expect(JSON.parse(refusal)).to.include({ status: 401, reason: 'the tenant is not allowed here' });
        expect(bot.taken(), 'nothing was kept').to.deep.equal(taken);
        expect(wire.events, 'nothing was answered').to.deep.equal([]);
      } finally {
        wire.close();
        await stranger.stop();
      }
    });
  });
});
