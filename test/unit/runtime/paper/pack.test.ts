import { expect } from 'chai';
import fc from 'fast-check';
import { nextPack } from '../../../../src/domain/paper/pack-letters.ts';
import { DutyTown } from '../../../support/duty-town.ts';
import { playbookFrom, shippedText } from '../../../support/playbooks.ts';

const PACK = '\npack: { mail: [beredskap@example.org, vakt@example.org], day: Fr, at: "07:00" }\n';
const falkenberg = (...changes: readonly (readonly [string, string])[]) =>
  playbookFrom(
    changes.reduce((text, [from, to]) => text.replace(from, to), `${shippedText('falkenberg')}${PACK}`),
  );
const NUMBER = ['phone: "+46346885555"', 'phone: "+46346885599"'] as const;

describe('the emergency pack by mail', () => {
  let town: DutyTown;
  afterEach(() => town.close());
  const open = async (mail = true): Promise<void> => {
    town = new DutyTown('2026-11-24T12:00', { playbook: falkenberg(), mail });
    await town.until('2026-11-24T12:00');
  };
  const news = () =>
    town.letters().map((letter) => (letter.startsWith('Reservpärmen är ändrad') ? 'change' : 'week'));

  it('goes to each address at the beginning, at each change, and every week, once', async () => {
    await open();
    expect(news()).to.deep.equal(['change', 'change']);
    await town.restart();
    await town.until('2026-11-27T06:59');
    expect(news()).to.have.length(2);
    await town.until('2026-11-27T07:00');
    await town.restart();
    await town.until('2026-11-27T12:00');
    expect(news().slice(2)).to.deep.equal(['week', 'week']);
    await town.restart(falkenberg(NUMBER));
    await town.until('2026-11-27T12:01');
    expect(news().slice(4)).to.deep.equal(['change', 'change']);
  });

  it('does not go out for a change of what does not stand on paper', async () => {
    await open();
    await town.restart(falkenberg(['within: 3', 'within: 4']));
    await town.until('2026-11-24T12:30');
    expect(news()).to.have.length(2);
  });

  it('goes out once after weeks without the service', async () => {
    await open();
    await town.until('2026-12-18T09:00');
    expect(news().slice(2)).to.deep.equal(['week', 'week']);
    await town.until('2026-12-25T07:00');
    expect(news()).to.have.length(6);
  });

  it('stays where it is while mail is off', async () => {
    await open(false);
    await town.until('2026-11-27T07:00');
    expect(news()).to.deep.equal([]);
  });
});

describe('when the pack goes out', () => {
  it('is the next such day at that time by the clock on the wall, at most a week later', () => {
    const zone = 'Europe/Stockholm';
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.nat(23), fc.nat(366 * 24 * 60), (day, hour, minute) => {
        const from = Date.UTC(2026, 0, 1) + minute * 60_000;
        const at = `${String(hour).padStart(2, '0')}:30`;
        const next = nextPack({ day, at }, zone, from);
        const local = Temporal.Instant.fromEpochMilliseconds(next).toZonedDateTimeISO(zone);
        expect(local.dayOfWeek).to.equal(day);
        // 02:30 is left out once a year.
        if (hour !== 2) expect(local.toPlainTime().toString()).to.equal(`${at}:00`);
        expect(next)
          .to.be.greaterThan(from)
          .and.at.most(from + 7 * 86_400_000 + 3_600_000);
      }),
    );
  });
});
