import { STORE_LIMITS } from '../../ports/store/limits.ts';
import type { Page } from '../../ports/store/records.ts';
import type { TimerCancel, TimerSearch, WaitingTimer } from '../../ports/store/timers.ts';
import { checkCount, checkKey } from '../checks.ts';
import { notNext } from '../requests.ts';
import type { Reply } from './link.ts';
import { earliest } from './outbox.ts';
import type { Place } from './place.ts';
import { jsonOf, listOf, numberOf, textOf, textOrNull } from './replies.ts';

/** What is due later. */
export class RedisTimers {
  readonly #place: Place;

  constructor(place: Place) {
    this.#place = place;
  }

  async find(search: TimerSearch): Promise<Page<WaitingTimer>> {
    const limit = checkCount('limit', search.limit, STORE_LIMITS.pageSize);
    const cursor = cursorOf(search.after);
    const found = await Promise.all(this.#partitions(search).map((each) => this.#find(each, search, cursor)));
    const all = found.flat().sort(byDue);
    const page = all.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(({ timer }) => timer),
      next: all.length > limit && last ? `${last.timer.dueAt}/${last.number}/${last.partition}` : null,
    };
  }

  async #find(partition: number, search: TimerSearch, cursor: Cursor | null): Promise<Found[]> {
    const { id, conversation, organisation, kind, limit } = search;
    const from = cursor === null ? {} : { dueAt: cursor.dueAt, number: cursor.number };
    const words = {
      ...{ id, conversation, organisation, kind, limit: limit + 1, ...from },
      // Of the same instant and number those in partitions before, and this one, were on the page before.
      isAfter: cursor !== null && partition <= cursor.partition,
    };
    const answer = await this.#place.link.run('findTimers', partition, JSON.stringify(words));
    return listOf(answer).map((each) => foundOf(listOf(each), partition));
  }

  async next(): Promise<number | null> {
    return earliest(await this.#place.each('nextTimer'));
  }

  async cancel({ id, organisation, dueAt }: TimerCancel): Promise<WaitingTimer | null> {
    const { number } = this.#place.ofOrganisation(organisation);
    const asked = [checkKey('id', id), organisation, ...(dueAt === undefined ? [] : [dueAt])];
    const answer = await this.#place.link.run('cancelTimer', number, ...asked);
    return answer === null ? null : foundOf(listOf(answer), number).timer;
  }

  /** Where the timers can be that are asked for. */
  #partitions({ conversation, organisation }: TimerSearch): readonly number[] {
    if (conversation !== undefined) return [this.#place.partitions.ofName(conversation)];
    if (organisation !== undefined) return [this.#place.partitions.ofOrganisation(organisation)];
    return this.#place.partitions.all;
  }
}

interface Cursor {
  readonly dueAt: string;
  readonly number: string;
  readonly partition: number;
}

interface Found {
  readonly timer: WaitingTimer;
  readonly number: number;
  readonly partition: number;
}

function foundOf(fields: readonly Reply[], partition: number): Found {
  const [id, conversation, organisation, kind, dueAt, body, number] = fields;
  const timer = {
    ...{ id: textOf(id), conversation: textOf(conversation), organisation: textOf(organisation) },
    ...{ kind: textOrNull(kind), dueAt: numberOf(dueAt), body: jsonOf(body) },
  };
  return { timer, number: numberOf(number), partition };
}

function byDue(a: Found, b: Found): number {
  return a.timer.dueAt - b.timer.dueAt || a.number - b.number || a.partition - b.partition;
}

function cursorOf(after: string | undefined): Cursor | null {
  if (after === undefined) return null;
  const [, dueAt, number, partition] = /^(-?\d{1,16})\/(\d{1,16})\/(\d{1,2})$/.exec(after) ?? [];
  if (dueAt === undefined || number === undefined) throw notNext();
  return { dueAt, number, partition: Number(partition) };
}
