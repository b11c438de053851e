import { expect } from 'chai';
import fc from 'fast-check';
import { applyCommand } from '../../../../../src/domain/notices/apply/apply.ts';
import type {
  Applied,
  NoticeCommand,
  OutageDraft,
  WindowDraft,
} from '../../../../../src/domain/notices/commands.ts';
import type { MaintenanceWindow, Notice, OutageNotice } from '../../../../../src/domain/notices/notice.ts';
import type { Playbook } from '../../../../../src/domain/organisation/playbook.ts';
import { outageNotice, windowNotice, windowPart } from '../../../../support/notices.ts';
import { shipped } from '../../../../support/playbooks.ts';

const alone = shipped('porsanger');
const together: Playbook = { ...alone, notices: { ...alone.notices, secondPerson: true } };
const NOW = Temporal.Instant.from('2026-11-23T10:00:00+01:00').epochMilliseconds;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const [SERVICE = ''] = alone.services.keys();
const [SITE = ''] = alone.sites.keys();

const context = (user = 'it', at = NOW) => ({
  by: { user, name: user.toUpperCase(), conversation: 'desk/porsanger' },
  ...{ at, id: 'NEW' },
});

const OUTAGE: OutageDraft = {
  ...{ title: {}, text: { nb: 'Nede' }, services: [SERVICE], sites: [SITE], since: NOW - HOUR, long: false },
  ...{ wait: true, nextWord: NOW + HOUR, meanwhile: {}, routine: null, asksRead: false, proposal: null },
};
const PART = { services: [SERVICE], sites: null, from: NOW + DAY, to: NOW + DAY + HOUR, effect: {} };
const WINDOW: WindowDraft = {
  ...{ title: {}, text: {}, shortNotice: false, parts: [PART], support: [], meanwhile: {} },
  ...{ routine: null, asksRead: false, series: null },
};

function apply(
  notice: Notice | null,
  command: NoticeCommand,
  who = 'it',
  playbook = alone,
  at = NOW,
): Applied {
  return applyCommand(playbook, notice, command, context(who, at));
}

function done<N extends Notice = Notice>(applied: Applied): N {
  if (applied.outcome !== 'done') throw new Error(JSON.stringify(applied));
  return applied.notice as N;
}

function newsOf(applied: Applied): string | null {
  return applied.outcome === 'done' ? applied.news : 'refused';
}

function faults(applied: Applied): string[] {
  return applied.outcome === 'refused' ? applied.faults.map(({ field, why }) => `${field}: ${why}`) : [];
}

const outage = (change: Partial<OutageDraft> = {}): NoticeCommand => ({
  do: 'publish-outage',
  draft: { ...OUTAGE, ...change },
});
const window = (change: Partial<WindowDraft> = {}): NoticeCommand => ({
  do: 'publish-window',
  draft: { ...WINDOW, ...change },
});

