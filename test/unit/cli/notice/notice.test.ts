import { expect } from 'chai';
import { momentOf, stretchOf, textOf } from '../../../../src/cli/notice/body.ts';
import { bar } from '../../../../src/cli/notice/progress.ts';
import { UsageError } from '../../../../src/cli/terminal.ts';
import { shipped } from '../../../support/playbooks.ts';

const playbook = shipped('itcentrum');
const NOW = Temporal.Instant.from('2022-10-29T22:00:00+02:00');
const clock = { now: () => NOW };
const moment = (text: string): string => momentOf('--since', text, playbook, { clock });

describe('times on the command line', () => {
  it('are local to the organisation, or have an offset, or are counted from now', () => {
    expect(moment('2022-10-29T10:00')).to.equal('2022-10-29T08:00:00Z');
    expect(moment('2022-10-29T10:00:00+00:00')).to.equal('2022-10-29T10:00:00Z');
    expect(moment('PT30M')).to.equal('2022-10-29T20:30:00Z');
  });

  it('follow the clock over its change in the night', () => {
    expect(moment('2022-10-30T10:00')).to.equal('2022-10-30T09:00:00Z');
    // A day later by the clock on the wall is 25 hours.
    expect(moment('P1D')).to.equal('2022-10-30T21:00:00Z');
  });

  it('are refused with their option where they are none', () => {
    for (const wrong of ['', 'tomorrow', '2022-13-01T10:00', '10:00'])
      expect(() => moment(wrong), wrong).to.throw(UsageError, '--since');
  });
});

describe('a part on the command line', () => {
  const part = (text: string) => stretchOf('--part', text, playbook, { clock } as never);

  it('has its times, what and where, and the words that are left', () => {
    expect(
      part('2022-10-29T10:00 2022-10-29T14:00 services=tes,treserva sites=tierp går inte att nå'),
    ).to.deep.equal({
      ...{ from: '2022-10-29T08:00:00Z', to: '2022-10-29T12:00:00Z' },
      ...{ services: ['tes', 'treserva'], sites: ['tierp'], words: 'går inte att nå' },
    });
    expect(part('2022-10-29T10:00 PT2H')).to.have.all.keys('from', 'to');
  });

  it('needs a beginning and an end', () => {
    expect(() => part('2022-10-29T10:00')).to.throw(UsageError, 'no beginning and end');
    expect(() => part('soon later')).to.throw(UsageError, '"soon" is no time');
  });
});

describe('words on the command line', () => {
  it('are in the organisation’s own language, or in the one that is named', () => {
    expect(textOf(playbook, { text: 'Hej', en: 'Hello' })).to.deep.equal({ sv: 'Hej', en: 'Hello' });
    expect(textOf(playbook, { text: 'Hej', sv: 'Hejsan' })).to.deep.equal({ sv: 'Hejsan' });
    expect(textOf(playbook, {})).to.equal(undefined);
  });
});

describe('the bar of a notice on its way', () => {
  const none = { failed: 0, skipped: 0, ambiguous: 0 };

  it('shows how many are done, and what became of the others', () => {
    const counts = { ...none, intended: 60, sent: 27, failed: 3, waiting: 30, complete: true };
    expect(bar(counts)).to.equal(`[${'#'.repeat(15)}${'.'.repeat(15)}] 30/60: 27 sent, 3 failed`);
  });

  it('is full where nobody gets it', () => {
    expect(bar({ ...none, intended: 0, sent: 0, waiting: 0, complete: true })).to.equal(
      `[${'#'.repeat(30)}] 0/0: 0 sent`,
    );
  });
});
