import { expect } from 'chai';
import { shipped } from '../../../../support/playbooks.ts';
import { Led, MANAGER, REPORTER } from './arrange.ts';

const kivido = shipped('kivido');

function waiting(): Led {
  const led = new Led(kivido);
  led.at('2026-11-26T10:00', { do: 'begin' });
  led.at('2026-11-26T10:15', { do: 'judge', urgent: false, why: 'de andere printer werkt' });
  return led;
}

describe('the life of a report', () => {
  it('comes to those who judge, who are reminded until somebody does', () => {
    const led = new Led(kivido);
    expect(led.at('2026-11-26T10:00', { do: 'begin' })).to.equal('done');
    expect(led.told).to.deep.equal(['judges judge']);
    expect(led.due).to.equal('judge 2026-11-26T12:00');
    expect(led.at('2026-11-26T11:59', { do: 'tick' })).to.equal('not-now');
    expect(led.at('2026-11-26T12:00', { do: 'tick' })).to.equal('done');
    expect(led.told).to.deep.equal(['judges remind-judge', 'escalation start']);
    expect(led.due).to.equal('judge 2026-11-26T14:00');
  });

  it('goes to the supplier at once when it is judged urgent', () => {
    const led = new Led(kivido, { service: 'mail' });
    led.at('2026-11-26T10:00', { do: 'begin' });
    expect(led.at('2026-11-26T10:05', { do: 'judge', urgent: true, why: '' })).to.equal('done');
    expect(led.report).to.include({ state: 'handing-on', class: 'critical' });
    expect(led.life.supplier).to.equal('supplier');
    expect(led.last).to.deep.include({ what: 'judged-urgent', by: MANAGER });
    expect(led.told).to.include.members(['reporter judged', 'order make', 'spreaders']);
  });

  it('waits a day when it is not, then the reporter is asked', () => {
    const led = waiting();
    expect(led.report).to.include({ state: 'waiting', class: 'normal' });
    expect(led.last?.text).to.equal('de andere printer werkt');
    expect(led.due).to.equal('wait 2026-11-27T10:15');
    led.at('2026-11-27T10:15', { do: 'tick' });
    expect(led.report.state).to.equal('asked');
    expect(led.told).to.deep.equal(['reporter still-there', 'judges wait-over']);
    expect(led.due).to.equal('answer 2026-11-28T10:15');
  });

  it('closes when it works again', () => {
    const led = waiting();
    led.at('2026-11-27T10:15', { do: 'tick' });
    led.at('2026-11-27T11:00', { do: 'still-there', still: false, text: '' }, REPORTER);
    expect(led.report.state).to.equal('closed');
    expect(led.due).to.equal(null);
  });

  it('is handed on when it is still there, or nobody answers in time', () => {
    const still = waiting();
    still.at('2026-11-27T10:15', { do: 'tick' });
    still.at('2026-11-27T11:00', { do: 'still-there', still: true, text: '' }, REPORTER);
    expect(still.report.state).to.equal('handing-on');
    const silent = waiting();
    silent.at('2026-11-27T10:15', { do: 'tick' });
    silent.at('2026-11-28T10:15', { do: 'tick' });
    expect(silent.report.state).to.equal('handing-on');
    expect(silent.last?.what).to.equal('no-reply');
  });

  it('can be stopped from waiting: asked now, handed on, urgent after all, closed', () => {
    const later = '2026-11-26T12:00';
    for (const [command, state] of [
      [{ do: 'ask-now' }, 'asked'],
      [{ do: 'hand-on' }, 'handing-on'],
      [{ do: 'judge', urgent: true, why: 'nu overal' }, 'handing-on'],
      [{ do: 'close', why: 'dubbel' }, 'closed'],
    ] as const) {
      const led = waiting();
      expect(led.at(later, command)).to.equal('done');
      expect(led.report.state, command.do).to.equal(state);
    }
  });

  it('can be looked at first, with a reminder', () => {
    const led = new Led(kivido);
    led.at('2026-11-26T10:00', { do: 'begin' });
    led.at('2026-11-26T10:10', { do: 'look-first' });
    expect(led.report.state).to.equal('looking');
    expect(led.at('2026-11-26T10:11', { do: 'look-first' })).to.equal('done-already');
    led.at('2026-11-26T12:10', { do: 'tick' });
    expect(led.told).to.deep.equal(['judges remind-look']);
    expect(led.at('2026-11-26T12:20', { do: 'judge', urgent: false, why: '' })).to.equal('done');
  });

  it('asks the reporter back while it goes on, and has the answer with it', () => {
    const led = waiting();
    led.at('2026-11-26T12:00', { do: 'ask', question: 'Welke printer?' });
    expect(led.told).to.include('reporter asked-back');
    expect(led.due).to.equal('wait 2026-11-27T10:15');
    led.at('2026-11-26T12:30', { do: 'answer', text: 'Die op de gang' }, REPORTER);
    expect(led.last).to.deep.include({ what: 'answered-back', text: 'Die op de gang' });
    expect(led.at('2026-11-26T12:31', { do: 'answer', text: 'x' }, REPORTER)).to.equal('done-already');
  });

  it('goes on as another, and hears what becomes of that', () => {
    const led = new Led(kivido);
    led.at('2026-11-26T10:00', { do: 'begin' });
    expect(led.at('2026-11-26T10:01', { do: 'join', to: led.report.id })).to.equal('itself');
    led.at('2026-11-26T10:01', { do: 'join', to: 'MAIN-MAIN' });
    expect(led.report.state).to.equal('joined');
    expect(led.told).to.include('main');
    expect(led.at('2026-11-26T10:02', { do: 'judge', urgent: true, why: '' })).to.equal('joined');
    led.at('2026-11-26T11:00', { do: 'follow', what: 'judged' });
    expect(led.told).to.deep.equal(['reporter judged']);
    led.at('2026-11-26T12:00', { do: 'follow', what: 'closed' });
    expect(led.report.state).to.equal('closed');
  });

  it('is judged anew where the one that it went on as is withdrawn', () => {
    const led = new Led(kivido);
    led.at('2026-11-26T10:00', { do: 'begin' });
    led.at('2026-11-26T10:01', { do: 'join', to: 'MAIN-MAIN' });
    led.at('2026-11-26T11:00', { do: 'follow', what: 'withdrawn' });
    expect(led.report.state).to.equal('received');
    expect(led.due).to.equal('judge 2026-11-26T13:00');
  });

  it('goes through the supplier to the reporter’s satisfaction, and back if it is not', () => {
    const led = waiting();
    led.at('2026-11-26T12:00', { do: 'hand-on' });
    led.at('2026-11-26T12:01', { do: 'handed', how: 'order', order: 'O1' });
    expect(led.report.state).to.equal('handed-on');
    led.at('2026-11-26T13:00', { do: 'progress', state: 'confirmed', note: null });
    led.at('2026-11-26T13:30', { do: 'progress', state: 'quoted', note: null });
    expect(led.told).to.include('reporter quoted');
    led.at('2026-11-26T14:00', { do: 'progress', state: 'in-work', note: null });
    led.at('2026-11-26T15:00', { do: 'progress', state: 'solved', note: null });
    expect(led.due).to.equal('satisfied 2026-11-29T15:00');
    led.at('2026-11-26T16:00', { do: 'satisfied', satisfied: false, text: 'nog steeds traag' }, REPORTER);
    expect(led.report.state).to.equal('in-work');
    expect(led.told).to.include('order not-satisfied');
    led.at('2026-11-27T15:00', { do: 'progress', state: 'solved', note: null });
    led.at('2026-11-30T15:00', { do: 'tick' });
    expect(led.report.state).to.equal('closed');
    expect(led.last?.what).to.equal('no-objection');
  });

  it('is handed over by hand where it cannot be otherwise, with reminders until it is', () => {
    const led = waiting();
    led.at('2026-11-26T12:00', { do: 'hand-on' });
    led.at('2026-11-26T12:00', { do: 'not-handed' });
    expect(led.told).to.deep.equal(['judges hand-over']);
    led.at('2026-11-26T14:00', { do: 'tick' });
    expect(led.told).to.deep.equal(['judges hand-over']);
    led.at('2026-11-26T14:05', { do: 'handed', how: 'by-hand', order: null });
    expect(led.report.state).to.equal('handed-on');
    expect(led.at('2026-11-26T14:06', { do: 'handed', how: 'by-hand', order: null })).to.equal(
      'done-already',
    );
  });

  it('is opened again by its reporter for two weeks', () => {
    const led = waiting();
    led.at('2026-11-26T12:00', { do: 'close', why: 'dubbel' });
    const late = new Led(kivido, led.report);
    expect(led.at('2026-12-01T12:00', { do: 'reopen', text: 'het is er weer' }, REPORTER)).to.equal('done');
    expect(led.report.state).to.equal('received');
    expect(led.told).to.include.members(['judges reopened', 'reporter reopened']);
    expect(late.at('2026-12-11T12:00', { do: 'reopen', text: '' }, REPORTER)).to.equal('too-late');
  });

  it('is judged anew when it grew worse, and ends when it is withdrawn', () => {
    const worse = waiting();
    worse.report = { ...worse.report, state: 'open', class: 'critical' };
    worse.at('2026-11-26T13:00', { do: 'reconcile' }, REPORTER);
    expect(worse.told).to.include('judges judge');
    expect(worse.life.judgement).to.equal(null);
    const withdrawn = waiting();
    withdrawn.report = { ...withdrawn.report, state: 'withdrawn' };
    withdrawn.at('2026-11-26T13:00', { do: 'reconcile' }, REPORTER);
    expect(withdrawn.due).to.equal(null);
    expect(withdrawn.at('2026-11-26T13:01', { do: 'reconcile' }, REPORTER)).to.equal('over');
  });

  it('keeps who tried what they may not, once in a row', () => {
    const led = waiting();
    const somebody = { name: 'Kees', contact: null };
    expect(led.at('2026-11-26T13:00', { do: 'refused', what: 'close' }, somebody)).to.equal('done');
    expect(led.last).to.deep.include({ what: 'refused', by: somebody, text: 'close' });
    expect(led.at('2026-11-26T13:01', { do: 'refused', what: 'close' }, somebody)).to.equal('done-already');
    expect(led.report.state).to.equal('waiting');
  });

  it('is not led where the playbook says nothing of it', () => {
    const led = new Led(shipped('falkenberg'));
    expect(led.at('2026-11-26T10:00', { do: 'begin' })).to.equal('not-now');
  });
});
