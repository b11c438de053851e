import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import type { SlackOrganisations } from '../../../src/channels/slack/organisations.ts';
import { parse } from '../../../src/channels/slack/receiver/parse/parse.ts';
import { inboundEvent } from '../../../src/runtime/inbound.ts';
import { openSqliteStore } from '../../../src/storage/sqlite/open.ts';
import { payload, payloadNames } from './payloads.ts';

const ORGANISATIONS: SlackOrganisations = {
  organisationOf: () => 'porsanger',
  deskOf: () => null,
  isOwn: () => false,
  guestsOf: () => 'answer',
};

const EVENTS = payloadNames().flatMap((name) => {
  const parsed = parse(payload(name), ORGANISATIONS);
  return 'inbound' in parsed ? [parsed.inbound] : [];
});

describe('each event of Slack’s four times, in any order, with restarts between', () => {
  const folder = mkdtempSync(join(tmpdir(), 'driftvakt-storm-'));
  after(() => rmSync(folder, { recursive: true }));
  let file = 0;

  it('is one event', async () => {
    const deliveries = EVENTS.flatMap((inbound) => [inbound, inbound, inbound, inbound]);
    const order = fc.shuffledSubarray(
      deliveries.map((_, i) => i),
      { minLength: deliveries.length },
    );
    const restarts = fc.uniqueArray(fc.nat(deliveries.length - 1), { maxLength: 3 });
    const storm = fc.asyncProperty(order, restarts, async (sent, stops) => {
      file += 1;
      const options = { file: join(folder, `${file}.sqlite`) };
      let store = openSqliteStore(options);
      const taken: string[] = [];
      for (const [at, index] of sent.entries()) {
        if (stops.includes(at)) {
          await store.close();
          store = openSqliteStore(options);
        }
        const inbound = deliveries[index];
        if (inbound === undefined) throw new Error('no such delivery');
        const { outcome } = await store.receive(inboundEvent(inbound, at));
        if (outcome === 'new') taken.push(inbound.id);
      }
      await store.close();
      expect(taken.toSorted()).to.deep.equal(EVENTS.map(({ id }) => id).toSorted());
    });
    await fc.assert(storm, { numRuns: 8 });
  });
});
