import { expect } from 'chai';
import { playbookFrom } from '../../support/playbooks.ts';
import { changed, SAMPLE, TRIAGE } from './sample.ts';

const NOTHING = {
  solved: false,
  is: [],
  class: null,
  service: null,
  policy: null,
  routine: null,
  advice: null,
};

describe('triage as the domain sees it', () => {
  const playbook = playbookFrom(TRIAGE);
  const web = playbook.triage.get('web')!;

  it('has the trees and their questions in the order of the file', () => {
    expect([...playbook.triage.keys()]).to.deep.equal(['web', 'mail']);
    expect(web).to.deep.include({ id: 'web', services: ['web'], roles: ['planner'], end: null });
    expect([...web.questions.values()].map(({ id, text }) => [id, text])).to.deep.equal([
      ['other', { sv: 'Prova en annan', en: 'Try another' }],
      ['whole', { sv: 'Everybody?', en: 'Everybody?' }],
    ]);
  });

  it('has answers that lead to a question or to an end', () => {
    expect(web.questions.get('other')?.answers).to.deep.equal([
      {
        text: { sv: 'Works', en: 'Works' },
        next: null,
        end: { ...NOTHING, solved: true, advice: { sv: 'Bra', en: 'Good' } },
      },
      { text: { sv: 'Inte', en: 'Not' }, next: 'whole', end: null },
    ]);
    expect(web.questions.get('whole')?.answers.map(({ end }) => end)).to.deep.equal([
      { ...NOTHING, is: ['danger'], policy: 'direct', routine: 'paper' },
      { ...NOTHING, class: 'normal', service: 'mail' },
    ]);
  });

  it('has trees that ask nothing', () => {
    const { questions, end } = playbook.triage.get('mail')!;
    expect(questions.size).to.equal(0);
    expect(end).to.deep.equal({ ...NOTHING, class: 'critical', routine: 'paper' });
  });

  it('has the details, the rule of outages and the matters', () => {
    expect(playbook.details).to.deep.equal(['what', 'where', 'contact-back']);
    expect([playbook.outageRule.reports, String(playbook.outageRule.within)]).to.deep.equal([29, 'PT1H']);
    expect([...playbook.matters]).to.deep.equal([
      [
        'absence',
        {
          ...{ policy: 'direct', service: 'mail', routine: 'paper', report: false },
          tell: { sv: 'Orsak', en: 'Reason' },
        },
      ],
    ]);
  });

  it('knows danger to life by its id', () => {
    expect(playbook.danger).to.equal(null);
    const text = changed('danger: Danger', 'danger: Danger\n  danger-to-life: Danger to life');
    expect(playbookFrom(text).danger).to.equal('danger-to-life');
  });

  it('is nothing but the usual where the file does not speak of it', () => {
    const { triage, details, outageRule, matters } = playbookFrom(SAMPLE);
    expect([triage.size, matters.size]).to.deep.equal([0, 0]);
    expect(details).to.deep.equal(['what', 'where', 'who', 'since', 'contact-back', 'picture']);
    expect([outageRule.reports, String(outageRule.within)]).to.deep.equal([3, 'PT30M']);
    const some = playbookFrom(`${SAMPLE}outages: { reports: 5 }\nmatters: { directory: {} }\ndetails: []\n`);
    expect([some.outageRule.reports, String(some.outageRule.within)]).to.deep.equal([5, 'PT30M']);
    expect(some.details).to.deep.equal([]);
    expect(some.matters.get('directory')).to.deep.equal({
      policy: null,
      service: null,
      routine: null,
      report: false,
      tell: null,
    });
  });
});
