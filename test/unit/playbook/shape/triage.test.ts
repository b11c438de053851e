import { expect } from 'chai';
import { changed, faultsOf, mistakesIn, TRIAGE } from '../sample.ts';

const mistake = mistakesIn(TRIAGE);
const web = 'triage.web';
const answer = (question: string, i: number) => `${web}.questions.${question}.answers[${i}]`;

describe('the shape of triage', () => {
  const one = 'exactly one of next and end';
  mistake(
    'an answer with a question and an end',
    'next: whole',
    'next: whole, end: { class: normal }',
    answer('other', 2),
    one,
  );
  mistake('an answer without either', ', next: whole', '', answer('other', 2), one);
  it('a single answer', () => {
    const only = '\n          - { say: Only me, end: { class: normal, service: mail } }';
    expect(
      faultsOf(changed(only, '', TRIAGE)).map(({ path, message }) => `${path} ${message}`),
    ).to.deep.equal([
      `${web}.questions.whole.answers has fewer than two answers; give it at least two to choose from`,
    ]);
  });
  mistake(
    'a tree with questions and an end',
    '  mail:\n',
    '  §mail:\n    questions:\n      q: { ask: A, answers: [{ say: A, end: { class: normal } }, { say: B, end: { class: normal } }] }\n',
    'triage.mail',
    'exactly one of questions and end',
  );
  mistake(
    'an answer too long for a button',
    'say: Only me',
    `say: ${'x'.repeat(76)}`,
    `${answer('whole', 2)}.say`,
    'at most 75',
  );
  mistake('an unknown key', 'say: Works', 'says: Works', `${answer('other', 1)}.says`, 'did you mean "say"?');
  mistake(
    'an unknown detail',
    '[what, where',
    '[what, whre',
    'details[2]',
    'choose among what, where, who, since, contact-back, picture',
  );
  mistake('a detail that stands twice', '[what, where', '[what, what', 'details', 'twice');
  mistake('an unknown matter', 'absence: {', 'absense: {', 'matters.absense', 'did you mean "absence"?');
  for (const reports of ['1', '51', '2.5', 'many', '[]'])
    mistake(
      `reports: ${reports}`,
      'reports: 29',
      `reports: ${reports}`,
      'outages.reports',
      'whole number from 2 to 50',
    );
  for (const within of ['PT59S', 'P2D', 'soon', '30'])
    mistake(`within: ${within}`, 'within: PT1H', `within: ${within}`, 'outages.within', 'is no duration');
});
