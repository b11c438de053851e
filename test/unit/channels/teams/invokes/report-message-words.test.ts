import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { INVOKE_LIMITS } from '../../../../../src/channels/teams/invokes/limits.ts';
import { TEAMS_LIMITS } from '../../../../../src/channels/teams/limits.ts';
import type { Activity } from '../../../../../src/channels/teams/receiver/parse/activity.ts';
import { reportedIn } from '../../../../../src/channels/teams/receiver/parse/compose.ts';
import { sizeOf } from '../../../../../src/channels/teams/size.ts';
import { payload } from '../../../../replay/teams/payloads.ts';
import { HOSTILE } from '../../../../support/hostile.ts';
import { parts } from '../../../../support/shown.ts';
import { cardIn, InvokeStage } from './stage.ts';
import { reported, told, WORDS } from './told.ts';

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
