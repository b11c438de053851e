import { ownerSign } from '../../../src/channels/teams/receiver/parse/ids.ts';
import type { Delivery } from '../../../src/ports/store/outbox.ts';
import type { Store } from '../../../src/ports/store.ts';
import { deliveryOf } from '../../../src/runtime/names.ts';
import type { Talker, TEXTS, Writing } from './writings.ts';

/** How the answer to each text begins; a fault is answered with the outage once one is told of. */
const BEGINNINGS: Readonly<Record<(typeof TEXTS)[number], readonly string[]>> = {
  hei: ['Hei!'],
  'nettet er nede på skolen': ['Hva av dette stemmer best?', 'Nettet er nede'],
  avbryt: ['Avbrutt.'],
  hjelp: ['Hva kan jeg hjelpe med?'],
};

/** A message as it arrived: whose conversation its buttons name, and the message of that conversation. */
interface Arrived {
  readonly of: string;
  readonly on: string;
  readonly words: string;
}

/** What is wrong with somebody's conversation; each line names the message, with all that became of it. */
export async function faultsOf(talker: Talker, store: Store): Promise<readonly string[]> {
  const { version = 0 } = (await store.load(talker.name)) ?? {};
  const turns = Array.from({ length: version }, (_, i) => `${i + 1}`);
  const found = await Promise.all(turns.map((turn) => store.delivery(deliveryOf(talker.name, `${turn}.1`))));
  // A turn that somebody is got to know in says nothing.
  const answers = found.filter((delivery) => delivery !== null);
  const arrived = talker.answers().map(arrivedOf);
  const strangers = arrived.filter(({ of }) => of !== ownerSign(talker.name));
  const keys = new Set(answers.map(({ id }) => keyOf(id)));
  return [
    ...strangers.map(({ of, on }) => `${talker.name}: message ${on} of another conversation (${of})`),
    ...arrived
      .filter(({ on }) => !keys.has(on))
      .map(({ on }) => `${talker.name}: ${on} is no answer of a turn`),
    ...orderFault(talker, arrived),
    ...talker.written.flatMap((writing, i) => writingFault(talker, writing, answers[i], arrived)),
    ...answers.slice(talker.written.length).map(({ id }) => `${id}: answers nothing that was written`),
  ];
}

function writingFault(
  talker: Talker,
  writing: Writing,
  answer: Delivery | undefined,
  arrived: readonly Arrived[],
): readonly string[] {
  const wrong = (what: string): string[] => [
    `${talker.name} ${writing.id}: ${what}; ${historyOf(writing, answer)}`,
  ];
  if (writing.acceptedAt === null) return wrong('was never accepted');
  if (answer === undefined) return wrong('was accepted, and never answered');
  const came = arrived.filter(({ on }) => on === keyOf(answer.id));
  // Of a message that was on its way to Teams when its process died nobody can say, as on one process.
  const mayBeUnknown = talker.platform === 'teams';
  if (answer.state !== 'sent' && !(mayBeUnknown && answer.state === 'ambiguous'))
    return wrong('was not sent');
  if (came.length > 1) return wrong(`came ${came.length} times`);
  if (came.length === 0) return answer.state === 'sent' ? wrong('is sent, and did not come') : [];
  const beginnings: readonly string[] = BEGINNINGS[writing.text as keyof typeof BEGINNINGS];
  const words = came[0]?.words ?? '';
  return beginnings.some((each) => words.startsWith(each))
    ? []
    : wrong(`was answered with "${words.slice(0, 60)}"`);
}

/** Turns are answered in their order. */
function orderFault(talker: Talker, arrived: readonly Arrived[]): readonly string[] {
  const order = arrived.map(({ on }) => on);
  const sorted = order.toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
  return order.join() === sorted.join() ? [] : [`${talker.name}: came in the order ${order}`];
}

function historyOf({ text, tries, acceptedAt, answeredAt }: Writing, answer: Delivery | undefined): string {
  const time = (at: number | null): string =>
    at === null ? 'never' : new Date(at).toISOString().slice(11, 23);
  const way = tries.map(({ at, port, status }) => `${time(at)} :${port} ${status ?? 'no answer'}`);
  const stand =
    answer === undefined
      ? 'no delivery'
      : `${answer.id} ${answer.state} (${answer.reason}), try ${answer.attempt}, ${time(answer.changedAt)}`;
  return `"${text}" [${way.join(', ')}] accepted ${time(acceptedAt)}, seen ${time(answeredAt)}; ${stand}`;
}

function keyOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

function arrivedOf(message: string): Arrived {
  const plain = message.replaceAll('\\"', '"');
  const [, of = '', on = ''] = /"of":"([^"]*)","on":"([^"]*)"/.exec(plain) ?? [];
  const [, words = ''] =
    /"summary":"([^"]*)"|^\["([^"]*)"/.exec(plain)?.filter((each) => each !== undefined) ?? [];
  return { of, on, words };
}
