import { expect } from 'chai';
import fc from 'fast-check';
import { contactsAt } from '../../../../src/domain/contacts/who.ts';
import { nextDue } from '../../../../src/domain/escalation/advance.ts';
import type { Escalation, EscalationEntry } from '../../../../src/domain/escalation/escalation.ts';
import type { Json } from '../../../../src/ports/store/json.ts';
import { BEGINNINGS, ESCALATION_EVENTS } from '../../../../src/runtime/escalations/events.ts';
import {
  askedIn,
  CONTACTS,
  type Deed,
  organisationOf,
  reportOf,
  type Story,
  stories,
} from '../../../support/escalations/random.ts';
import { Watch, type WatchPerson } from '../../../support/escalations/watch.ts';

/** `ESCALATIONS=1000` for the full number. */
const RUNS = Number(process.env.ESCALATIONS ?? 40);
const ID = 'TEST-0001';
/** No escalation of these organisations takes longer. */
const MOST_STEPS = 200;

/** One random escalation at work, with what must hold at each of its steps. */
class Run {
  readonly #story: Story;
  readonly watch: Watch;
  readonly #people = new Map<string, WatchPerson>();
  /** How many pings had arrived when it was acknowledged; null: it is not. */
  #quietFrom: number | null = null;

  constructor(story: Story) {
    this.#story = story;
    this.watch = new Watch(organisationOf(story), story.start);
    let sends = 0;
    this.watch.sending = () => {
      const fails = story.failing > 0 && ++sends % (story.failing + 1) === 0;
      return fails ? { outcome: 'retry', reason: 'busy', afterMs: 120_000 } : null;
    };
  }

  async all(): Promise<Escalation | null> {
    for (const contact of CONTACTS)
      if (this.#story.reached.includes(contact)) this.#people.set(contact, await this.watch.holder(contact));
      else this.#people.set(contact, this.watch.person(contact));
    await this.#begin();
    for (const deed of this.#story.deeds) await this.#do(deed);
    await this.#untilItEnds();
    return this.watch.escalation(ID);
  }

  async #begin(): Promise<void> {
    const { store, now } = this.watch;
    const report = reportOf(this.#story, now);
    await store.writeRecords([
      {
        ...{ change: 'write', organisation: 'random', kind: 'report', id: ID, at: now },
        ...{ keys: { user: 'rita', state: 'open' }, body: report as unknown as Json },
      },
    ]);
    await this.#event({
      kind: 'start',
      matter: { kind: 'report', reports: [ID], order: null },
      contacts: null,
    });
  }

  async #event(what: Parameters<typeof ESCALATION_EVENTS.body>[0]['what']): Promise<void> {
    const event = { organisation: 'random', subject: BEGINNINGS, ahead: 0, what } as const;
    const conversation = ESCALATION_EVENTS.conversationOf('random', BEGINNINGS);
    const id = `begin/${what.kind}/${this.watch.now}`;
    await this.watch.store.receive({
      id,
      conversation,
      receivedAt: this.watch.now,
      body: ESCALATION_EVENTS.body(event),
    });
    await this.watch.engine.workThrough();
    await this.#look();
  }

  async #do(deed: Deed): Promise<void> {
    switch (deed.do) {
      case 'answer':
        return this.#answer(deed.who, deed.deed);
      case 'restart':
        await this.watch.restart();
        return this.#passTo(this.watch.now);
      case 'wait':
        return this.#passTo(this.watch.now + deed.minutes * 60_000);
      case 'jump':
        await this.watch.jump(deed.hours * 3_600_000);
        return this.#look();
      case 'received':
        return this.#event({ kind: 'stop', matter: 'report', report: ID, why: 'withdrawn' });
    }
  }

  async #answer(name: string, deed: string): Promise<void> {
    const person = this.#people.get(name)!;
    await person.press(`ping:${ID}:${deed}`);
    if (deed === 'decline') await person.say('Ikke nå');
    await this.#look();
  }

  /** Lets what falls due happen at its time. */
  async #passTo(until: number): Promise<void> {
    for (let steps = 0; this.watch.now < until && steps < MOST_STEPS; steps++) {
      const escalation = await this.watch.escalation(ID);
      const due = escalation === null ? null : nextDue(escalation);
      this.watch.now = Math.min(until, Math.max(this.watch.now + 1, due ?? until));
      await this.watch.engine.workThrough();
      await this.#look();
    }
  }

  async #untilItEnds(): Promise<void> {
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      const escalation = await this.watch.escalation(ID);
      const due = escalation === null ? null : nextDue(escalation);
      if (due === null) break;
      await this.#passTo(Math.max(due, this.watch.now + 1));
    }
    // What could not be sent is tried again long after.
    await this.watch.jump(6 * 3_600_000);
    await this.#look();
  }

  /** Once somebody has it, or it is closed, no ping arrives any more. */
  async #look(): Promise<void> {
    const escalation = await this.watch.escalation(ID);
    const isTaken = escalation?.state === 'acknowledged' || escalation?.state === 'closed';
    if (!isTaken) {
      this.#quietFrom = null;
      return;
    }
    this.#quietFrom ??= this.watch.pings.length;
    expect(this.watch.pings.length, 'a ping after it was taken').to.equal(this.#quietFrom);
  }
}