describe('a notice is published', () => {
  it('at once where one person is enough', () => {
    const applied = apply(null, outage());
    expect(newsOf(applied)).to.equal('new');
    expect(done<OutageNotice>(applied)).to.deep.include({
      ...{ id: 'NEW', kind: 'outage', publication: 'published', revision: 1, publishedAt: NOW, over: null },
      ...{ phase: 'investigating', text: { nb: 'Nede' }, confirmedBy: null },
    });
  });

  it('as a window, its parts in the order in which they begin, each with a name', () => {
    const later = { ...PART, from: PART.from + DAY, to: PART.to + DAY };
    const applied = done<MaintenanceWindow>(apply(null, window({ parts: [later, PART] })));
    expect(applied.parts.map(({ id, from }) => [id, from])).to.deep.equal([
      ['2', PART.from],
      ['1', later.from],
    ]);
    expect(applied).to.include({ sequence: 0, cancelledAt: null });
  });

  it('only when another person confirms it, where the playbook wants that', () => {
    const applied = apply(null, outage(), 'it', together);
    expect(newsOf(applied)).to.equal(null);
    const waiting = done(applied);
    expect(waiting).to.include({ publication: 'to-confirm', revision: 0, publishedAt: null });
    expect(faults(apply(waiting, { do: 'confirm' }, 'it'))).to.deep.equal(['by: same-person']);
    const confirmed = apply(waiting, { do: 'confirm' }, 'bo', together, NOW + HOUR);
    expect(newsOf(confirmed)).to.equal('new');
    expect(done(confirmed)).to.include({
      ...{ publication: 'published', revision: 1, publishedAt: NOW + HOUR, confirmedBy: 'BO' },
    });
  });

  it('never, once it was discarded', () => {
    const waiting = done(apply(null, outage(), 'it', together));
    const discarded = apply(waiting, { do: 'discard' }, 'it', together);
    expect(newsOf(discarded)).to.equal(null);
    expect(done(discarded).publication).to.equal('discarded');
    expect(faults(apply(done(discarded), { do: 'confirm' }, 'bo'))).to.deep.equal(['notice: not-waiting']);
    expect(faults(apply(done(discarded), { do: 'recall' }, 'bo'))).to.deep.equal(['notice: not-published']);
  });

  const long = 'x'.repeat(2001);
  const PUBLISHING: readonly (readonly [NoticeCommand, string])[] = [
    [outage({ title: { nb: 'x'.repeat(121) } }), 'title: text-too-long'],
    [outage({ text: { nb: long } }), 'text: text-too-long'],
    [outage({ meanwhile: { nb: long } }), 'meanwhile: text-too-long'],
    [outage({ services: ['nothing'] }), 'services: unknown-service'],
    [outage({ sites: ['nowhere'] }), 'sites: unknown-site'],
    [outage({ routine: 'none' }), 'routine: unknown-routine'],
    [outage({ services: Array(21).fill(SERVICE) }), 'services: too-many'],
    [outage({ sites: Array(51).fill(SITE) }), 'sites: too-many'],
    [outage({ since: NOW + 1 }), 'since: since-in-future'],
    [outage({ nextWord: NOW }), 'nextWord: next-word-past'],
    [window({ parts: [] }), 'parts: parts-missing'],
    [window({ parts: Array(41).fill(PART) }), 'parts: too-many'],
    [window({ shortNotice: true }), 'text: why-missing'],
    [window({ parts: [PART, { ...PART, to: PART.from }] }), 'parts.2.to: part-backwards'],
    [window({ parts: [{ ...PART, from: NOW - DAY, to: NOW }] }), 'parts.1.to: part-past'],
    [window({ parts: [{ ...PART, to: PART.from + 14 * DAY + 1 }] }), 'parts.1.to: part-too-long'],
    [
      window({ parts: [{ ...PART, from: NOW + 400 * DAY + 1, to: NOW + 401 * DAY }] }),
      'parts.1.from: part-too-far',
    ],
    [window({ parts: [{ ...PART, services: ['nothing'] }] }), 'parts.1.services: unknown-service'],
    [window({ parts: [{ ...PART, sites: ['nowhere'] }] }), 'parts.1.sites: unknown-site'],
    [window({ parts: [{ ...PART, effect: { nb: long } }] }), 'parts.1.effect: text-too-long'],
    [window({ support: [{ from: NOW, to: NOW, text: {} }] }), 'support.1.to: support-backwards'],
    [window({ support: Array(21).fill({ from: NOW, to: NOW + 1, text: {} }) }), 'support: too-many'],
    [window({ routine: 'none' }), 'routine: unknown-routine'],
  ];
  for (const [command, fault] of PUBLISHING) {
    it(`not with ${fault}`, () => {
      expect(faults(apply(null, command))).to.deep.equal([fault]);
    });
  }

  it('not with several faults, and all of them are told', () => {
    expect(faults(apply(null, outage({ since: NOW + 1, routine: 'none' })))).to.have.length(2);
  });
});

