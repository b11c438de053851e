import { expect } from 'chai';
import type { Delivery } from '../../../../src/ports/store/outbox.ts';
import { PING_MAIL } from '../../../../src/runtime/escalations/pingable.ts';
import { Watch, type WatchPerson } from '../../../support/escalations/watch.ts';
import { shipped } from '../../../support/playbooks.ts';

const LOST = { outcome: 'retry', reason: 'no answer came', afterMs: 0, doubt: 'open' } as const;
const isMail = ({ destination }: Pick<Delivery, 'destination'>) => destination.startsWith(PING_MAIL);

describe('an answer overtakes pings that have not arrived for sure', () => {
  let watch: Watch;
  let lead: WatchPerson;
  let tries: Delivery[];
  beforeEach(async () => {
    watch = new Watch(shipped('porsanger'), '2026-11-23T10:00', { mail: true, gateway: false });
    tries = [];
    lead = await watch.holder('it-lead');
  });
  afterEach(() => watch.store.close());
  const reported = async (): Promise<string> => {
    const nurse = watch.person('nurse', { site: 'helse-omsorg' });
    await nurse.say('Pasientjournalen er nede, hele avdelingen står');
    await nurse.pressLabel('Full stans i produksjonen for en hel avdeling');
    return (await watch.reports()).at(-1)!.id;
  };
  /** Letters that were tried, as “what it is”. */
  const letters = () =>
    tries.filter(isMail).map(({ body }) => {
      const { reply } = body as unknown as { reply: { replaces: string | null } };
      return reply.replaces === null ? 'ping' : 'over';
    });

  it('of letters in doubt none is tried again, and the word that it is over goes at the next turn', async () => {
    watch.sending = (delivery) => {
      tries.push(delivery);
      return isMail(delivery) && letters().at(-1) === 'ping' ? LOST : null;
    };
    watch.settling = () => LOST;
    const id = await reported();
    const asked = letters().length;
    expect(letters()).to.deep.equal(Array(asked).fill('ping'));
    await lead.pressLabel('Jeg har den');
    expect(letters().slice(asked)).to.not.include('ping');
    // After a first try that may have worked it rests for one second at most.
    await watch.jump(1000);
    expect(letters().slice(asked)).to.deep.equal(Array(asked).fill('over'));
    expect(watch.arrived.filter(({ to }) => to.startsWith(PING_MAIL))).to.have.length(asked);
    expect((await watch.escalation(id))?.state).to.equal('acknowledged');
  });

  it('of letters that surely did not leave none does, and there is nothing to say that it is over', async () => {
    watch.sending = (delivery) => {
      tries.push(delivery);
      return isMail(delivery) ? { outcome: 'retry', reason: 'no connection', afterMs: 60_000 } : null;
    };
    await reported();
    const asked = letters().length;
    await lead.pressLabel('Jeg har den');
    watch.sending = null;
    await watch.jump(600_000);
    expect(letters()).to.have.length(asked);
    expect(watch.arrived.filter(({ to }) => to.startsWith(PING_MAIL))).to.deep.equal([]);
  });

  it('holds back what waits for its turn to leave when the answer is committed', async () => {
    let answered: Promise<unknown> | null = null;
    const acknowledged = async (): Promise<void> => {
      const { store, playbook } = watch;
      const { organisation } = playbook;
      const [report] = await watch.reports();
      const escalation = (await watch.escalation(report!.id))!;
      const pings = escalation.pings.map((ping) => ({ ...ping, state: 'stopped' as const }));
      await store.writeRecords([
        {
          ...{ change: 'write', organisation, kind: 'escalation', id: escalation.id, at: escalation.begun },
          ...{ keys: {}, body: { ...escalation, state: 'acknowledged', pings, rung: null } as never },
        },
      ]);
    };
    watch.waiting = async (delivery) => {
      if (!isMail(delivery)) return;
      answered ??= acknowledged();
      await answered;
    };
    await reported();
    await watch.jump(60_000);
    expect(answered).to.not.equal(null);
    expect(watch.arrived.filter(({ to }) => to.startsWith(PING_MAIL))).to.deep.equal([]);
  });
});
