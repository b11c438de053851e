import { expect } from 'chai';
import { plainText } from '../../../../src/conversation/plain-text/plain-text.ts';
import type { AnswerInWords } from '../../../../src/conversation/who/answer-in-words.ts';
import type { Audience } from '../../../../src/conversation/who/audience.ts';
import { answerInWords } from '../../../../src/conversation/who/words.ts';
import { situationIn } from '../../../../src/domain/contacts/situation.ts';
import { who } from '../../../../src/domain/contacts/who.ts';
import { LANGUAGES, type Language } from '../../../../src/domain/organisation/language.ts';
import type { Playbook } from '../../../../src/domain/organisation/playbook.ts';
import { at, SHIPPED, shipped } from '../../../support/playbooks.ts';

const answerText = (answer: AnswerInWords) =>
  plainText({ kind: 'call', language: 'en', choices: [], lead: [], question: null, answer });

function inWords(
  playbook: Playbook,
  local: string,
  language: Language,
  asked: object = {},
  audience: Audience = 'trusted',
): AnswerInWords {
  const situation = situationIn(playbook, { class: 'critical', ...asked });
  return answerInWords(playbook, who(playbook, situation, at(playbook, local)), language, audience);
}

describe('the answer in words', () => {
  const porsanger = shipped('porsanger');

  it('says until when the numbers are answered, and what then', () => {
    const words = inWords(porsanger, '2026-11-23T10:00', 'en');
    expect(words.status).to.equal('Answered now, until 14:00.');
    expect(words.steps.map(({ lead, heading }) => [lead, heading])).to.deep.equal([
      [null, 'Call any of these, in any order'],
      ['If nobody answers within 10 minutes', 'Call up the line of managers, in this order'],
    ]);
    expect(words.steps[0]?.receipt).to.equal('It counts as received only when you have talked to somebody.');
  });

  it('remarks that numbers are often reached, not surely, after the core time', () => {
    expect(inWords(porsanger, '2026-11-23T15:00', 'nb')).to.include({
      status: 'Er ofte å få tak i nå, men ikke sikkert, til 16:30.',
      tone: 'limited',
    });
    const remarks = inWords(porsanger, '2026-11-23T15:00', 'nb').steps[0]?.contacts.map(
      (contact) => contact.remarks[0],
    );
    expect(remarks).to.deep.equal(Array(3).fill('Er ofte å få tak i, men ikke sikkert, til 16:30.'));
  });

  it('asks for overtime only outside working hours, and names who can authorise it', () => {
    const overtime =
      'Ask for overtime for IT. Only these can authorise it: Head of economy and steering or Chief executive.';
    expect(inWords(porsanger, '2026-11-23T22:00', 'en').steps[0]?.remarks).to.include(overtime);
    expect(inWords(porsanger, '2026-11-23T10:00', 'en').steps[1]?.remarks).to.not.include(overtime);
  });

  it('keeps direct numbers from everybody, and says once how to get them', () => {
    const words = inWords(porsanger, '2026-11-23T10:00', 'en', {}, 'everybody');
    expect(words.steps[0]?.contacts.map(({ phone }) => phone)).to.deep.equal([null, null, null]);
    expect(words.steps[0]?.remarks).to.deep.equal([
      'The numbers are shown only to those who have the full link, or who ask the bot.',
    ]);
    expect(answerText(words)).to.not.match(/4700000/);
  });

  it('says why it is closed, and when it opens', () => {
    const harjedalen = shipped('harjedalen');
    expect(inWords(harjedalen, '2026-12-24T10:00', 'sv').status).to.equal('Halvdag: svarar till 12:00.');
    expect(inWords(harjedalen, '2026-12-25T10:00', 'sv').status).to.equal(
      'Stängt nu (röd dag). Öppnar måndag kl. 08:00.',
    );
    expect(inWords(harjedalen, '2026-11-23T18:00', 'en').status).to.equal(
      'Closed now (outside opening hours). Opens tomorrow at 08:00.',
    );
  });

  it('says which step was passed over, and when it is covered again', () => {
    expect(inWords(porsanger, '2026-11-23T22:00', 'nb').skipped).to.deep.equal([
      'IT-leder, IT-konsulent og IT-rådgiver er ikke å få tak i nå (utenfor åpningstiden). Tilbake i morgen kl. 09:00.',
    ]);
    expect(inWords(porsanger, '2026-11-23T10:00', 'nb').skipped).to.deep.equal([]);
    expect(answerText(inWords(porsanger, '2026-11-23T22:00', 'en'))).to.include(
      'IT lead, IT consultant and IT adviser cannot be reached now (outside opening hours). Back tomorrow at 09:00.',
    );
  });

  it('says who is away and when they are back, without the number', () => {
    const away = shipped('porsanger', 'absences: [{ contact: it-lead, from: 2026-11-23, to: 2026-11-24 }]');
    const [step] = inWords(away, '2026-11-23T10:00', 'en').steps;
    expect(step?.remarks).to.deep.equal([
      'IT lead cannot be reached now (announced absence). Back Wednesday at 09:00.',
    ]);
    expect(step?.contacts.map(({ role }) => role)).to.deep.equal(['IT consultant', 'IT adviser']);
  });

  it('does not promise that a portal "answers", nor end when a later step changes', () => {
    expect(inWords(porsanger, '2026-11-22T10:00', 'en', { class: 'normal' }).status).to.equal('Open now.');
  });

  it('says who is on call by agreement', () => {
    const onCall = shipped(
      'porsanger',
      'on-call: [{ contact: it-adviser, from: 2026-11-23T16:30, to: 2026-11-24T09:00, class: critical, announced-to: everybody }]',
    );
    const words = inWords(onCall, '2026-11-23T22:00', 'en');
    expect(words.status).to.equal('On call by agreement, until tomorrow at 09:00.');
    expect(words.steps[0]).to.include({ heading: 'On call now' });
  });

  it('puts danger to life first for critical matters only', () => {
    expect(inWords(porsanger, '2026-11-23T10:00', 'en').emergency?.phone.href).to.equal('tel:113');
    expect(inWords(porsanger, '2026-11-23T10:00', 'en', { class: 'normal' }).emergency).to.equal(null);
  });

  it('leaves no text empty, in any language, class and hour', () => {
    for (const organisation of SHIPPED) {
      for (const language of LANGUAGES) {
        for (const local of [
          '2026-11-23T10:00',
          '2026-11-23T15:00',
          '2026-12-24T13:00',
          '2026-12-25T03:00',
        ]) {
          for (const matter of ['critical', 'normal']) {
            const words = inWords(shipped(organisation), local, language, { class: matter });
            const texts = [
              words.title,
              words.matter,
              words.status,
              words.holds,
              words.asOf,
              ...words.steps.flatMap((step) => [
                step.heading,
                ...step.remarks,
                ...step.contacts.map(({ role }) => role),
              ]),
            ];
            expect(texts, `${organisation} ${language} ${local}`).to.not.include('');
            expect(texts.join(' ')).to.not.match(/[{}]|undefined|null/);
          }
        }
      }
    }
  });
});