describe('an outage', () => {
  const open = outageNotice();

  it('gets a word, quietly or so that people look', () => {
    const quiet = apply(open, { do: 'update', text: { nb: 'Vi vet mer' }, important: false });
    expect(newsOf(quiet)).to.equal('edit');
    expect(done(quiet).updates).to.deep.equal([
      {
        ...{ number: 1, at: NOW, phase: null, text: { nb: 'Vi vet mer' }, important: false },
        correctedAt: null,
      },
    ]);
    expect(newsOf(apply(open, { do: 'update', text: { nb: 'Nå' }, important: true }))).to.equal('important');
  });

  it('comes to another phase, is declared long, and promises another word', () => {
    const applied = apply(open, {
      ...{ do: 'update', phase: 'identified', long: true, wait: false, nextWord: NOW + HOUR },
      important: false,
    });
    expect(newsOf(applied), 'that it is long is important').to.equal('important');
    expect(done<OutageNotice>(applied)).to.include({
      ...{ phase: 'identified', long: true, wait: false, nextWord: NOW + HOUR, revision: 2 },
    });
    expect(done(applied).updates[0]).to.include({ phase: 'identified' });
  });

  it('does not keep a promise that has come', () => {
    const promised = outageNotice({ nextWord: NOW - 1 });
    const applied = apply(promised, { do: 'update', text: { nb: 'Her' }, important: false });
    expect(done<OutageNotice>(applied).nextWord).to.equal(null);
    const moved = apply(open, { do: 'update', nextWord: NOW + HOUR, important: false });
    expect(done(moved).updates, 'a new time is no word').to.deep.equal([]);
  });

  it('is over, with a word and what it was', () => {
    const applied = apply(open, { do: 'resolve', text: { nb: 'Ok' }, retrospect: { nb: 'En disk' } });
    expect(newsOf(applied)).to.equal('important');
    expect(done<OutageNotice>(applied)).to.deep.include({
      ...{ over: NOW, phase: 'resolved', nextWord: null, retrospect: { nb: 'En disk' } },
    });
    const later = apply(done(applied), { do: 'retrospect', text: { nb: 'Bedre ord' } });
    expect(newsOf(later)).to.equal('edit');
    expect(done<OutageNotice>(later).retrospect).to.deep.equal({ nb: 'Bedre ord' });
  });

  it('is corrected, and its updates too', () => {
    const own = apply(open, { do: 'correct', update: null, text: { nb: 'Riktig' }, title: { nb: 'Tittel' } });
    expect(done(own)).to.deep.include({ text: { nb: 'Riktig' }, title: { nb: 'Tittel' }, correctedAt: NOW });
    const meanwhile = done(apply(open, { do: 'correct', update: null, meanwhile: { nb: 'Papir' } }));
    expect(meanwhile).to.deep.include({ text: open.text, title: open.title, meanwhile: { nb: 'Papir' } });
    expect(newsOf(own)).to.equal('silent');
    const updated = done(apply(open, { do: 'update', text: { nb: 'Feil' }, important: false }));
    const corrected = done(apply(updated, { do: 'correct', update: 1, text: { nb: 'Riktig' } }));
    expect(corrected.updates[0]).to.deep.include({ text: { nb: 'Riktig' }, correctedAt: NOW });
  });

  it('is taken back, and is over by that', () => {
    const applied = apply(open, { do: 'recall' });
    expect(done<OutageNotice>(applied)).to.include({ publication: 'recalled', over: NOW, revision: 2 });
    expect(newsOf(applied)).to.equal('edit');
  });

  const over = outageNotice({ over: NOW - HOUR, phase: 'resolved' });
  const long = { nb: 'x'.repeat(2001) };
  const REFUSED: readonly (readonly [string, Notice | null, NoticeCommand, string])[] = [
    ['a word about nothing', null, { do: 'update', important: false }, 'notice: not-published'],
    ['a word that says nothing', open, { do: 'update', important: true }, 'text: nothing-changed'],
    ['a word that is too long', open, { do: 'update', text: long, important: false }, 'text: text-too-long'],
    [
      'a promise that has been',
      open,
      { do: 'update', nextWord: NOW, important: false },
      'nextWord: next-word-past',
    ],
    [
      'a word when it is over',
      over,
      { do: 'update', text: { nb: 'x' }, important: false },
      'notice: is-over',
    ],
    ['an end when it is over', over, { do: 'resolve', text: {}, retrospect: {} }, 'notice: is-over'],
    [
      'an end with too long a word',
      open,
      { do: 'resolve', text: long, retrospect: {} },
      'text: text-too-long',
    ],
    [
      'too long a retrospect',
      open,
      { do: 'resolve', text: {}, retrospect: long },
      'retrospect: text-too-long',
    ],
    ['an empty retrospect', over, { do: 'retrospect', text: { nb: ' ' } }, 'text: text-missing'],
    ['a retrospect that is too long', over, { do: 'retrospect', text: long }, 'text: text-too-long'],
    ['a correction of nothing', open, { do: 'correct', update: null }, 'text: nothing-changed'],
    [
      'a correction of no update',
      open,
      { do: 'correct', update: 7, text: { nb: 'x' } },
      'update: unknown-update',
    ],
    [
      'a correction without words',
      withUpdate(),
      { do: 'correct', update: 1, text: {} },
      'text: text-missing',
    ],
    ['too long a correction', open, { do: 'correct', update: null, text: long }, 'text: text-too-long'],
    ['too long a title', open, { do: 'correct', update: null, title: long }, 'title: text-too-long'],
    ['what only windows have', open, { do: 'finish', part: null, text: {} }, 'notice: wrong-kind'],
    ['a longer part', open, { do: 'extend', part: '1', to: NOW, text: {} }, 'notice: wrong-kind'],
    ['a cancellation', open, { do: 'cancel', text: {} }, 'notice: wrong-kind'],
    ['a confirmation', open, { do: 'confirm' }, 'notice: not-waiting'],
    [
      'a word after it was taken back',
      recalled(),
      { do: 'update', important: true },
      'notice: not-published',
    ],
    ['a second recall', recalled(), { do: 'recall' }, 'notice: not-published'],
  ];
  for (const [what, notice, command, fault] of REFUSED) {
    it(`does not take ${what}`, () => {
      expect(faults(apply(notice, command))).to.deep.equal([fault]);
    });
  }

  it('keeps the newest fifty words, whose numbers are never used again', () => {
    let notice: Notice = open;
    for (let i = 1; i <= 60; i++)
      notice = done(apply(notice, { do: 'update', text: { nb: `Ord ${i}` }, important: false }));
    expect(notice.updates).to.have.length(50);
    expect(notice.updates.map(({ number }) => number)).to.include.members([11, 60]);
  });
});

