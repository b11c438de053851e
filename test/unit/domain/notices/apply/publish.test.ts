import { expect } from 'chai';
import fc from 'fast-check';
import type { NoticeCommand } from '../../../../../src/domain/notices/commands.ts';
import type { MaintenanceWindow, OutageNotice } from '../../../../../src/domain/notices/notice.ts';
import {
  alone,
  apply,
  DAY,
  done,
  faults,
  HOUR,
  NOW,
  newsOf,
  outage,
  PART,
  SERVICE,
  SITE,
  together,
  window,
} from './applying.ts';

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
