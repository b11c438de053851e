import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { INVOKE_LIMITS } from '../../../../../src/channels/teams/invokes/limits.ts';
import { TEAMS_LIMITS } from '../../../../../src/channels/teams/limits.ts';
import type { Activity } from '../../../../../src/channels/teams/receiver/parse/activity.ts';
import { reportedIn } from '../../../../../src/channels/teams/receiver/parse/compose.ts';
import { sizeOf } from '../../../../../src/channels/teams/size.ts';
import type { Happening } from '../../../../../src/conversation/event.ts';
import { REPORT_LIMITS } from '../../../../../src/domain/reports/report.ts';
import { StoreError } from '../../../../../src/ports/store/error.ts';
import { type Payload, PERSON, payload, TENANT } from '../../../../replay/teams/payloads.ts';
import { HOSTILE } from '../../../../support/hostile.ts';
import { parts, shownInTeams } from '../../../../support/shown.ts';
import { cardIn, InvokeStage, wordsIn } from './stage.ts';

const WORDS = 'Ola Hansen journalen er nede på legekontoret & hjemmetjenesten';
const CHAT = 'https://teams.microsoft.com/l/chat/0/0?users=28%3A6c0b1f2e-4f0e-4a52-9f0f-0d6f3b0c9d11';

interface Message {
  linkToMessage: unknown;
  id: string;
  subject: unknown;
  body: unknown;
  from: unknown;
}

/** A submit whose message is as Teams tells it, without what was confirmed before, and changed. */
function told(changes: Partial<Message> = {}): Payload {
  const { messagePayload, ...value } = payload('extension-action-fetch').value as Payload;
  return { value: { ...value, messagePayload: { ...(messagePayload as object), ...changes } } };
}

const LINK = ((payload('extension-action-fetch').value as Payload).messagePayload as Message).linkToMessage;

function reported(changes: Partial<Message> = {}) {
  const sent = { ...payload('extension-action-fetch'), ...told(changes) };
  const found = reportedIn(sent as never);
  if (found === null || found === 'nothing') throw new Error('nothing was reported');
  return found;
}

/** What the person is taken to have written. */
function saidIn(stage: InvokeStage): Extract<Happening, { kind: 'said' }> {
  const what = stage.inbound.at(-1)?.what;
  if (what?.kind !== 'said') throw new Error('nothing was said');
  return what;
}

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

