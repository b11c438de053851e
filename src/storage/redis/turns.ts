import { StoreError } from '../../ports/store/error.ts';
import { STORE_LIMITS } from '../../ports/store/limits.ts';
import type { CommitResult, ConversationState, Turn, TurnHand } from '../../ports/store/turn.ts';
import { checkInstant, encodeBody } from '../checks.ts';
import { checkHand } from '../requests.ts';
import { deliveryOf } from './delivery-reply.ts';
import { handedEvent, handWords } from './inbox.ts';
import type { Reply } from './link.ts';
import type { Partition, Place } from './place.ts';
import { listOf, numberOf, textOf } from './replies.ts';
import { type Share, sharesOf } from './shares.ts';
import type { Transfers } from './transfers.ts';

/** Conversations, and the commit that ties everything together. */
export class RedisTurns {
  readonly #place: Place;

  readonly #transfers: Transfers;

  constructor(place: Place, transfers: Transfers) {
    this.#place = place;
    this.#transfers = transfers;
  }

  load(conversation: string): Promise<ConversationState | null> {
    return this.#place.ofName(conversation).reading.conversation(conversation);
  }

  async commit(turn: Turn, hand?: TurnHand): Promise<CommitResult> {
    const part = this.#place.ofName(turn.conversation);
    const state = encodeBody('the state of a conversation', turn.state, STORE_LIMITS.stateBytes);
    const shares = sharesOf(turn, part.number, this.#place.partitions);
    const whole = turnWords(turn, shares.home, hand);
    const answer = await this.#transfers.commit({
      ...{ shares, at: turn.at },
      run: async (more, transfer) => {
        const words = JSON.stringify({ ...whole, seen: part.memory.seen, ...more });
        const given = transfer === undefined ? [words, state] : [words, state, transfer];
        return listOf(await this.#place.link.run('commit', part.number, ...given));
      },
    });
    if (answer[0] !== 'committed') return refusal(turn, part, answer);
    const version = turn.expected + 1;
    part.memory.hearState(turn.conversation, String(version), state);
    const next = handedEvent(part, answer[1], answer[3]);
    if (hand === undefined) return { outcome: 'committed', version };
    const deliveries = listOf(answer[2]).map((each) => deliveryOf(listOf(each)));
    return { outcome: 'committed', version, handed: { next, deliveries } };
  }
}

function turnWords(turn: Turn, { records, deliveries, timers }: Share, hand?: TurnHand): object {
  const { event, conversation, expected, at } = turn;
  return {
    ...{ event, conversation, expected: String(expected), at: String(checkInstant('at', at)) },
    ...{ records, deliveries, timers },
    ...(hand !== undefined && {
      hand: { ...handWords(checkHand(hand)), next: hand.next, deliveries: hand.deliveries },
    }),
  };
}

/** Why a turn was not committed. What this process kept of it was not so any more. */
function refusal(
  turn: Turn,
  { memory }: Partition,
  [outcome, what, version]: readonly Reply[],
): CommitResult {
  if (outcome === 'unknown-event')
    throw new StoreError('unknown-event', `the event ${turn.event} was never received, or is pruned`);
  if (outcome === 'other-conversation')
    throw new StoreError('invalid', `the event ${turn.event} belongs to another conversation`);
  if (outcome === 'taken')
    throw new StoreError('invalid', `a delivery with the id ${textOf(what)} is there already`);
  memory.doubt();
  memory.forgetState(turn.conversation);
  if (outcome === 'already-processed') return { outcome };
  if (outcome === 'behind') return { outcome: 'conflict', on: 'conversation', version: numberOf(what) };
  const record = turn.records?.[numberOf(what) - 1];
  if (record === undefined) throw new TypeError('Redis named no record of the turn');
  const { organisation, kind, id } = record;
  return {
    outcome: 'conflict',
    on: 'record',
    record: { organisation, kind, id },
    version: numberOf(version),
  };
}
