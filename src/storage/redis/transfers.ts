import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { storeError } from './errors.ts';
import { BETWEEN } from './keys.ts';
import type { Reply } from './link.ts';
import type { Place } from './place.ts';
import { listOf, numberOf, textOf } from './replies.ts';
import type { Share, Shares } from './shares.ts';

/** A commit in its own partition. */
export interface Committing {
  readonly shares: Shares;
  /** When, in ms since 1970 UTC: what is sent elsewhere came to be then. */
  readonly at: number;
  /**
   * Runs the script of the commit.
   * @param more what its words get besides
   * @param transfer what goes to other partitions
   */
  readonly run: (more: object, transfer?: string) => Promise<readonly Reply[]>;
}

/** What was committed in one partition, and is to be done in others. */
interface Transfer {
  readonly id: string;
  readonly from: number;
  readonly at: number;
  readonly shares: readonly Share[];
}

/** Somebody else has a record in hand: then it is tried again, at first after so long (ms), then after seeing to it. */
const PAUSE_MS = 5;
const PATIENT_TRIES = 3;
const MOST_TRIES = 12;

/**
 * Commits that touch several partitions: what one organisation does to another, such as a department to whom it serves.
 * First every partition is asked whether it can be done, and keeps the records in hand; then it is committed in its own
 * partition, together with what is to be done elsewhere; then that is done, each share once, whoever does it. What a
 * crash leaves between is found by the next look around; what it leaves in hand, by whoever needs it.
 */
export class Transfers {
  readonly #place: Place;

  constructor(place: Place) {
    this.#place = place;
  }

  /** @returns what the script of the commit answers, or another partition would have */
  async commit(committing: Committing): Promise<readonly Reply[]> {
    for (let tries = 1; tries <= MOST_TRIES; tries++) {
      const answer =
        committing.shares.others.length === 0 ? await committing.run({}) : await this.#across(committing);
      if (answer[0] === 'locked') await this.#free(textOf(answer[1]), tries);
      else if (answer[0] !== 'aborted') return answer;
    }
    throw storeError('locked', this.#place.link.place);
  }

  /** Does in other partitions what was committed in one, and may not have been done there. */
  async relayAll(): Promise<void> {
    if (this.#place.partitions.count === 1) return;
    const waiting = await this.#place.each('onItsWay');
    for (const text of waiting.flatMap((each) => listOf(each))) await this.#relay(textOf(text));
  }

  async #across({ shares, at, run }: Committing): Promise<readonly Reply[]> {
    const here = await run({ dry: true });
    if (!MAY_GO_ON.has(here[0] ?? null)) return here;
    const transfer: Transfer = { id: randomUUID(), from: shares.home.partition, at, shares: shares.others };
    const answers = [here];
    for (const share of shares.others) answers.push(await this.#prepare(share, holderOf(transfer)));
    const refusal = firstRefusal(answers);
    const text = JSON.stringify(transfer);
    const done = refusal ?? (await run({ transfer: transfer.id }, text));
    if (ENDS.has(done[0] ?? null)) await this.#relay(text);
    else for (const share of shares.others) await this.#release(share.partition, holderOf(transfer));
    return done;
  }

  async #prepare({ partition, records, deliveries }: Share, holder: string): Promise<readonly Reply[]> {
    const words = JSON.stringify({ records, deliveries });
    return listOf(await this.#place.link.run('prepare', partition, words, holder));
  }

  async #release(partition: number, holder: string): Promise<void> {
    await this.#place.link.run('release', partition, holder);
  }

  async #relay(text: string): Promise<void> {
    // Written above, or by another process of this version or the one before.
    const transfer = JSON.parse(text) as Transfer;
    const { link } = this.#place;
    for (const { partition, ...share } of transfer.shares) {
      await link.run('apply', partition, JSON.stringify(share), holderOf(transfer), transfer.at);
      this.#place.at(partition).memory.doubt();
    }
    await link.run('arrived', transfer.from, transfer.id);
  }

  /** Sees to it that a record is in nobody's hand any more: what was committed is done, what was not never will be. */
  async #free(holder: string, tries: number): Promise<void> {
    if (tries <= PATIENT_TRIES) {
      await pause(PAUSE_MS * tries);
      return;
    }
    const [id = '', from = ''] = holder.split(BETWEEN);
    const text = await this.#place.link.run('resolve', numberOf(from), id);
    if (text !== null) await this.#relay(textOf(text));
    else for (const partition of this.#place.partitions.all) await this.#release(partition, holder);
  }
}

const ENDS: ReadonlySet<Reply> = new Set(['committed', 'written']);
/** After these others have to be asked too: of several the first in the order of the changes is told. */
const MAY_GO_ON: ReadonlySet<Reply> = new Set(['ready', 'outdated', 'taken', 'locked']);
const WORST = ['outdated', 'taken', 'locked'] as const;

/** Null: all partitions are ready. */
function firstRefusal(answers: readonly (readonly Reply[])[]): readonly Reply[] | null {
  for (const outcome of WORST) {
    const [first] = answers
      .filter(([told]) => told === outcome)
      .sort((a, b) => (outcome === 'outdated' ? numberOf(a[1]) - numberOf(b[1]) : 0));
    if (first !== undefined) return first;
  }
  return null;
}

function holderOf({ id, from }: Transfer): string {
  return `${id}${BETWEEN}${from}`;
}
