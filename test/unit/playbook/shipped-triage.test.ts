import { expect } from 'chai';
import type { Playbook } from '../../../src/domain/organisation/playbook.ts';
import { decide } from '../../../src/domain/triage/decide.ts';
import { treeFor } from '../../../src/domain/triage/tree.ts';
import type { TriageEnd } from '../../../src/domain/triage/triage.ts';
import { SHIPPED, shipped } from '../../support/playbooks.ts';
import { steps } from './facts.ts';

/** Where the answers lead, each chosen by its place. */
function endOf(playbook: Playbook, service: string, role: string | null, ...choices: number[]): TriageEnd {
  const tree = treeFor(playbook, service, role)!;
  let [question] = tree.questions.values();
  let { end } = tree;
  for (const choice of choices) {
    const answer = question!.answers[choice]!;
    end = answer.end;
    question = tree.questions.get(answer.next ?? '');
  }
  return end!;
}

function classOf(playbook: Playbook, end: TriageEnd): string {
  return decide(playbook, { is: end.is, class: end.class }).class;
}

describe('the questions of every shipped playbook', () => {
  it('are at most two a tree, with answers that fit on buttons', () => {
    for (const tree of SHIPPED.flatMap((name) => [...shipped(name).triage.values()])) {
      expect(tree.questions.size, tree.id).to.be.at.most(2);
      for (const { text } of [...tree.questions.values()].flatMap(({ answers }) => answers))
        for (const words of Object.values(text)) expect(words).to.have.length.at.most(60);
    }
  });

  it('are the organisation’s own: porsanger and itcentrum need none', () => {
    const with_ = SHIPPED.filter((name) => shipped(name).triage.size > 0);
    expect(with_).to.deep.equal(['falkenberg', 'harjedalen', 'kivido']);
  });
});

describe('falkenberg: a planner whose IntraPhone web does not work', () => {
  const playbook = shipped('falkenberg');
  const end = (...choices: number[]) => endOf(playbook, 'intraphone-web', 'planner', ...choices);

  it('tries another computer first, and reports nothing if it works there', () => {
    expect(end(0)).to.include({ solved: true, policy: null });
    expect(end(0).advice?.en).to.contain('other one');
  });

  it('turns to IT-service where no other site works', () => {
    expect(classOf(playbook, end(1, 0))).to.equal('critical');
    expect(end(1, 0)).to.include({ service: 'internet', routine: 'web-down' });
    expect(steps(playbook, end(1, 0).policy!)).to.deep.equal([['it-service', 'fault-form']]);
  });

  it('turns to IntraPhone where other sites work', () => {
    expect(classOf(playbook, end(1, 1))).to.equal('critical');
    expect(end(1, 1)).to.include({ service: null, routine: 'web-down' });
    expect(steps(playbook, end(1, 1).policy!)[0]).to.deep.equal(['intraphone-support']);
  });

  it('names a site to try', () => {
    expect(treeFor(playbook, 'intraphone-web', null)?.questions.get('other-site')?.text.sv).to.contain(
      'www.sr.se',
    );
  });
});

describe('falkenberg: a care worker', () => {
  const playbook = shipped('falkenberg');

  it('whose phones are all dead gets the steps for that', () => {
    const [dead, some] = [0, 1].map((i) => endOf(playbook, 'mobile-phones', 'care-worker', i));
    expect(dead).to.deep.include({
      is: ['phones-dead'],
      policy: 'it-service',
      routine: 'mobile-phones-dead',
    });
    expect([dead!, some!].map((end) => classOf(playbook, end))).to.deep.equal(['critical', 'normal']);
  });

  it('whose app lets nobody in gets the steps for that', () => {
    const [nobody, some, me] = [0, 1, 2].map((i) => endOf(playbook, 'intraphone-app', 'care-worker', i));
    expect(nobody).to.deep.include({ is: ['nobody-gets-in'], policy: 'it-service', routine: 'app-down' });
    expect([nobody!, some!, me!].map((end) => classOf(playbook, end))).to.deep.equal([
      'critical',
      'normal',
      'normal',
    ]);
  });
});

describe('kivido: what is urgent', () => {
  const playbook = shipped('kivido');
  const ends = (service: string, ...choices: number[]) => endOf(playbook, service, null, ...choices);

  it('is what stops the office', () => {
    const urgent = [ends('server'), ends('connection', 0), ends('mail', 0), ends('telephony', 0)];
    expect(urgent.map((end) => classOf(playbook, end))).to.deep.equal(Array(4).fill('critical'));
    expect(urgent.map(({ routine }) => routine)).to.deep.equal([
      'urgent',
      'urgent',
      'tell-parents',
      'tell-parents',
    ]);
  });

  it('is not a printer, the terminal server or one location', () => {
    const waits = [ends('printer'), ends('terminal-server'), ends('connection', 1), ends('mail', 1)];
    expect(waits.map((end) => [classOf(playbook, end), end.routine])).to.deep.equal(
      Array(4).fill(['normal', 'not-urgent']),
    );
  });
});

describe('harjedalen: matters that are no fault', () => {
  const playbook = shipped('harjedalen');
  const { matters } = playbook;

  it('go to the IT unit for a lost phone, and at night to who blocks it then; to the switchboard for absences and the directory', () => {
    expect([...matters].map(([name, { policy, routine }]) => [name, policy, routine])).to.deep.equal([
      ['lost-phone', 'block-phone', 'lost-phone'],
      ['absence', 'switchboard', 'away'],
      ['directory', 'switchboard', null],
    ]);
    expect(steps(playbook, 'block-phone')).to.deep.equal([['it-unit'], ['operator']]);
    expect(steps(playbook, 'switchboard')).to.deep.equal([['switchboard']]);
  });

  it('say what will be asked', () => {
    const told = (name: 'lost-phone' | 'absence' | 'directory') => matters.get(name)?.tell?.en;
    expect(told('lost-phone')).to.match(/number.*lost or stolen.*where and when/);
    expect(told('absence')).to.match(/Why.*back.*takes over.*emergency/);
    expect(told('directory')).to.match(/Name, unit or role/);
  });

  it('are found by the question about a mobile phone too', () => {
    expect(endOf(playbook, 'mobile-phone', null, 0)).to.include({
      policy: 'block-phone',
      routine: 'lost-phone',
    });
    expect(endOf(playbook, 'mobile-phone', null, 1)).to.include({ class: 'normal', routine: null });
  });
});
