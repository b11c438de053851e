import { expect } from 'chai';
import { TEAMS_LIMITS } from '../../../../src/channels/teams/limits.ts';
import { isUnmarked, literal } from '../../../../src/channels/teams/literal.ts';
import { teamsCard } from '../../../../src/channels/teams/render.ts';
import { sizeOf } from '../../../../src/channels/teams/size.ts';
import { MESSAGE_KINDS, MESSAGE_LIMITS, type Message } from '../../../../src/conversation/messages.ts';
import { LANGUAGES } from '../../../../src/domain/organisation/language.ts';
import { everyKindOf, HOSTILE, largest } from '../../../support/hostile.ts';
import { callSample, samples } from '../../../support/messages.ts';
import { parts, shownInTeams } from '../../../support/shown.ts';

/** The ids that can be pressed on a card, in order. */
function pressable(message: Message): string[] {
  return parts(teamsCard(message).body)
    .filter(({ type }) => type === 'Action.Execute')
    .map(({ data }) => (data as { choice: string }).choice);
}

const addresses = (message: Message) =>
  parts(teamsCard(message).body)
    .filter(({ type }) => type === 'Action.OpenUrl')
    .map(({ title, url }) => [title, url]);

/** What is filled in is handed back as it is, and an input shows no markup. */
function withoutValues(message: Message): Message {
  if (message.kind !== 'form') return message;
  return { ...message, fields: message.fields.map((field) => ({ ...field, value: '' })) };
}

const sample = (name: string, language: 'nb' | 'en' = 'en') =>
  samples(language).find((each) => each.name === name)!.message;

