import { expect } from 'chai';
import fc from 'fast-check';
import { INVOKE_LIMITS } from '../../../../../src/channels/teams/invokes/limits.ts';
import { resultsFor } from '../../../../../src/channels/teams/invokes/search.ts';
import { TEAMS_LIMITS } from '../../../../../src/channels/teams/limits.ts';
import { isUnmarked } from '../../../../../src/channels/teams/literal.ts';
import { sizeOf } from '../../../../../src/channels/teams/size.ts';
import { plainText } from '../../../../../src/conversation/plain-text/plain-text.ts';
import { callMessage } from '../../../../../src/conversation/who/call-message.ts';
import { findServices } from '../../../../../src/conversation/who/find-services.ts';
import { LANGUAGES } from '../../../../../src/domain/organisation/language.ts';
import { HOSTILE } from '../../../../support/hostile.ts';
import { at, SHIPPED, shipped } from '../../../../support/playbooks.ts';
import { parts, shownInTeams } from '../../../../support/shown.ts';
import { InvokeStage, type Result, resultsIn } from './stage.ts';

const asked = (value: string, more: object = {}) => ({
  value: { commandId: 'who', parameters: [{ name: 'query', value }], ...more },
});

async function found(text: string, stage = new InvokeStage(), locale = 'nb-NO'): Promise<Result[]> {
  return resultsIn(await stage.send('extension-query', { ...asked(text), locale }));
}

const titles = (results: readonly Result[]) => results.map(({ title }) => title);

