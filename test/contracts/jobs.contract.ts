import { expect } from 'chai';
import type { DeliverJob, Doers, Job, Jobs } from '../../src/ports/jobs.ts';

/** Where jobs are tried: processes on one queue, and a time that passes. */
export interface JobStage {
  /** Another process. */
  process(): Jobs;
  now(): number;
  /** Lets about so much time pass, in ms. */
  pass(ms: number): Promise<void>;
  end(): Promise<void>;
}

/** What a process did. */
interface Did {
  readonly job: Job;
  readonly at: number;
}

export function jobsContract(name: string, open: () => Promise<JobStage>): void {
  describe(`jobs (${name})`, () => {
    let stage: JobStage;
    const processes: Jobs[] = [];

    beforeEach(async () => {
      stage = await open();
    });
    afterEach(async () => {
      await Promise.all(processes.splice(0).map((each) => each.close()));
      await stage.end();
    });

    const made = (): Jobs => {
      const jobs = stage.process();
      processes.push(jobs);
      return jobs;
    };
    const working = async (
      job: (job: Job, times: number) => Promise<number | null> = async () => null,
      recurring: Doers['recurring'] = async () => undefined,
      every: Parameters<Jobs['start']>[1] = [],
    ): Promise<{ jobs: Jobs; did: Did[] }> => {
      const [jobs, did] = [made(), [] as Did[]];
      const doer = (one: Job): Promise<number | null> => {
        did.push({ job: one, at: stage.now() });
        return job(one, did.length);
      };
      await jobs.start({ job: doer, recurring, failed: () => undefined }, every);
      return { jobs, did };
    };
    const deliver = (delivery: string, more: Partial<DeliverJob> = {}): DeliverJob => ({
      ...{
        kind: 'deliver',
        delivery,
        destination: `web/x/${delivery}`,
        priority: 0,
        at: stage.now(),
        ...more,
      },
    });
    const namesOf = (did: readonly Did[]): string[] =>
      did.map(({ job }) => (job.kind === 'ring' ? 'ring' : job.delivery)).toSorted();

    it('are done once, in any process, with what they name', async () => {
      const one = await working();
      const asked = [
        deliver('teams/t:1%3A/a/12.1'),
        deliver('2', { priority: 1, at: stage.now() - 5000 }),
        { kind: 'ring', at: stage.now() } as const,
      ];
      await made().relay(asked);
      await stage.pass(300);
      expect(one.did.map(({ job }) => job)).to.have.deep.members(asked);
      await stage.pass(300);
      expect(one.did).to.have.length(3);
    });

    it('are done when it is time, and not before', async () => {
      const one = await working();
      const at = stage.now() + 250;
      await one.jobs.relay([deliver('later', { at }), { kind: 'ring', at: at + 100 }]);
      await stage.pass(150);
      expect(one.did).to.deep.equal([]);
      await stage.pass(600);
      expect(one.did.map(({ job }) => job.kind)).to.deep.equal(['deliver', 'ring']);
      for (const did of one.did) expect(did.at).to.be.at.least(did.job.at);
    });

    it('come again when they are told to, until they are done', async () => {
      const one = await working(async (_job, times) => (times === 1 ? stage.now() + 150 : null));
      await one.jobs.relay([deliver('again')]);
      await stage.pass(700);
      expect(namesOf(one.did)).to.deep.equal(['again', 'again']);
      expect((one.did[1]?.at ?? 0) - (one.did[0]?.at ?? 0)).to.be.at.least(150);
    });

    it('are tried again if they fail', async () => {
      const one = await working((_job, times) =>
        times === 1 ? Promise.reject(new Error('the store is away')) : Promise.resolve(null),
      );
      await one.jobs.relay([deliver('failing')]);
      await stage.pass(1200);
      expect(namesOf(one.did)).to.deep.equal(['failing', 'failing']);
    });

    it('are one, however often they are relayed before they are done, and another afterwards', async () => {
      const relaying = made();
      await Promise.all([1, 2, 3].map(() => relaying.relay([deliver('same')])));
      const one = await working();
      await stage.pass(300);
      expect(namesOf(one.did)).to.deep.equal(['same']);
      await relaying.relay([deliver('same')]);
      await stage.pass(300);
      expect(namesOf(one.did)).to.deep.equal(['same', 'same']);
    });

    it('wait for somebody who does them, and are shared by all who do', async () => {
      const names = Array.from({ length: 200 }, (_, i) => `n${i}`);
      const slowly = async (): Promise<null> => {
        for (let i = 0; i < 20; i++) await new Promise(setImmediate);
        return null;
      };
      await made().relay([deliver('first')]);
      const [one, two] = [await working(slowly), await working(slowly)];
      await made().relay(names.map((each) => deliver(each)));
      await stage.pass(900);
      expect(namesOf([...one.did, ...two.did])).to.deep.equal(['first', ...names].toSorted());
      expect(one.did.length).to.be.greaterThan(0);
      expect(two.did.length).to.be.greaterThan(0);
    });

    it('that were begun are ended at the end, and what was not begun is left to others', async () => {
      const { promise: gate, resolve: open } = Promise.withResolvers<void>();
      let ended = 0;
      const one = await working(async () => {
        await gate;
        ended++;
        return null;
      });
      await one.jobs.relay([deliver('begun')]);
      await stage.pass(200);
      expect(namesOf(one.did)).to.deep.equal(['begun']);
      const stopping = one.jobs.stop();
      open();
      await stopping;
      expect(ended).to.equal(1);
      await one.jobs.relay([deliver('left')]);
      const two = await working();
      await stage.pass(300);
      expect(namesOf(two.did)).to.deep.equal(['left']);
      expect(namesOf(one.did)).to.deep.equal(['begun']);
    });

    it('that recur are done by one process for all', async () => {
      const done: string[] = [];
      const every = [{ name: 'look', everyMs: 200 }];
      for (const who of ['a', 'b', 'c'])
        await working(undefined, async (name) => void done.push(`${name} ${who}`), every);
      await stage.pass(1100);
      expect(done.length).to.be.within(3, 7);
      expect(done.every((each) => each.startsWith('look '))).to.equal(true);
    });
  });
}
