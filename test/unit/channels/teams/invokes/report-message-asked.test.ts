import { expect } from 'chai';
import { INVOKE_LIMITS } from '../../../../../src/channels/teams/invokes/limits.ts';
import { TEAMS_LIMITS } from '../../../../../src/channels/teams/limits.ts';
import { sizeOf } from '../../../../../src/channels/teams/size.ts';
import { REPORT_LIMITS } from '../../../../../src/domain/reports/report.ts';
import { StoreError } from '../../../../../src/ports/store/error.ts';
import { parts, shownInTeams } from '../../../../support/shown.ts';
import { cardIn, InvokeStage, wordsIn } from './stage.ts';
import { LINK, saidIn, told, WORDS } from './told.ts';

describe('reporting a message: what is asked first', () => {
  it('shows what goes along, and one button that takes it along', async () => {
    const stage = new InvokeStage();
    const { title, card } = cardIn(await stage.send('extension-action-fetch'));
    expect(title).to.equal('Meld en feil');
    expect(shownInTeams(card)).to.include.members([
      WORDS,
      '— Per Olsen, med lenke til innlegget',
      'Meld fra',
    ]);
    const buttons = parts(card).filter(({ type }) => String(type).startsWith('Action.'));
    expect(buttons.map(({ type }) => type)).to.deep.equal(['Action.Submit']);
    expect(buttons[0]?.data).to.deep.equal({
      reported: { id: '1763885712345', text: WORDS, author: 'Per Olsen', link: LINK },
    });
    expect(stage.inbound).to.deep.equal([]);
    expect(stage.opened).to.deep.equal([]);
  });

  it('says so when there is nothing to take along', async () => {
    const stage = new InvokeStage();
    const empty = { body: { contentType: 'html', content: '<div><img src="x"></div>' }, linkToMessage: null };
    for (const name of ['extension-action-fetch', 'extension-action-submit'])
      expect(wordsIn(await stage.send(name, told(empty)))).to.match(/^Det er ingen ord/);
    expect(wordsIn(await stage.send('extension-action-fetch', { value: { commandId: 'report' } }))).to.match(
      /^Det er ingen ord/,
    );
    expect(stage.opened).to.deep.equal([]);
  });

  it('knows no other command', async () => {
    for (const name of ['extension-action-fetch', 'extension-action-submit'])
      for (const value of [undefined, null, {}, { commandId: 'other' }])
        expect((await new InvokeStage().send(name, { value })).status).to.equal(501);
  });

  it('stays within what Teams takes for the longest message, and takes as much along as a report holds', async () => {
    for (const letter of ['a', '漢', '😀', '"', '<']) {
      const body = { contentType: 'text', content: letter.repeat(50_000) };
      const { card } = cardIn(await new InvokeStage().send('extension-action-fetch', told({ body })));
      expect(sizeOf(card), letter).to.be.at.most(TEAMS_LIMITS.cardBytes);
      const quoted = shownInTeams(card).find((text) => text.endsWith('…')) ?? '';
      expect(quoted.length).to.be.within(INVOKE_LIMITS.quote - 2, 2 * INVOKE_LIMITS.quote);
      const [{ data } = {}] = parts(card).filter(({ type }) => type === 'Action.Submit');
      const { text } = (data as { reported: { text: string } }).reported;
      expect(text.length).to.be.within(REPORT_LIMITS.text - 2, REPORT_LIMITS.text);
    }
  });
});

describe('reporting a message: when it does not work', () => {
  const failures = {
    'the app is not installed for the person': {
      outcome: 'gone',
      what: 'member',
      reason: 'Teams answered 404',
    },
    'Teams forbids it': { outcome: 'failed', reason: 'Teams answered 403' },
    'Teams does not take it': { outcome: 'not-taken', reason: 'Teams answered 400' },
  } as const;
  for (const [name, failure] of Object.entries(failures))
    it(`says how to go on, and whom to call: ${name}`, async () => {
      const stage = new InvokeStage();
      stage.opening = async () => failure;
      const { title, card } = cardIn(await stage.send('extension-action-submit'));
      expect(title).to.equal('Meld en feil');
      const shown = shownInTeams(card).join('\n');
      expect(shown)
        .to.include('ingenting er meldt')
        .and.include('skriv til meg selv')
        .and.include('Ring +4700000001');
      expect(stage.inbound).to.deep.equal([]);
      expect(stage.lines.join('')).to.include(failure.reason).and.not.include('journalen');
    });

  it('says that it was not kept, and whom to call, when Teams or the store cannot take it now', async () => {
    const busy = new InvokeStage();
    busy.opening = async () => ({ outcome: 'retry', reason: 'Teams answered 429', afterMs: 1000 });
    const full = new InvokeStage();
    full.refusal = () => {
      throw new StoreError('disk-full', 'full');
    };
    for (const stage of [busy, full]) {
      const { card } = cardIn(await stage.send('extension-action-submit'));
      const shown = shownInTeams(card).join('\n');
      expect(shown).to.include('kunne ikke lagres').and.include('Ring +4700000001');
    }
  });

  it('does not let Teams wait: it says so in time, and begins the report all the same', async () => {
    const stage = new InvokeStage();
    const { promise, resolve } = Promise.withResolvers<void>();
    stage.opening = async () => {
      await promise;
      return { outcome: 'opened', conversation: 'a:1-personal' };
    };
    const answer = stage.send('extension-action-submit');
    expect(stage.alarm.waits).to.deep.equal([INVOKE_LIMITS.beginMs]);
    stage.alarm.ringAll();
    const { card } = cardIn(await answer);
    expect(shownInTeams(card)[0]).to.match(/^Det tar lengre tid enn vanlig\./);
    resolve();
    while (stage.inbound.length === 0) await new Promise((next) => setImmediate(next));
    expect(saidIn(stage).wish).to.equal('report');
    await stage.town.engine.workThrough();
  });

  it('logs a fault that comes after the answer, without what was sent', async () => {
    const stage = new InvokeStage();
    const { promise, reject } = Promise.withResolvers<never>();
    stage.opening = () => promise;
    const answer = stage.send('extension-action-submit');
    stage.alarm.ringAll();
    await answer;
    reject(new RangeError('journalen'));
    while (stage.lines.length === 0) await new Promise((next) => setImmediate(next));
    expect(stage.lines.join('')).to.include('RangeError').and.not.include('journalen');
  });
});