/** Whom the rules ask at an instant, told from the playbook alone. */
function toAsk(run: Run, story: Story, at: number, tried: ReadonlySet<string>): readonly string[] {
  const { playbook } = run.watch;
  const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(playbook.timezone);
  const isLeft = (id: string): boolean => story.reached.some((name) => name === id) && !tried.has(id);
  const policy = playbook.policies.get('all')!;
  const standing = new Map(
    contactsAt(playbook, [...CONTACTS], moment).map((each) => [each.contact.id, each]),
  );
  for (const { order, contacts, startsWith } of policy.steps) {
    const named = order === 'line-of-managers' ? [startsWith!, ...contacts] : contacts;
    const there = named.filter((id) => isLeft(id) && standing.get(id)?.available === true);
    if (there.length > 0) return order === 'any' ? there : there.slice(0, 1);
  }
  return [];
}

function check(run: Run, story: Story, escalation: Escalation): void {
  const { playbook } = run.watch;
  const steps = askedIn(escalation.history);
  const tried = new Set<string>();
  for (const [i, step] of steps.entries()) {
    const [first] = step;
    const at = first!.at;
    const asked = step.map(({ contact }) => contact!);
    if (first!.what === 'called-in') {
      expect(step.every(({ what }) => what === 'called-in')).to.equal(true);
      continue;
    }
    expect(asked, 'whom the rules ask at that minute').to.have.members(toAsk(run, story, at, tried));
    for (const id of asked) tried.add(id);
    if (i > 0) expectInTime(escalation, steps[i - 1]!, at, story, playbook);
  }
  const exhausted = escalation.history.find(({ what }) => what === 'exhausted');
  if (exhausted !== undefined && escalation.overtime === null)
    expect(
      toAsk(run, story, exhausted.at, triedBefore(escalation, exhausted.at)),
      'nobody was left',
    ).to.deep.equal([]);
  expectNotAtNight(escalation, story, playbook);
}

function triedBefore({ history }: Escalation, at: number): ReadonlySet<string> {
  return new Set(
    askedIn(history)
      .flat()
      .filter((entry) => entry.at <= at)
      .map(({ contact }) => contact!),
  );
}

/** The next are asked when the wait of those before is over, or none of them is waited for any more. */
function expectInTime(
  { history }: Escalation,
  before: readonly EscalationEntry[],
  at: number,
  story: Story,
  playbook: Run['watch']['playbook'],
): void {
  const since = before[0]!.at;
  const left = new Set(
    history
      .filter((entry) => entry.at >= since && entry.at <= at)
      .filter(({ what }) => what === 'passed-on' || what === 'declined')
      .map(({ contact }) => contact),
  );
  if (before.every(({ contact }) => left.has(contact))) return;
  const waits = playbook.policies
    .get('all')!
    .steps.filter(({ contacts, startsWith }) =>
      before.some(({ contact }) => contacts.includes(contact!) || startsWith === contact),
    )
    .map(({ thenAfter }) => thenAfter?.total({ unit: 'millisecond' }) ?? story.wait * 60_000);
  // Somebody had it meanwhile and passed it on: then nobody was waited for.
  const wasTaken = history.some(
    ({ at: when, what }) => when >= since && when <= at && (what === 'acknowledged' || what === 'on-it'),
  );
  if (!wasTaken) expect(at - since, 'no step early').to.be.at.least(Math.min(...waits));
}

/** For what is not critical nobody is asked in quiet hours, but by somebody who passes it on. */
function expectNotAtNight({ history }: Escalation, story: Story, playbook: Run['watch']['playbook']): void {
  if (story.class === 'critical') return;
  for (const { at, what } of history) {
    if (!['pinged', 'overtime-asked', 'called-in'].includes(what)) continue;
    const hour = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(playbook.timezone).hour;
    const isLast = history.some((entry) => entry.what === 'exhausted' && entry.at === at);
    if (!isLast) expect(hour, 'nobody is woken').to.be.at.least(6);
  }
}

describe('random escalations', () => {
  it(`end in exactly one way, with no step early and nobody left out (${RUNS})`, async function () {
    this.timeout(RUNS * 3000);
    const ends: Record<string, number> = {};
    await fc.assert(
      fc.asyncProperty(stories, async (story) => {
        const run = new Run(story);
        try {
          const escalation = await run.all();
          expect(run.watch.log).to.deep.equal([]);
          if (escalation === null) return;
          expect(escalation.state).to.be.oneOf(['acknowledged', 'closed', 'exhausted']);
          expect(escalation.rung, 'nobody is waited for').to.equal(null);
          ends[escalation.state] = (ends[escalation.state] ?? 0) + 1;
          check(run, story, escalation);
          const keys = run.watch.pings.map(({ to, body }) => `${to} ${body.reply.key}`);
          expect(new Set(keys).size, 'each ping once').to.equal(keys.length);
        } finally {
          await run.watch.engine.stop();
          await run.watch.store.close();
        }
      }),
      { numRuns: RUNS, ...(process.env.FC_SEED !== undefined && { seed: Number(process.env.FC_SEED) }) },
    );
    if (process.env.ESCALATIONS !== undefined) console.log(JSON.stringify(ends));
  });
});
