import { expect } from 'chai';
import fc from 'fast-check';
import { loadPlaybook } from '../../../../src/playbook/load.ts';
import { processorTime } from '../../../support/processor-time.ts';
import { changed, faultsOf, mistakesIn, TRIAGE } from '../sample.ts';

const mistake = mistakesIn(TRIAGE);

describe('the way through the questions', () => {
  const [known, onward] = ['say: Only me, end: { class: normal, service: mail }', 'en: Not }, next: whole'];
  mistake(
    'leads to questions that are there',
    'next: whole',
    'next: whle',
    'triage.web.questions.other.answers[2].next',
    'of this triage',
    'did you mean "whole"?',
  );
  it('leads to none a second time', () => {
    const text = changed(known, 'say: Only me, next: other', TRIAGE);
    expect(faultsOf(text).map(({ path, message }) => `${path} ${message}`)).to.deep.equal([
      'triage.web.questions.other runs in a circle: other → whole → other; let one of the answers end instead',
    ]);
  });

  it('leads to each of them', () => {
    const text = changed(onward, 'en: Not }, end: { class: normal }', TRIAGE);
    expect(faultsOf(text).map(({ path, message }) => `${path} ${message}`)).to.deep.equal([
      'triage.web.questions.whole is never asked: no answer leads to it; name it after a "next:", or remove it',
    ]);
  });

  it('gives a number after at most three questions, where it is critical', () => {
    const ways = (count: number, last: string) => {
      const questions = Array.from({ length: count }, (_, i) => {
        const next = i + 1 < count ? `next: q${i + 1}` : `end: ${last}`;
        return `      q${i}: { ask: Ask, answers: [{ say: Yes, ${next} }, { say: No, end: { class: normal } }] }\n`;
      });
      return faultsOf(asking(questions));
    };
    expect(ways(3, '{ is: danger }')).to.deep.equal([]);
    expect(ways(9, '{ class: normal }')).to.deep.equal([]);
    expect(ways(4, '{ is: danger }').map(({ path, message }) => `${path} ${message}`)).to.deep.equal([
      'triage.web needs 4 questions before it ends as critical; at most 3 may come before the number: ask what is critical first',
    ]);
    expect(ways(5, '{ class: critical }')).to.have.length(1);
    expect(ways(21, '{ class: normal }').map(({ message }) => message)).to.deep.equal([
      'has more than 20 entries',
    ]);
  });

  it('is checked in no time however the answers cross', () => {
    const questions = Array.from({ length: 20 }, (_, i) => {
      const all = Array.from({ length: 8 }, (_, j) => `{ say: A${j}, next: q${Math.min(19, i + 1 + j)} }`);
      const answers =
        i === 19 ? '{ say: A, end: { class: normal } }, { say: B, end: { class: normal } }' : all.join(', ');
      return `      q${i}: { ask: Ask, answers: [${answers}] }\n`;
    });
    const text = asking(questions);
    const took = processorTime(() => expect(faultsOf(text)).to.deep.equal([]));
    expect(took).to.be.lessThan(1000);
  });

  it('in any playbook that loads reaches every question and always ends', () => {
    const links = fc.array(fc.array(fc.nat(7), { minLength: 2, maxLength: 3 }), {
      minLength: 1,
      maxLength: 8,
    });
    let loaded = 0;
    fc.assert(
      fc.property(links, (all) => {
        const questions = all.map((to, i) => {
          const answers = to.map((next) =>
            next < all.length && next !== i
              ? `{ say: A, next: q${next} }`
              : '{ say: A, end: { class: normal } }',
          );
          return `      q${i}: { ask: Ask, answers: [${answers.join(', ')}] }\n`;
        });
        const text = asking(questions);
        const { playbook } = loadPlaybook('x.yaml', text);
        const walk = walkOf(all);
        expect(playbook !== null).to.equal(walk.ends && walk.reached.size === all.length);
        if (playbook !== null) loaded++;
      }),
      { numRuns: 300 },
    );
    expect(loaded).to.be.greaterThan(5);
  });
});

/** The sample with other questions in its first tree. */
function asking(questions: readonly string[]): string {
  return TRIAGE.replace(/(?<=questions:\n).*(?= {2}mail:\n {4}service)/s, () => questions.join(''));
}

/** An independent way to know: all walks from the first question. */
function walkOf(all: readonly (readonly number[])[]): { ends: boolean; reached: ReadonlySet<number> } {
  const reached = new Set<number>();
  const from = (at: number, way: readonly number[]): boolean => {
    reached.add(at);
    if (way.includes(at)) return false;
    const next = all[at]!.filter((to) => to < all.length && to !== at);
    return next.map((to) => from(to, [...way, at])).every(Boolean);
  };
  return { ends: from(0, []), reached };
}