function withUpdate(): Notice {
  return done(apply(outageNotice(), { do: 'update', text: { nb: 'x' }, important: false }));
}

function recalled(): Notice {
  return done(apply(outageNotice(), { do: 'recall' }));
}

describe('a window', () => {
  const first = windowPart({ id: '1', from: NOW - HOUR, to: NOW + HOUR });
  const second = windowPart({ id: '2', from: NOW + DAY, to: NOW + DAY + HOUR });
  const open = windowNotice({ parts: [first, second] });

  it('is done early, a part or all of it; what has not begun is not needed', () => {
    const part = apply(open, { do: 'finish', part: '1', text: { nb: 'Ferdig' } });
    expect(newsOf(part)).to.equal('important');
    expect(done<MaintenanceWindow>(part)).to.include({ sequence: 1, revision: 2 });
    expect(done<MaintenanceWindow>(part).parts.map(({ endedAt }) => endedAt)).to.deep.equal([NOW, null]);
    const all = done<MaintenanceWindow>(apply(open, { do: 'finish', part: null, text: {} }));
    expect(all.parts.map(({ endedAt }) => endedAt)).to.deep.equal([NOW, second.from]);
    expect(all.updates, 'without words there is no update').to.deep.equal([]);
  });

  it('takes longer', () => {
    const applied = done<MaintenanceWindow>(
      apply(open, { do: 'extend', part: '1', to: NOW + 2 * HOUR, text: { nb: 'Mer tid' } }),
    );
    expect(applied.parts[0]).to.include({ to: NOW + 2 * HOUR, endedAt: null, extendedFrom: NOW + HOUR });
    expect(applied.updates[0]?.text).to.deep.equal({ nb: 'Mer tid' });
  });

  it('is cancelled, or taken back, with another sequence for calendars', () => {
    expect(done(apply(open, { do: 'cancel', text: {} }))).to.include({ cancelledAt: NOW, sequence: 1 });
    expect(done(apply(open, { do: 'recall' }))).to.include({
      ...{ publication: 'recalled', cancelledAt: NOW, sequence: 1 },
    });
  });

  it('gets a word', () => {
    expect(newsOf(apply(open, { do: 'update', text: { nb: 'x' }, important: true }))).to.equal('important');
    expect(newsOf(apply(open, { do: 'update', text: { nb: 'x' }, important: false }))).to.equal('edit');
  });

  it('reminds, begins and ends by its ticks; each is seen to once', () => {
    const soon = windowNotice({
      parts: [windowPart({ from: NOW + HOUR, to: NOW + 2 * HOUR })],
      ...{ publishedAt: NOW - 2 * DAY, createdAt: NOW - 2 * DAY },
    });
    const reminded = apply(soon, { do: 'tick' });
    expect(newsOf(reminded)).to.equal('reminder');
    const again = apply(done(reminded), { do: 'tick' });
    expect([newsOf(again), done(again).revision]).to.deep.equal([null, 2]);
    const begun = applyCommand(alone, done(reminded), { do: 'tick' }, context('it', NOW + HOUR));
    expect(newsOf(begun)).to.equal('silent');
  });

  const cancelled = done(apply(open, { do: 'cancel', text: {} }));
  const over = windowNotice({ parts: [windowPart({ from: NOW - 2 * HOUR, to: NOW - HOUR })] });
  const long = { nb: 'x'.repeat(2001) };
  const REFUSED: readonly (readonly [string, Notice, NoticeCommand, string])[] = [
    ['an empty word', open, { do: 'update', text: {}, important: true }, 'text: text-missing'],
    ['a word that is too long', open, { do: 'update', text: long, important: true }, 'text: text-too-long'],
    ['a word when it is over', over, { do: 'update', text: { nb: 'x' }, important: true }, 'notice: is-over'],
    ['an end of no part', open, { do: 'finish', part: '9', text: {} }, 'part: unknown-part'],
    ['an end when it is over', over, { do: 'finish', part: null, text: {} }, 'part: is-over'],
    ['an end with too long a word', open, { do: 'finish', part: null, text: long }, 'text: text-too-long'],
    ['more time for no part', open, { do: 'extend', part: '9', to: NOW, text: {} }, 'part: unknown-part'],
    ['less time', open, { do: 'extend', part: '1', to: NOW, text: {} }, 'to: not-later'],
    ['fifteen days', open, { do: 'extend', part: '1', to: NOW + 15 * DAY, text: {} }, 'to: part-too-long'],
    [
      'more time when it is over',
      over,
      { do: 'extend', part: '1', to: NOW + HOUR, text: {} },
      'part: is-over',
    ],
    [
      'more time with too long a word',
      open,
      { do: 'extend', part: '1', to: NOW + DAY, text: long },
      'text: text-too-long',
    ],
    ['a second cancellation', cancelled, { do: 'cancel', text: {} }, 'notice: is-over'],
    ['a cancellation with too long a word', open, { do: 'cancel', text: long }, 'text: text-too-long'],
    ['what only outages have', open, { do: 'resolve', text: {}, retrospect: {} }, 'notice: wrong-kind'],
    ['a retrospect', open, { do: 'retrospect', text: { nb: 'x' } }, 'notice: wrong-kind'],
  ];
  for (const [what, notice, command, fault] of REFUSED) {
    it(`does not take ${what}`, () => {
      expect(faults(apply(notice, command))).to.deep.equal([fault]);
    });
  }
});

