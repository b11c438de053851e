import { expect } from 'chai';
import { noticeBatch } from '../../src/runtime/names.ts';
import { NOTICE } from '../support/broadcast/commands.ts';
import { type Destination, ORGANISATION } from '../support/broadcast/destinations.ts';
import { KilledBroadcast } from '../support/broadcast/killed-broadcast.ts';
import type { Row } from '../support/broadcast/outbox.ts';

/**
 * `BROADCAST_DESTINATIONS=10000 BROADCAST_KILLS=20 BROADCAST_SEED=7 npx mocha test/e2e/broadcast-kill.test.ts` for a long run.
 */
const DESTINATIONS = Number(process.env.BROADCAST_DESTINATIONS ?? 160);
const KILLS = Number(process.env.BROADCAST_KILLS ?? 3);
const SEED = Number(process.env.BROADCAST_SEED ?? 1);
const SPREAD = { destinations: DESTINATIONS, tenants: 100, workspaces: 100 };
const OLD = 'Ingen kommer på nettet';
const NEW = 'Nettet virker igjen på rådhuset';

const batch = (revision: number): string => noticeBatch(ORGANISATION, NOTICE, revision);
const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((all, n) => all + n, 0);

describe(`a broadcast to ${DESTINATIONS} destinations, killed ${KILLS} times (seed ${SEED})`, function () {
  this.timeout(180_000 + DESTINATIONS * 40 + KILLS * 15_000);
  let broadcast: KilledBroadcast;
  const begin = async (seed: number): Promise<void> => {
    broadcast = await KilledBroadcast.start({ ...SPREAD, kills: KILLS, seed, text: OLD });
  };
  afterEach(() => broadcast.stop());

  const rowsOf = (revision: number): ReadonlyMap<string, Row> =>
    new Map(
      broadcast.outbox
        .rows()
        .filter((row) => row.batch === batch(revision))
        .map((row) => [row.destination, row]),
    );
  const at = (destination: Destination) => broadcast.platforms.messages(destination);

  /** The ledger adds up, and is true: what it says was sent is there, and nothing is there twice. */
  function lookWhileDead(): void {
    const rows = rowsOf(1);
    expect(sum(broadcast.outbox.counts(batch(1)))).to.equal(rows.size);
    for (const destination of broadcast.destinations) {
      const [messages, row] = [at(destination), rows.get(destination.name)];
      expect(messages.length, destination.name).to.be.at.most(1);
      if (row?.state === 'sent') expect(messages.length, destination.name).to.equal(1);
    }
  }

  it('arrives everywhere once; what nobody can say of Teams is shown as such', async () => {
    await begin(SEED);
    const begun = performance.now();
    await broadcast.live(lookWhileDead);
    const rows = rowsOf(1);
    expect(rows.size).to.equal(DESTINATIONS);
    const counts = { sent: 0, ambiguous: 0, arrived: 0 };
    for (const destination of broadcast.destinations) {
      const { name, platform } = destination;
      const { state = '', reason = '' } = rows.get(name) ?? {};
      const arrived = at(destination).length;
      expect(state, `${name}: ${reason}`).to.be.oneOf(
        platform === 'slack' ? ['sent'] : ['sent', 'ambiguous'],
      );
      if (state === 'sent') expect(arrived, name).to.equal(1);
      else expect(arrived, name).to.be.at.most(1);
      counts[state as 'sent' | 'ambiguous'] += 1;
      counts.arrived += arrived;
    }
    expect(counts.sent + counts.ambiguous).to.equal(DESTINATIONS);
    expect(sum(broadcast.outbox.counts(batch(1)))).to.equal(DESTINATIONS);
    const { platforms } = broadcast;
    console.log(
      `      ${counts.arrived} arrived, ${counts.ambiguous} ambiguous in Teams; ${platforms.requests} requests, ` +
        `${platforms.violations} beyond a limit; ${Math.round((performance.now() - begun) / 1000)} s`,
    );
  });

  it('changed on its way, ends nowhere with the old text', async () => {
    await begin(SEED + 100);
    const kill = Math.floor(KILLS / 2);
    await broadcast.live(() => undefined, {
      kill,
      command: { do: 'correct', update: null, text: { nb: NEW } },
    });
    const rows = rowsOf(2);
    expect(rows.size).to.equal(DESTINATIONS);
    let inPlace = 0;
    for (const destination of broadcast.destinations) {
      const { state = '', reason = '' } = rows.get(destination.name) ?? {};
      const last = at(destination).at(-1);
      inPlace += last !== undefined && last.updates > 0 ? 1 : 0;
      if (state === 'ambiguous') expect(destination.platform, destination.name).to.equal('teams');
      else {
        expect(state, `${destination.name}: ${reason}`).to.equal('sent');
        expect(last?.text, destination.name).to.contain(NEW);
      }
    }
    for (const { state } of rowsOf(1).values()) expect(state).to.be.oneOf(['sent', 'ambiguous', 'skipped']);
    console.log(`      ${inPlace} were changed in place, the others got it new`);
  });

  it('taken back on its way, reaches nobody who had not got it', async () => {
    await begin(SEED + 200);
    const kill = Math.floor(KILLS / 2);
    const had = new Set<string>();
    let kills = 0;
    const look = (): void => {
      if (kills++ === kill)
        for (const each of broadcast.destinations) if (at(each).length > 0) had.add(each.name);
    };
    await broadcast.live(look, { kill, command: { do: 'recall' } });
    const [before, rows] = [rowsOf(1), rowsOf(2)];
    for (const destination of broadcast.destinations) {
      const { name } = destination;
      const messages = at(destination);
      const [first, second] = [before.get(name)?.state, rows.get(name)?.state ?? 'none'];
      // Where nobody can say whether it arrived, the word that it was taken back stands by itself.
      if (first === 'ambiguous') expect(messages.length, name).to.be.at.most(had.has(name) ? 2 : 1);
      else if (!had.has(name)) expect(messages, name).to.deep.equal([]);
      else if (second === 'sent') expect(messages.at(-1)?.updates, name).to.be.greaterThan(0);
      else expect(second, name).to.equal('ambiguous');
    }
    expect(had.size).to.be.within(1, DESTINATIONS - 1);
    console.log(`      ${had.size} had it, and were told`);
  });
});
