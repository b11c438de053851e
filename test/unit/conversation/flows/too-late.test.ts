import { expect } from 'chai';
import type { Happening, TurnEvent } from '../../../../src/conversation/event.ts';
import { type ConversationState, NEW_CONVERSATION } from '../../../../src/conversation/state.ts';
import { turn } from '../../../../src/conversation/turn.ts';
import type { Report } from '../../../../src/domain/reports/report.ts';
import { NINE } from '../../../support/engine.ts';
import { shipped } from '../../../support/playbooks.ts';
import { reportOf } from '../../../support/reports.ts';

const playbook = shipped('porsanger');
const HOUR = 3_600_000;

/** A report of Anna's that nobody has, of which she was to be asked ten minutes past nine. */
const state: ConversationState = {
  ...NEW_CONVERSATION,
  reminders: [{ id: 'r', due: NINE + HOUR / 6, about: { kind: 'reached', report: 'R1', times: 1 } }],
};

function rung(
  what: Happening,
  hoursLater: number,
  more: Partial<TurnEvent> = {},
  report: Partial<Report> = {},
) {
  const now = Temporal.Instant.fromEpochMilliseconds(NINE + hoursLater * HOUR);
  const event: TurnEvent = {
    ...{ id: 'timer:1:r', reference: 'X', conversation: 'web/porsanger/anna', what },
    from: { user: 'anna', desk: false, locale: 'nb', role: null, site: null },
    known: {
      ...{
        profile: null,
        identity: null,
        reports: [reportOf('R1', report)],
        notices: [],
        ended: [],
        past: [],
      },
      ...{ subscription: null, subscribers: null, readers: {}, recent: [], proposals: [], hits: {} },
    } as TurnEvent['known'],
    ...more,
  };
  const result = turn(playbook, state, event, now.toZonedDateTimeISO(playbook.timezone));
  return { words: JSON.stringify(result.replies), reminders: result.state.reminders };
}

describe('a reminder that rings late', () => {
  const late = (hours: number) => ({ late: hours * HOUR - HOUR / 6 });

  it('still asks within a day, and goes on asking', () => {
    const { words, reminders } = rung({ kind: 'due' }, 20, late(20));
    expect(words).to.include('R1').and.not.include('ute av drift');
    expect(reminders).to.have.length(1);
  });

  it('says after a longer stop that it was missed and when, whom to call now, and asks no more', () => {
    const { words, reminders } = rung({ kind: 'due' }, 49, late(49));
    expect(words).to.include('Jeg skulle ha spurt deg');
    expect(words).to.include('09:10').and.include('"kind":"call"');
    expect(reminders).to.deep.equal([]);
  });

  it('says nothing of a report that somebody has', () => {
    expect(rung({ kind: 'due' }, 49, late(49), { state: 'received' }).words).to.equal('[]');
  });

  it('asks as ever where only the clock of a page was moved', () => {
    expect(rung({ kind: 'due' }, 49).words).to.not.include('ute av drift');
  });

  it('goes without asking where an operator took it away, and says so', () => {
    const { words, reminders } = rung({ kind: 'not-due', until: NINE + HOUR }, 0.5);
    expect(words).to.include('IT har slått av spørsmålet mitt om R1');
    expect(reminders).to.deep.equal([]);
    expect(rung({ kind: 'not-due', until: NINE }, 0.5).reminders).to.have.length(1);
  });
});