describe('whatever is done to a notice', () => {
  const words = fc.constantFrom({}, { nb: 'Ord' }, { nb: 'x'.repeat(2001) });
  const time = fc.integer({ min: -3, max: 60 }).map((hours) => NOW + hours * HOUR);
  const change: fc.Arbitrary<NoticeCommand> = fc.oneof(
    fc.constantFrom<NoticeCommand>({ do: 'confirm' }, { do: 'discard' }, { do: 'recall' }, { do: 'tick' }),
    fc.record({
      ...{ do: fc.constant('update' as const), text: words, important: fc.boolean(), long: fc.boolean() },
      ...{ nextWord: fc.option(time), phase: fc.constantFrom('identified', 'monitoring' as const) },
    }),
    fc.record({ do: fc.constant('correct' as const), update: fc.option(fc.nat(3)), text: words }),
    fc.record({ do: fc.constant('resolve' as const), text: words, retrospect: words }),
    fc.record({ do: fc.constant('retrospect' as const), text: words }),
    fc.record({ do: fc.constant('finish' as const), part: fc.constantFrom(null, '1', '9'), text: words }),
    fc.record({ do: fc.constant('extend' as const), part: fc.constantFrom('1', '9'), to: time, text: words }),
    fc.record({ do: fc.constant('cancel' as const), text: words }),
  );

  it('its revision only grows, by one where people see something, and what was published never waits again', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(outage(), window({ parts: [{ ...PART, from: NOW + 2 * HOUR, to: NOW + 4 * HOUR }] })),
        fc.boolean(),
        fc.array(fc.tuple(change, fc.constantFrom('it', 'bo'), fc.nat(120)), { maxLength: 25 }),
        (first, second, steps) => {
          const playbook = second ? together : alone;
          let notice = done(apply(null, first, 'it', playbook));
          let at = NOW;
          for (const [command, who, minutes] of steps) {
            at += minutes * 60_000;
            const before = structuredClone(notice);
            const applied = apply(notice, command, who, playbook, at);
            expect(notice, 'nothing is changed in place').to.deep.equal(before);
            if (applied.outcome === 'refused') {
              expect(applied.faults).to.not.be.empty;
              continue;
            }
            const isSeen = applied.news !== null;
            expect(applied.notice.revision).to.equal(notice.revision + (isSeen ? 1 : 0));
            if (notice.publication !== 'to-confirm')
              expect(applied.notice.publication).to.not.equal('to-confirm');
            if (notice.publication === 'recalled' || notice.publication === 'discarded')
              expect.fail('nothing is done to what was taken back');
            if (applied.notice.publication === 'to-confirm') expect(applied.notice.revision).to.equal(0);
            notice = applied.notice;
          }
        },
      ),
      { numRuns: 400, seed: 20261127 },
    );
  });
});
