import { expect } from 'chai';
import { LATE_WORD_DAYS, mayBegin } from '../../../../src/domain/notices/audience.ts';
import type { Notice } from '../../../../src/domain/notices/notice.ts';
import { outageNotice, subscriptionOf, windowNotice, windowPart } from '../../../support/notices.ts';
import { playbookFrom, shippedText } from '../../../support/playbooks.ts';

const DAY = 24 * 3_600_000;

describe('who gets a notice that they have not got', () => {
  const playbook = playbookFrom(shippedText('porsanger'));
  const begun = outageNotice().since;
  const asks = (notice: Notice, now: number, since = begun, more = {}) =>
    mayBegin(playbook, notice, subscriptionOf('teams/porsanger/a', { since, ...more }), now);

  it('is whoever asks for such ones, as long as it is open', () => {
    expect(asks(outageNotice(), begun + DAY, begun + DAY)).to.equal(true);
    expect(asks(outageNotice(), begun, begun, { kinds: ['maintenance'] })).to.equal(false);
    expect(asks(outageNotice(), begun, begun, { mutedUntil: begun + 1 })).to.equal(false);
  });

  it('is nobody for one that was taken back, or waits for a second person', () => {
    for (const publication of ['recalled', 'to-confirm', 'discarded'] as const)
      expect(asks(outageNotice({ publication }), begun), publication).to.equal(false);
  });

  it('is whoever asked before it was over, for some weeks', () => {
    const over = begun + DAY;
    const notice = outageNotice({ over, phase: 'resolved' });
    expect(asks(notice, over + DAY, over)).to.equal(true);
    expect(asks(notice, over + DAY, over + 1)).to.equal(false);
    expect(asks(notice, over + LATE_WORD_DAYS * DAY - 1)).to.equal(true);
    expect(asks(notice, over + LATE_WORD_DAYS * DAY)).to.equal(false);
  });

  it('goes by the end of a window’s last part, or by its cancellation', () => {
    const window = windowNotice({ parts: [windowPart({ from: begun, to: begun + DAY })] });
    expect(asks(window, begun + 2 * DAY, begun + DAY)).to.equal(true);
    expect(asks(window, begun + 2 * DAY, begun + DAY + 1)).to.equal(false);
    const cancelled = { ...window, cancelledAt: begun + 1 };
    expect(asks(cancelled, begun + 2, begun + 1)).to.equal(true);
    expect(asks(cancelled, begun + 3, begun + 2)).to.equal(false);
  });
});
