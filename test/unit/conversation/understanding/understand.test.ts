import { expect } from 'chai';
import fc from 'fast-check';
import { languageOf } from '../../../../src/conversation/understanding/language.ts';
import { INTENTS, SURE_ENOUGH, understand } from '../../../../src/conversation/understanding/understand.ts';
import { LANGUAGES } from '../../../../src/domain/organisation/language.ts';
import { SHIPPED, shipped } from '../../../support/playbooks.ts';
import { processorTime } from '../../../support/processor-time.ts';
import { utterances } from '../../../support/utterances.ts';

const playbooks = SHIPPED.map((name) => shipped(name));
const falkenberg = shipped('falkenberg');
const porsanger = shipped('porsanger');
const kivido = shipped('kivido');
const sentences = [...LANGUAGES, 'development'].flatMap(utterances).map(({ text }) => text);

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(fc.oneof(fc.constantFrom(...sentences), fc.string({ maxLength: 10 })), { maxLength: 6 })
    .map((parts) => parts.join(' ')),
);

describe('understand', () => {
  const intent = (text: string): string => understand(falkenberg, 'sv', text).intent;

  it('answers every text, the same each time, with a service of the playbook or none', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...playbooks),
        fc.constantFrom(...LANGUAGES),
        anyText,
        (playbook, language, text) => {
          const understood = understand(playbook, language, text);
          expect(INTENTS).to.include(understood.intent);
          expect(understood.confidence).to.be.within(0, 1);
          expect(understood.service === null || playbook.services.has(understood.service)).to.equal(true);
          expect([null, 'one', 'many']).to.include(understood.scope);
          expect(understood.intent === 'unknown').to.equal(understood.confidence < SURE_ENOUGH);
          expect(understand(playbook, language, text)).to.deep.equal(understood);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('does not mind capital letters and white space around', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sentences),
        fc.constantFrom('', ' ', '\n\t ', ' '.repeat(3000)),
        (text, space) => {
          const understood = understand(porsanger, 'nb', text);
          expect(understand(porsanger, 'nb', text.toUpperCase())).to.deep.equal(understood);
          expect(understand(porsanger, 'nb', `${space}${text}${space}`)).to.deep.equal(understood);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is quick with 100,000 characters of anything', () => {
    const long = [
      'a',
      '<',
      '<a ',
      ' ',
      'skrivaren funkar inte ',
      '\u200b',
      '\u202e',
      '👩‍👩‍👧',
      "'",
      'é',
      'https://',
      'stopp ',
    ];
    for (const part of long) {
      const text = part.repeat(Math.ceil(100_000 / part.length));
      const took = processorTime(() => {
        understand(falkenberg, 'sv', text);
        languageOf(text);
      });
      expect(took, part).to.be.lessThan(500);
    }
  });

  it('looks through invisible characters, markup, mentions and accents left out', () => {
    expect(intent('a\u200bv\u200bbryt')).to.equal('cancel');
    expect(intent('\u202eavbryt\u202c 🛑')).to.equal('cancel');
    expect(intent('<at>Driftvakt</at> avbryt')).to.equal('cancel');
    expect(intent('<@U012AB3CD> glom det')).to.equal('cancel');
    const understood = understand(
      falkenberg,
      'sv',
      '<b>IntraPhone</b> <script>alert(1)</script> fungerar inte',
    );
    expect(understood).to.include({ intent: 'report', service: 'intraphone-web' });
  });

  it('hears "stop" only when nothing else is said', () => {
    const stops = [
      'Avbryt!',
      'glöm det',
      'stopp',
      'laat maar',
      'never mind',
      'glem det',
      'avbyrt',
      'hej, jag vill avbryta tack',
    ];
    for (const text of stops) expect(intent(text), text).to.equal('cancel');
    const not = [
      'mötet är avbrutet',
      'samtalet avbryts hela tiden',
      'avbryts',
      'the call is cancelled',
      'cancelled',
      'do not cancel',
      'annulleren lukt niet in het systeem',
      'avbryt inte',
      'stopp i skrivaren',
      'niet stoppen',
      'glömt lösenordet',
      'avbrott',
      'det avbryter',
      'ingenting',
      'niks',
      'nothing',
      'it doesn’t matter which',
      'spelet avbryts',
      'stopp på linjen',
      'the app quits',
      'ik kan niet stoppen met printen',
      'cancel all my meetings in outlook',
      'jag vill inte avbryta',
      'tack',
      'hej',
      '',
    ];
    for (const text of not) expect(intent(text), text).not.to.equal('cancel');
  });

  it('finds a service by compounds, inflections and typing mistakes', () => {
    const service = (playbook: typeof falkenberg, text: string) => understand(playbook, 'sv', text).service;
    expect(service(falkenberg, 'intraphoneappen funkar inte')).to.equal('intraphone-app');
    expect(service(falkenberg, 'jobbmobilens batteri är slut')).to.equal('mobile-phones');
    expect(service(falkenberg, 'intrafone funkar inte')).to.equal('intraphone-web');
    expect(service(porsanger, 'mailservern svarar inte')).to.equal('email');
    expect(service(porsanger, 'skrivarna är trasiga')).to.equal('workplace');
    expect(service(kivido, 'the printers do not work')).to.equal('printer');
    expect(service(kivido, 'wie moet ik bellen')).to.equal(null);
    expect(service(kivido, 'telefoonnummer van Anna')).to.equal(null);
  });

  it('is unsure of what says nothing', () => {
    for (const text of ['', '…', '👍', 'xyzzy', 'treserva', 'skrivaren'])
      expect(understand(falkenberg, 'sv', text), text).to.include({ intent: 'unknown' });
  });
});

describe('languageOf', () => {
  it('tells the four languages apart, and says when it cannot', () => {
    expect(languageOf('jag kommer inte in i systemet')).to.equal('sv');
    expect(languageOf('jeg kommer ikke inn i systemet')).to.equal('nb');
    expect(languageOf('ik kom niet in het systeem')).to.equal('nl');
    expect(languageOf('I cannot get into the system')).to.equal('en');
    for (const text of ['', 'IntraPhone', 'stop', '42']) expect(languageOf(text), text).to.equal(null);
  });
});
