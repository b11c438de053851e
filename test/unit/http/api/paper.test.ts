import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { pino } from 'pino';
import type { Server } from 'restify';
import { operatorToken } from '../../../../src/http/api/operator.ts';
import { paperApi } from '../../../../src/http/api/paper.ts';
import { LinkKeys } from '../../../../src/http/link-key.ts';
import { createHttpServer } from '../../../../src/http/server.ts';
import { paperTable } from '../../../../src/runtime/paper/table.ts';
import { DutyTown } from '../../../support/duty-town.ts';

const keys = new LinkKeys('a-secret-of-more-than-thirty-two-characters', true);
const LABEL = 'Pärmen – Ullared: utskriven och uppsatt';

describe('who has which version on paper, over HTTP', () => {
  const town = new DutyTown('2026-11-26T07:30');
  let server: Server;
  let address: string;
  before(async () => {
    const playbooks = new Map([['falkenberg', town.playbook]]);
    const clock = { now: () => Temporal.Instant.fromEpochMilliseconds(town.now) };
    server = createHttpServer({
      ...{ playbooks, clock, keys, log: pino({ level: 'silent' }), ready: async () => undefined },
      publicUrl: () => null,
      routes: paperApi({ playbooks, keys, units: (playbook) => paperTable(town.store, playbook) }),
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    address = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}/api/falkenberg/paper`;
  });
  after(async () => {
    server.close();
    await town.close();
  });

  const ask = (token: string) => fetch(address, { headers: { Authorization: `Bearer ${token}` } });

  it('is for operators only', async () => {
    expect((await fetch(address)).status).to.equal(401);
    expect((await ask('A'.repeat(22))).status).to.equal(401);
  });

  it('names each unit with what it has, when it said so and who', async () => {
    await town.says('planner-ullared', 'vem har inte skrivit ut?');
    const units = async () => {
      const answer = await ask(operatorToken(keys, 'falkenberg'));
      return ((await answer.json()) as { units: { has: { at: string; by: object } | null }[] }).units;
    };
    expect((await units())[0]).to.deep.include({ unit: 'ullared', state: 'asked', has: null });
    await town.presses('planner-ullared', LABEL);
    const [unit] = await units();
    expect(unit).to.deep.include({ paper: 'binder', state: 'printed', missing: [], due: null });
    expect(unit?.has?.at).to.equal('2026-11-26T07:30:00+01:00');
    expect(unit?.has?.by).to.deep.equal({ contact: 'planner-ullared', name: null });
  });
});