describe('reporting a message: the report', () => {
  it('begins in the person’s own chat, with the words, whose they are and where they stand', async () => {
    const stage = new InvokeStage();
    const { card } = cardIn(await stage.send('extension-action-submit'));
    expect(shownInTeams(card)[0]).to.match(/^Meldingen er begynt\./);
    expect(parts(card).find(({ type }) => type === 'Action.OpenUrl')).to.include({
      url: CHAT,
      title: 'Åpne chatten',
    });
    const sender = payload('extension-action-submit');
    expect(stage.opened).to.deep.equal([
      {
        bot: (sender.recipient as { id: string }).id,
        member: (sender.from as { id: string }).id,
        tenant: TENANT,
      },
    ]);
    expect(stage.inbound).to.have.length(1);
    expect(stage.inbound[0]).to.deep.include({
      id: `teams/${TENANT}/a:1-personal/${sender.id}`,
      organisation: 'porsanger',
      conversation: `teams/porsanger/${TENANT}/a:1-personal/${PERSON}`,
      what: { kind: 'said', wish: 'report', text: `${WORDS}\n— Per Olsen, ${LINK}`, pictures: [] },
    });
    expect(stage.inbound[0]?.reach).to.deep.equal({
      place: `teams/${TENANT}/a:1-personal`,
      address: {
        serviceUrl: sender.serviceUrl,
        conversation: 'a:1-personal',
        bot: (sender.recipient as { id: string }).id,
        user: (sender.from as { id: string }).id,
        tenant: TENANT,
      },
    });
  });

  it('asks its usual questions there, and holds words and link at its end', async () => {
    const stage = new InvokeStage();
    await stage.send('extension-action-submit');
    const { conversation, id } = stage.inbound[0]!;
    const asked = await stage.replies(id);
    expect(asked.map(({ message }) => message.kind)).to.include('ask');
    const kept = await stage.town.store.load(conversation);
    expect(JSON.stringify(kept?.state)).to.include('journalen er nede').and.include(`— Per Olsen, ${LINK}`);
  });

  it('begins once, though Teams sends it four times and under other ids', async () => {
    const stage = new InvokeStage();
    for (const id of ['f:1', 'f:1', 'f:2', 'f:2']) {
      const { card } = cardIn(await stage.send('extension-action-submit', { id }));
      expect(shownInTeams(card)[0], id).to.match(/^Meldingen er begynt\./);
    }
    const keys = new Set(stage.inbound.map(({ dedupeKeys }) => `${dedupeKeys}`));
    expect(keys.size).to.equal(1);
    const { conversation } = stage.inbound[0]!;
    expect((await stage.town.store.load(conversation))?.version).to.equal(1);
  });

  it('says that it was begun when the same message is reported again later', async () => {
    const stage = new InvokeStage();
    await stage.send('extension-action-submit');
    stage.town.now += 3_600_000;
    const { card } = cardIn(await stage.send('extension-action-submit', { id: 'f:9' }));
    expect(shownInTeams(card)[0]).to.equal('Du har allerede meldt dette innlegget. Se i din chat med meg.');
  });

  it('of another message, or by another person, is another report', async () => {
    const stage = new InvokeStage();
    await stage.send('extension-action-submit', told());
    await stage.send('extension-action-submit', told({ id: '1763885799999' }));
    stage.opening = async () => ({ outcome: 'opened', conversation: 'a:2-personal' });
    await stage.send('extension-action-submit', { ...told(), from: { id: '29:1Other' } });
    expect(new Set(stage.inbound.map(({ dedupeKeys }) => `${dedupeKeys}`)).size).to.equal(3);
  });

  it('takes along what was shown, though the message was changed meanwhile', async () => {
    const stage = new InvokeStage();
    const value = payload('extension-action-submit').value as Payload;
    const data = { reported: { id: '7', text: 'som det var', author: 'Per', link: LINK } };
    await stage.send('extension-action-submit', { value: { ...value, data } });
    expect(saidIn(stage).text).to.equal(`som det var\n— Per, ${LINK}`);
  });

  it('keeps its last line however long the message is', async () => {
    const stage = new InvokeStage();
    await stage.send(
      'extension-action-submit',
      told({ body: { contentType: 'text', content: 'x'.repeat(100_000) } }),
    );
    const { text } = saidIn(stage);
    expect(text.length).to.equal(REPORT_LIMITS.text);
    expect(text).to.match(/x…\n— Per Olsen, https:\/\/teams\.microsoft\.com\/l\/message\/\S+$/);
  });

  it('belongs to the organisation of the person’s own chat, not to that of the team', async () => {
    const stage = new InvokeStage();
    stage.organisations = {
      ...stage.organisations,
      organisationOf: ({ team }) => (team === null ? null : 'porsanger'),
    };
    const { card } = cardIn(await stage.send('extension-action-submit'));
    expect(shownInTeams(card).join(' ')).to.include('ingenting er meldt');
    expect(stage.inbound).to.deep.equal([]);
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

describe('reporting a message: its words', () => {
  const html = (content: string) => reported({ body: { contentType: 'html', content } }).text;

  it('are those of its HTML, with the names of who is mentioned, but for the bot', () => {
    expect(reported().text).to.equal(WORDS);
    expect(html('<p>Hei &amp; hå</p><ul><li>skjerm</li></ul>')).to.equal('Hei & hå\n- skjerm');
    expect(
      html('<blockquote itemtype="http://schema.skype.com/Reply">sitat</blockquote><p>svar</p>'),
    ).to.equal('svar');
    expect(html('<attachment id="1"></attachment>svar')).to.equal('svar');
  });

  it('begin with its subject', () => {
    expect(reported({ subject: 'Nede!', body: { contentType: 'text', content: 'a < b' } }).text).to.equal(
      'Nede!\na < b',
    );
  });

  it('are read from what Microsoft’s local client sends, which tells no link', () => {
    const folder = new URL('../../../../support/agents-playground/recorded/', import.meta.url);
    for (const name of ['action-fetch', 'action-submit']) {
      const recorded = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Activity;
      expect(reportedIn(recorded), name).to.deep.equal({
        ...{ id: '1795378804762', text: 'hello', author: 'Alex Wilber', link: '' },
      });
    }
  });

  it('may be a bot’s or nobody’s', () => {
    expect(reported({ from: { user: null, application: { displayName: 'Vakt\n<b>' } } }).author).to.equal(
      'Vakt <b>',
    );
    for (const from of [undefined, null, {}, { user: null }, 7])
      expect(reported({ from }).author).to.equal('');
  });

  it('come with a link only if it leads into Teams', () => {
    const link = (linkToMessage: unknown) => reported({ linkToMessage }).link;
    for (const good of [
      'https://teams.microsoft.com/l/message/19:x@thread.tacv2/1?tenantId=a',
      'https://gov.teams.microsoft.us/l/message/1',
      'https://dod.teams.microsoft.us/l/message/1',
      'https://teams.cloud.microsoft/l/message/1',
    ])
      expect(link(good)).to.equal(good);
    for (const bad of [
      'http://teams.microsoft.com/l/message/1',
      'https://teams.microsoft.com.evil.example/l',
      'https://evilteams.microsoft.com.no/',
      'https://notteams.microsoft.com/',
      'https://user:pass@teams.microsoft.com/',
      'https://teams.microsoft.com@evil.example/',
      'https://teams.microsoft.com:8443/',
      'javascript:alert(1)//teams.microsoft.com',
      `https://teams.microsoft.com/${'x'.repeat(INVOKE_LIMITS.link)}`,
      'teams.microsoft.com',
      '',
      null,
      7,
    ])
      expect(link(bad), String(bad).slice(0, 60)).to.equal('');
  });

  it('never become markup, in the card or in the report', async () => {
    const stage = new InvokeStage();
    let number = 0;
    const assertPlain = async (text: string) => {
      const from = { user: { displayName: text } };
      for (const contentType of ['html', 'text']) {
        const changes = { id: `${number++}`, from, subject: text, body: { contentType, content: text } };
        const answer = await stage.send('extension-action-fetch', told(changes));
        const { card } = cardIn(answer);
        // What goes back is data that nobody sees.
        const shown = JSON.stringify(card, (key, value) => (key === 'data' ? undefined : value));
        expect(shown).to.not.match(/<\/?at>|\{\{(?=DATE|TIME)|\]\(/i);
        expect(parts(card).filter(({ type }) => type === 'TextBlock')).to.deep.equal([]);
        expect(sizeOf(card)).to.be.at.most(TEAMS_LIMITS.cardBytes);
      }
    };
    for (const text of Object.values(HOSTILE)) await assertPlain(text);
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary' }), assertPlain), { numRuns: 50 });
  });

  it('are read from any JSON without a fault', () => {
    const sent = payload('extension-action-submit');
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (messagePayload, data) => {
        const found = reportedIn({ ...sent, value: { commandId: 'report', messagePayload, data } } as never);
        expect(found).to.not.equal(null);
      }),
      { numRuns: 500 },
    );
  });
});