describe('searching for whom to call', () => {
  it('gives the general answers before anything is written, for both matters', async () => {
    const stage = new InvokeStage();
    for (const name of ['extension-query-empty', 'message-extension']) {
      const results = resultsIn(await stage.send(name));
      expect(titles(results), name).to.deep.equal([
        'Porsanger kommune – Kritisk',
        'Porsanger kommune – Ikke kritisk',
      ]);
    }
    const [critical] = await found('');
    expect(critical?.text).to.equal('IT-leder +4700000001 · Svarer nå, til 14:00.');
  });

  it('finds a service by its name, the beginning of it, other words for it, and with a slip', async () => {
    const stage = new InvokeStage(shipped('falkenberg'));
    const [service] = [...stage.playbook.services.values()];
    const name = service?.name.sv ?? '';
    expect(name).to.have.length.above(5);
    const slip = `${name.slice(0, 4)}${name.slice(5)}`;
    for (const text of [name, name.toUpperCase(), name.slice(0, 4), slip, `vem ringer jag om ${name}`]) {
      const [first] = await found(text, stage, 'sv-SE');
      expect(first?.title, text).to.match(new RegExp(`^${name} – `));
    }
  });

  it('puts the card of the chat into the message, with nothing on it to press but numbers', async () => {
    const stage = new InvokeStage();
    const now = at(stage.playbook, '2026-11-23T09:00');
    const results = await found('');
    const said = plainText(callMessage(stage.playbook, { class: 'critical', service: null }, 'nb', now));
    const shown = shownInTeams(results[0]!.card);
    for (const line of said.split('\n').filter((text) => /\d{8}|113/.test(text)))
      expect(
        shown.some((text) => line.includes(text)),
        line,
      ).to.equal(true);
    for (const { card } of results)
      for (const { type } of parts(card))
        expect(['Action.Execute', 'Action.Submit', 'Input.Text', 'Input.ChoiceSet']).to.not.include(type);
    expect(shown).to.include('Ring 113').and.include('Ring +4700000001');
  });

  it('says for whom the answer holds', async () => {
    const [first] = await found('');
    expect(shownInTeams(first!.card)).to.include(
      'Dette gjelder generelt. Spør meg i chatten hva som gjelder for din enhet og rolle.',
    );
  });

  it('says so when nothing goes by the name, and gives the general answers all the same', async () => {
    const results = await found('xyzzy');
    expect(titles(results)).to.deep.equal(titles(await found('')));
    for (const { text } of results) expect(text).to.match(/^Ingenting heter det\. /);
  });

  it('speaks the language of the client', async () => {
    for (const [locale, word] of [
      ['sv-SE', 'Svarar nu'],
      ['nl-NL', 'Nu bereikbaar'],
      ['en-GB', 'Answered now'],
      ['fi-FI', 'Svarer nå'],
    ] as const)
      expect((await found('', new InvokeStage(), locale))[0]?.text, locale).to.include(word);
  });

  it('has nothing more for whoever asks for more, and knows no other command', async () => {
    const stage = new InvokeStage();
    const more = asked('', { queryOptions: { skip: 10, count: 25 } });
    expect(resultsIn(await stage.send('extension-query', more))).to.deep.equal([]);
    for (const value of [undefined, null, 'who', {}, { commandId: 'other' }, { commandId: 7 }])
      expect((await stage.send('extension-query', { value })).status).to.equal(501);
  });

  it('keeps nothing', async () => {
    const stage = new InvokeStage();
    await found('journal', stage);
    expect(stage.inbound).to.deep.equal([]);
    expect(
      await stage.town.store.claimEvents({ worker: 'w', limit: 1, now: stage.town.now, leaseMs: 1 }),
    ).to.deep.equal([]);
  });

  it('gives few results, each a card that Teams takes, in every organisation and language', () => {
    for (const organisation of SHIPPED) {
      const playbook = shipped(organisation);
      for (const language of LANGUAGES) {
        const all = [...playbook.services.values()].flatMap(({ name }) => Object.values(name)).join(' ');
        const now = at(playbook, '2026-12-24T10:00');
        const results = resultsFor(playbook, all, language, now) as {
          content: never;
          preview: { content: { title: string } };
        }[];
        expect(results).to.have.length.within(1, INVOKE_LIMITS.results);
        for (const { content } of results) expect(sizeOf(content)).to.be.at.most(TEAMS_LIMITS.cardBytes);
      }
    }
  });

  it('is a search like any other whatever is written, and never marks anything up', async () => {
    const stage = new InvokeStage();
    const plain = (results: readonly Result[]) => {
      for (const { title, text, card } of results) {
        expect(`${title} ${text}`).to.not.match(/<(?!\u2060)|&(?!\u2060)|\{\{|\]\(/);
        for (const { type, text: marked } of parts(card))
          if (type === 'TextBlock') expect(isUnmarked(String(marked))).to.equal(true);
      }
    };
    for (const text of Object.values(HOSTILE)) plain(await found(text, stage));
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) =>
        plain(await found(text, stage)),
      ),
      { numRuns: 50 },
    );
  });

  it('shows names of the playbook that look like markup as they are', async () => {
    const stage = new InvokeStage();
    const name = '<b>R&amp;D</b> <at>alle</at> {{DATE(1)}} [x](y)';
    const playbook = { ...stage.playbook, name };
    stage.playbook = playbook;
    const [first] = await found('', stage);
    expect(first?.title).to.not.match(/<[a-z/]|&amp;|\{\{|\]\(/i);
    expect(first?.title.replaceAll('\u2060', '')).to.equal(`${name} – Kritisk`);
  });
});

describe('services by what is written', () => {
  it('are none for nothing', () => {
    for (const text of ['', ' ', '…', '<at></at>'])
      expect(findServices(shipped('falkenberg'), text), text).to.deep.equal([]);
  });

  it('are found by the beginnings of several words, and by none that does not fit', () => {
    const playbook = shipped('falkenberg');
    for (const { id, name } of playbook.services.values()) {
      const words = (name.sv ?? '').split(/[ -]/).filter((word) => /^\p{L}{3}/u.test(word));
      expect(findServices(playbook, words.map((word) => word.slice(0, 5)).join(' ')), name.sv).to.include(id);
    }
    expect(findServices(playbook, 'intraphone qqqq')).to.satisfy((ids: string[]) =>
      ids.every((id) => playbook.services.has(id)),
    );
  });
});
