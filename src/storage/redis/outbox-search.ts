import { StoreError } from '../../ports/store/error.ts';
import { STORE_LIMITS } from '../../ports/store/limits.ts';
import type {
  Delivery,
  DeliveryCounts,
  DeliverySearch,
  DeliveryState,
  DestinationSearch,
} from '../../ports/store/outbox.ts';
import type { Page } from '../../ports/store/records.ts';
import { checkCount } from '../checks.ts';
import { notNext } from '../requests.ts';
import { deliveryOf, numberOfDelivery } from './delivery-reply.ts';
import type { Reply } from './link.ts';
import type { Place } from './place.ts';
import { listOf, numberOf, textOf } from './replies.ts';

const STATES: readonly DeliveryState[] = ['pending', 'sending', 'sent', 'ambiguous', 'failed', 'skipped'];

/** Finds and counts deliveries; changes nothing. */
export class RedisOutboxSearch {
  readonly #place: Place;

  constructor(place: Place) {
    this.#place = place;
  }

  async get(id: string): Promise<Delivery | null> {
    const answer = await this.#place.find(id, (each) => each !== null, 'delivery', id);
    return answer === null ? null : deliveryOf(listOf(answer));
  }

  async find({ limit, after, ...search }: DeliverySearch): Promise<Page<Delivery>> {
    checkCount('limit', limit, STORE_LIMITS.pageSize);
    const [number, partition] = cursorOf(after);
    const [state, batch] = [search.state ?? '', search.batch ?? ''];
    if (state === '' && batch === '')
      throw new StoreError('invalid', 'deliveries are searched by a state or a batch');
    const found = await Promise.all(
      this.#place.partitions.all.map(async (each) => {
        // Of the same number those in partitions before, and this one, were on the page before.
        const from = each <= partition ? `(${number}` : String(number);
        const answer = await this.#place.link.run('findDeliveries', each, limit + 1, from, state, batch);
        return listOf(answer).map((fields) => ({ fields: listOf(fields), partition: each }));
      }),
    );
    const all = found.flat().sort(byNumber);
    const page = all.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(({ fields }) => deliveryOf(fields)),
      next: all.length > limit && last ? `${numberOfDelivery(last.fields)}/${last.partition}` : null,
    };
  }

  async count(batch: string): Promise<DeliveryCounts> {
    const counts = (await this.#place.each('countDeliveries', batch, ...STATES)).map(listOf);
    const sums = STATES.map((state, i) => [state, counts.reduce((sum, each) => sum + numberOf(each[i]), 0)]);
    return Object.fromEntries(sums) as unknown as DeliveryCounts;
  }

  async destinations(search: DestinationSearch): Promise<Page<string>> {
    const { topic, states, unsure = false, after = '' } = search;
    const limit = checkCount('limit', search.limit, STORE_LIMITS.changesPerTurn);
    const asked = [topic, limit + 1, after, unsure ? 1 : 0, ...states];
    const found = await this.#place.each('findDestinations', ...asked);
    const names = found.flatMap((each) => listOf(each).map(textOf));
    const all = names.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    const items = all.slice(0, limit);
    return { items, next: all.length > limit ? (items.at(-1) ?? null) : null };
  }

  async latest(
    topic: string,
    destination: string,
    states: readonly DeliveryState[],
  ): Promise<Delivery | null> {
    const { number } = this.#place.ofName(destination);
    const answer = await this.#place.link.run('latestDelivery', number, topic, destination, ...states);
    return answer === null ? null : deliveryOf(listOf(answer));
  }
}

interface Found {
  readonly fields: readonly Reply[];
  readonly partition: number;
}

function byNumber(a: Found, b: Found): number {
  return numberOfDelivery(a.fields) - numberOfDelivery(b.fields) || a.partition - b.partition;
}

/** After which number, of which partition. */
function cursorOf(after = '0/0'): [number, number] {
  const [, number, partition] = /^(\d{1,16})\/(\d{1,2})$/.exec(after) ?? [];
  if (number === undefined || partition === undefined) throw notNext();
  return [Number(number), Number(partition)];
}
