import { expect } from 'chai';
import { applyCommand } from '../../../../src/domain/notices/apply/apply.ts';
import { dues, nextDue } from '../../../../src/domain/notices/due.ts';
import type { Notice } from '../../../../src/domain/notices/notice.ts';
import { outageNotice, windowNotice, windowPart } from '../../../support/notices.ts';
import { shipped } from '../../../support/playbooks.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const REMINDERS = ['P7D', 'P1D', 'PT1H'].map((text) => Temporal.Duration.from(text));
const FROM = Temporal.Instant.from('2026-12-01T18:00:00+01:00').epochMilliseconds;
const part = windowPart({ from: FROM });
const window = windowNotice({ publishedAt: FROM - 10 * DAY, parts: [part] });
const by = { user: 'it', name: null, conversation: 'desk/porsanger' };

/** A notice after what was due by an instant was seen to, with what people are told. */
function ticked(notice: Notice, at: number): { notice: Notice; news: string | null } {
  const applied = applyCommand(shipped('porsanger'), notice, { do: 'tick' }, { by, at, id: 'x' });
  if (applied.outcome !== 'done') throw new Error('a tick is never refused');
  return applied;
}

describe('what falls due with a notice', () => {
  it('is a week, a day and an hour before, then its beginning and its end', () => {
    expect(dues(window, REMINDERS).map(({ what, at }) => `${what} ${(at - FROM) / HOUR}`)).to.deep.equal([
      ...['reminder -168', 'reminder -24', 'reminder -1', 'begins 0', 'ends 2'],
    ]);
  });

  it('is nothing that was past when it was published', () => {
    const late = { ...window, publishedAt: FROM - 2 * HOUR };
    expect(dues(late, REMINDERS).map(({ what }) => what)).to.deep.equal(['reminder', 'begins', 'ends']);
  });

  it('is the end at which a part really ended', () => {
    const early = { ...window, parts: [{ ...part, endedAt: FROM + HOUR }] };
    expect(dues(early, REMINDERS).at(-1)?.at).to.equal(FROM + HOUR);
  });

  it('is nothing where it is cancelled, recalled, or waits to be confirmed', () => {
    expect(nextDue({ ...window, cancelledAt: 1 }, REMINDERS)).to.equal(null);
    expect(nextDue({ ...window, publication: 'recalled' }, REMINDERS)).to.equal(null);
    expect(nextDue({ ...window, publication: 'to-confirm' }, REMINDERS)).to.equal(null);
  });

  it('is the word that the author of an outage promised, once', () => {
    const outage = outageNotice({ nextWord: FROM });
    expect(nextDue(outage, REMINDERS)).to.equal(FROM);
    const after = ticked(outage, FROM);
    expect(after.news).to.equal(null);
    expect(nextDue(after.notice, REMINDERS)).to.equal(null);
    const promised = { ...after.notice, nextWord: FROM + HOUR } as Notice;
    expect(nextDue(promised, REMINDERS)).to.equal(FROM + HOUR);
  });
});

describe('what is seen to', () => {
  it('is told as a reminder once each, and then as a change in place', () => {
    const news: (string | null)[] = [];
    let notice: Notice = window;
    for (const at of [-7 * DAY, -7 * DAY + 1, -DAY, -HOUR, 0, 2 * HOUR, 3 * HOUR]) {
      const after = ticked(notice, FROM + at);
      notice = after.notice;
      news.push(after.news);
    }
    expect(news).to.deep.equal(['reminder', null, 'reminder', 'reminder', 'silent', 'silent', null]);
    expect(notice.revision).to.equal(window.revision + 5);
    expect(nextDue(notice, REMINDERS)).to.equal(null);
  });

  it('is one reminder, not three, after the service was down for a week', () => {
    const after = ticked(window, FROM - HOUR);
    expect(after.news).to.equal('reminder');
    expect(after.notice.revision).to.equal(window.revision + 1);
  });

  it('reminds nobody of what has begun already', () => {
    expect(ticked(window, FROM + 1).news).to.equal('silent');
  });
});
