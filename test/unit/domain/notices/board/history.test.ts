import { expect } from 'chai';
import fc from 'fast-check';
import { historyOf, type ServiceHistory } from '../../../../../src/domain/notices/board/history.ts';
import type { Notice } from '../../../../../src/domain/notices/notice.ts';
import { endOf } from '../../../../../src/domain/notices/view.ts';
import { outageNotice, windowNotice, windowPart } from '../../../../support/notices.ts';
import { commanded } from '../../../../support/notices-kept.ts';
import { at, shipped } from '../../../../support/playbooks.ts';

const porsanger = shipped('porsanger');
const [SERVICE = '', OTHER = ''] = porsanger.services.keys();
const NOW = at(porsanger, '2026-11-23T10:00');
const MINUTE = 60_000;

function ofService(histories: readonly ServiceHistory[], service: string | null) {
  const found = histories.find((history) => history.service === service);
  if (found === undefined) return undefined;
  return found.days
    .filter(({ state }) => state !== 'ok')
    .map(({ day, state, outage, maintenance }) => `${day} ${state} ${outage} ${maintenance}`);
}

describe('the history of services', () => {
  const ms = (local: string) => at(porsanger, local).epochMilliseconds;

  it('has ninety days of each service, the last of them today', () => {
    const [first] = historyOf(porsanger, [], NOW);
    expect(historyOf(porsanger, [], NOW)).to.have.length(porsanger.services.size);
    expect(first?.days).to.have.length(90);
    expect(String(first?.days[0]?.day)).to.equal('2026-08-26');
    expect(String(first?.days[89]?.day)).to.equal('2026-11-23');
  });

  it('divides an outage by midnight, and counts one that goes on until now', () => {
    const outage = outageNotice({ services: [SERVICE], since: ms('2026-11-21T22:30') });
    expect(ofService(historyOf(porsanger, [outage], NOW), SERVICE)).to.deep.equal([
      '2026-11-21 outage 90 0',
      '2026-11-22 outage 1440 0',
      '2026-11-23 outage 600 0',
    ]);
    expect(ofService(historyOf(porsanger, [outage], NOW), OTHER)).to.deep.equal([]);
  });

  it('knows that a day may have 25 hours', () => {
    const outage = outageNotice({
      ...{ services: [SERVICE], since: ms('2026-10-25T00:00'), over: ms('2026-10-26T00:00') },
    });
    expect(ofService(historyOf(porsanger, [outage], NOW), SERVICE)).to.deep.equal([
      '2026-10-25 outage 1500 0',
    ]);
  });

  it('counts time that two outages share once, and work only while nothing is down besides', () => {
    const outages = [
      outageNotice({
        id: 'A',
        services: [SERVICE],
        since: ms('2026-11-20T08:00'),
        over: ms('2026-11-20T10:00'),
      }),
      outageNotice({
        id: 'B',
        services: [SERVICE],
        since: ms('2026-11-20T09:00'),
        over: ms('2026-11-20T11:00'),
      }),
    ];
    const part = windowPart({ services: [], from: ms('2026-11-20T10:30'), to: ms('2026-11-20T12:00') });
    const all = [...outages, windowNotice({ parts: [part] })];
    expect(ofService(historyOf(porsanger, all, NOW), SERVICE)).to.deep.equal(['2026-11-20 outage 180 60']);
    expect(ofService(historyOf(porsanger, all, NOW), OTHER)).to.deep.equal(['2026-11-20 maintenance 0 90']);
  });

  it('counts work as far as it was done: not after an early finish, a cancellation, and not what is to come', () => {
    const part = windowPart({
      services: [SERVICE],
      from: ms('2026-11-20T10:00'),
      to: ms('2026-11-20T14:00'),
    });
    const window = windowNotice({ parts: [part], publishedAt: ms('2026-11-19T10:00') });
    const done = commanded(porsanger, window, { do: 'finish', part: null, text: {} }, '2026-11-20T11:00');
    const broken = commanded(porsanger, window, { do: 'cancel', text: {} }, '2026-11-20T10:15');
    const coming = windowNotice({
      parts: [windowPart({ services: [SERVICE], from: ms('2026-11-23T11:00') })],
    });
    const days = (notice: Notice) => ofService(historyOf(porsanger, [notice], NOW), SERVICE);
    expect(days(done)).to.deep.equal(['2026-11-20 maintenance 0 60']);
    expect(days(broken)).to.deep.equal(['2026-11-20 maintenance 0 15']);
    expect(days(coming)).to.deep.equal([]);
  });

  it('leaves out what was taken back, and tells apart what names no service', () => {
    const outage = outageNotice({ services: [], since: ms('2026-11-23T09:00') });
    const recalled = { ...outage, publication: 'recalled' as const };
    expect(ofService(historyOf(porsanger, [outage], NOW), null)).to.deep.equal(['2026-11-23 outage 60 0']);
    expect(ofService(historyOf(porsanger, [recalled], NOW), null)).to.equal(undefined);
  });

  it('counts the same minutes as somebody who looks at each of them', () => {
    const minute = fc.integer({ min: -2 * 1440, max: 600 }).map((n) => ms('2026-11-23T00:00') + n * MINUTE);
    const span = fc.tuple(minute, minute).map(([a, b]) => [Math.min(a, b), Math.max(a, b) + MINUTE] as const);
    const notice = fc.oneof(
      span.map(([since, over]): Notice => outageNotice({ services: [SERVICE], since, over })),
      span.map(
        ([from, to]): Notice => windowNotice({ parts: [windowPart({ services: [SERVICE], from, to })] }),
      ),
    );
    fc.assert(
      fc.property(fc.array(notice, { maxLength: 6 }), (notices) => {
        const history = historyOf(porsanger, notices, NOW).find(({ service }) => service === SERVICE);
        for (const { day, outage, maintenance } of history?.days.slice(-4) ?? [])
          expect([outage, maintenance]).to.deep.equal(counted(notices, day));
      }),
      { numRuns: 40 },
    );
  });

  /** Minutes of a day in which something is down, and in which only work goes on, one after the other. */
  function counted(notices: readonly Notice[], day: Temporal.PlainDate): [number, number] {
    const [start, end] = [day, day.add({ days: 1 })].map(
      (each) => each.toZonedDateTime(porsanger.timezone).epochMilliseconds,
    ) as [number, number];
    let [outage, maintenance] = [0, 0];
    for (let t = start; t < Math.min(end, NOW.epochMilliseconds); t += MINUTE) {
      const isDown = notices.some(
        (each) => each.kind === 'outage' && each.since <= t && t < (each.over ?? Infinity),
      );
      const isWorked = notices.some(
        (each) => each.kind === 'maintenance' && each.parts.some((part) => part.from <= t && t < endOf(part)),
      );
      if (isDown) outage += 1;
      else if (isWorked) maintenance += 1;
    }
    return [outage, maintenance];
  }
});
