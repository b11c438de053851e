import { expect } from 'chai';
import { REPORT_LIMITS } from '../../../../../src/domain/reports/report.ts';
import { type Payload, PERSON, payload, TENANT } from '../../../../replay/teams/payloads.ts';
import { parts, shownInTeams } from '../../../../support/shown.ts';
import { cardIn, InvokeStage } from './stage.ts';
import { CHAT, LINK, saidIn, told, WORDS } from './told.ts';

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