describe('cards for Teams', () => {
  it('are there for every kind, in every language, with nothing left unfilled', () => {
    for (const language of LANGUAGES) {
      const kinds = samples(language).map(({ name, message }) => {
        const card = teamsCard(message);
        expect(card, name).to.include({ type: 'AdaptiveCard', version: '1.5', lang: language });
        expect(JSON.stringify(card), name).to.not.match(/\$\{|\$data|\$when|\$part|undefined|null/);
        expect(card.fallbackText, name).to.not.equal('');
        return message.kind;
      });
      expect(new Set(kinds)).to.deep.equal(new Set(MESSAGE_KINDS));
    }
  });

  it('show the pictures of a report, each with its name for who does not see it, and open it when pressed', () => {
    const receipt = sample('receipt');
    if (receipt.kind !== 'receipt') throw new Error('no receipt');
    const picturesOf = (count: number) => {
      const kept = Array.from({ length: count }, (_, i) => ({
        name: `{{DATE(${i})}}.png`,
        address: `https://bot.example.org/pictures/${i}?key=k`,
      }));
      const lost = { name: 'lost.heic', address: '' };
      return { kept, card: teamsCard({ ...receipt, pictures: [...kept, lost] }) };
    };
    for (const count of [1, 3, 4, 10]) {
      const { kept, card } = picturesOf(count);
      const images = parts(card.body).filter(({ type }) => type === 'Image');
      expect(images.map(({ altText, url, selectAction }) => ({ altText, url, selectAction }))).to.deep.equal(
        kept.map(({ name, address: url }) => ({
          altText: literal(name),
          url,
          selectAction: { type: 'Action.OpenUrl', title: literal(name), url },
        })),
      );
      expect(shownInTeams(card)).to.include('lost.heic');
    }
    expect(sizeOf(picturesOf(10).card)).to.be.lessThan(TEAMS_LIMITS.cardBytes);
  });

  it('offer every choice once, on its row where it belongs to one', () => {
    for (const { name, message } of samples('nb')) {
      const ids = message.choices.map(({ id }) => id);
      const all = message.kind === 'form' ? [message.submit.id, ...ids] : ids;
      expect(pressable(message), name).to.have.members(all);
    }
  });

  it('put danger to life first, then why, then the numbers to press', () => {
    const call = callSample('porsanger', '2026-11-23T10:00', 'en');
    const shown = shownInTeams(teamsCard(call));
    const places = [
      'Danger to life: call 113 first.',
      call.lead[0]!,
      'Answered now, until 14:00.',
      '+4700000001',
      'Did you get hold of somebody?',
    ].map((text) => shown.indexOf(text));
    expect(places)
      .to.deep.equal(places.toSorted((a, b) => a - b))
      .and.not.include(-1);
    expect(addresses(call).slice(0, 2)).to.deep.equal([
      ['Call 113', 'tel:113'],
      ['Call +4700000001', 'tel:+4700000001'],
    ]);
  });

  it('show numbers as people read them, and dial them as phones do', () => {
    expect(addresses(callSample('falkenberg', '2026-11-23T10:00', 'sv'))).to.deep.include([
      'Ring 0346-88 55 55',
      'tel:+46346885555',
    ]);
  });

  it('open nothing but numbers, mail and the web', () => {
    const say = everyKindOf(() => 'x').find(({ kind }) => kind === 'call')!;
    const json = JSON.stringify(say).replaceAll('https://it.example.no/', 'javascript:alert(1)');
    expect(JSON.stringify(addresses(JSON.parse(json)))).to.not.include('javascript');
  });

  it('tick a step by its row, and say so to a screen reader', () => {
    const rows = parts(teamsCard(sample('routine')).body).filter(({ type }) => type === 'ColumnSet');
    expect(rows[0]!.selectAction).to.include({
      verb: 'choice',
      title: 'Not done after all: Try another computer.',
    });
    expect(rows[2]!.selectAction).to.deep.include({ data: { choice: 'step2' } });
  });

  it('send the fields of a form by their ids, and none with other choices', () => {
    const all = parts(teamsCard(sample('form')).body);
    expect(all.filter(({ type }) => String(type).startsWith('Input.')).map(({ id }) => id)).to.deep.equal([
      'role',
      'contact-back',
    ]);
    const executes = all.filter(({ type }) => type === 'Action.Execute');
    expect(executes.map(({ associatedInputs }) => associatedInputs)).to.deep.equal([
      undefined,
      'none',
      'none',
    ]);
  });

  it('put at most six buttons side by side, and the rest of many ways out into a menu', () => {
    const many = Array.from({ length: 9 }, (_, i) => ({
      id: `q${i}`,
      label: `${i}`,
      style: 'quiet' as const,
    }));
    const card = teamsCard({ kind: 'say', language: 'en', text: 'x', tone: 'plain', choices: many });
    for (const { actions } of parts(card.body).filter(({ type }) => type === 'ActionSet')) {
      const primary = (actions as { mode: string }[]).filter(({ mode }) => mode === 'primary');
      expect(primary).to.have.lengthOf.at.most(TEAMS_LIMITS.actions);
    }
    const modes = parts(card.body).flatMap(({ mode }) => (mode === undefined ? [] : [mode]));
    expect(modes.filter((mode) => mode === 'secondary')).to.have.lengthOf(6);
  });

  it('stay within what Teams takes, and say what is left out', () => {
    for (const message of largest()) {
      const card = teamsCard(message);
      expect(sizeOf(card), message.kind).to.be.at.most(TEAMS_LIMITS.cardBytes);
      expect(pressable(message), message.kind).to.include('c24').and.include('c0');
      if (JSON.stringify(message).length > 20_000)
        expect(shownInTeams(card).join('\n'), message.kind).to.match(/…/);
    }
    const rows = shownInTeams(teamsCard(largest().find(({ kind }) => kind === 'receipt')!)).join('\n');
    expect(rows).to.match(/… \d+ til/);
  });

  it('keep every number of a card that is too long', () => {
    const call = callSample('porsanger', '2026-11-23T10:00', 'en');
    const long = { ...call, lead: Array<string>(10).fill('Long. '.repeat(600)) };
    expect(addresses(long)).to.deep.equal(addresses(call));
  });

  it('never let what people wrote reach Markdown, a macro or a mention', () => {
    for (const [what, text] of Object.entries(HOSTILE)) {
      for (const message of everyKindOf(() => text)) {
        const card = teamsCard(withoutValues(message));
        for (const { type, text: marked } of parts(card.body))
          if (type === 'TextBlock') expect(isUnmarked(String(marked)), `${what}: ${marked}`).to.equal(true);
        expect(JSON.stringify(card), what).to.not.match(/<\/?at>|\{\{|\]\(/i);
      }
    }
  });

  it('hand a field back as it was', () => {
    const text = '<at>{{x}} [a](b)';
    const form = everyKindOf(() => text).find(({ kind }) => kind === 'form')!;
    const input = parts(teamsCard(form).body).find(({ type }) => type === 'Input.Text')!;
    expect(input).to.include({ value: text, maxLength: MESSAGE_LIMITS.field });
  });
});

describe('text for Teams', () => {
  it('is taken for Markdown as soon as it could be', () => {
    for (const text of ['Om deg', 'Fare for liv: ring 113 først.', 'Journal – nede (igjen)', 'IT-leder'])
      expect(isUnmarked(text), text).to.equal(true);
    for (const text of [
      '*a*',
      '_a_',
      '`a`',
      '[a](b)',
      '1. a',
      '- a',
      '# a',
      '> a',
      'a\nb',
      '<b>',
      'a & b',
      'a\\b',
    ])
      expect(isUnmarked(text), text).to.equal(false);
    for (const text of ['~~a~~', 'https://a.no', 'www.a.no', 'a|b', '{{DATE}}', `\${a}`, '12) a', '(c)', ''])
      expect(isUnmarked(text), text).to.equal(false);
  });

  it('looks the same after it is made literal', () => {
    expect(literal('<at>a</at> {{b}} [c](d)').replaceAll('\u2060', '')).to.equal('<at>a</at> {{b}} [c](d)');
    expect(literal('{{{DATE')).to.not.include('{{');
  });
});
