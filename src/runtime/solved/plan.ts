import type { Happening } from '../../conversation/event.ts';
import type { Notice, OutageNotice } from '../../domain/notices/notice.ts';
import { isFor, noticeConcerns } from '../../domain/notices/view.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { ClaimedEvent } from '../../ports/store/inbox.ts';
import type { RecordChange } from '../../ports/store/records.ts';
import type { TimerChange, Turn } from '../../ports/store/turn.ts';
import type { Store } from '../../ports/store.ts';
import { type KeptInbound, keptBody } from '../inbound.ts';
import { memoryOf } from '../memory.ts';
import { channelOf, derivedName, deskOf } from '../names.ts';
import { ownersWord } from '../notices/subscriptions.ts';
import { planNothing } from '../plan-turn.ts';
import { reachOf } from '../reach.ts';
import { KINDS } from '../record-codecs.ts';
import { type Hit, hitBy } from './hit.ts';
import { solvedTimer } from './timers.ts';

/** One portion of telling that an outage is over. */
export interface SolvedJob {
  readonly store: Store;
  readonly event: ClaimedEvent;
  readonly inbound: KeptInbound & { readonly what: Extract<Happening, { kind: 'solved' }> };
  readonly playbook: Playbook;
  /** By the machine's clock, in ms. */
  readonly now: number;
}

/**
 * One portion: whoever was hit gets an event in the conversation where they said so, whose turn tells them. Once each,
 * and not where the notice itself goes. The next portion is an event of its own.
 */
export async function planSolved(job: SolvedJob): Promise<Turn> {
  const { store, event, inbound, now } = job;
  const memory = memoryOf(await store.load(event.conversation));
  const nothing = planNothing({ event, memory, now });
  const outage = await outageOf(job);
  if (outage === null) return nothing;
  const { hits, next } = await hitBy(store, outage, inbound.what.after);
  const people = new Map(hits.map((hit) => [hit.user, hit]));
  const toTell = await Promise.all(
    [...people.values()].map(async (hit) => ((await isToTell(job, outage, hit)) ? [hit] : [])),
  );
  const told = toTell.flat();
  return {
    ...nothing,
    records: told.map((hit) => toldRecord(job, hit)),
    timers: [
      ...told.map((hit) => tellTimer(job, hit)),
      ...(next === null ? [] : [solvedTimer(outage.id, next, inbound, now)]),
    ],
  };
}

async function outageOf({ store, inbound: { organisation, what } }: SolvedJob): Promise<OutageNotice | null> {
  const kept = await store.record({ organisation, kind: KINDS.notice, id: what.outage });
  const notice = kept === null ? null : (kept.body as unknown as Notice);
  return notice?.kind === 'outage' && notice.publication === 'published' ? notice : null;
}

async function isToTell(job: SolvedJob, outage: OutageNotice, hit: Hit): Promise<boolean> {
  const { store, inbound } = job;
  const { organisation } = inbound;
  if (hit.conversation === deskOf(organisation)) return false;
  const told = await store.record({ organisation, kind: KINDS.told, id: toldId(job, hit) });
  return told === null && !(await getsNotice(job, outage, hit.conversation));
}

/** Whether the notice goes to a conversation, or to the room that it is in, anyway. */
async function getsNotice(job: SolvedJob, outage: OutageNotice, conversation: string): Promise<boolean> {
  const { store, inbound, playbook, now } = job;
  const { organisation, ahead } = inbound;
  const reached = await reachOf(store, organisation, conversation);
  const room = reached.outcome === 'known' ? (reached.reach.room ?? null) : null;
  const subscribed = await Promise.all(
    [conversation, ...(room === null ? [] : [room.conversation])].map(async (destination) => {
      const kept = await ownersWord(store, organisation, destination);
      return kept !== null && isFor(playbook, outage, kept, now + ahead);
    }),
  );
  const byPlaybook = playbook.notices.channels.some(
    (channel) =>
      channel.platform === channelOf(conversation) &&
      channel.channel === room?.id &&
      (channel.kinds?.includes('outage') ?? true) &&
      noticeConcerns(playbook, outage, channel),
  );
  return byPlaybook || subscribed.includes(true);
}

function toldRecord(job: SolvedJob, { user, conversation }: Hit): RecordChange {
  const { inbound, now } = job;
  const { organisation, what } = inbound;
  return {
    ...{
      change: 'write',
      organisation,
      kind: KINDS.told,
      id: toldId(job, { user }),
      at: now + inbound.ahead,
    },
    ...{ keys: { outage: what.outage }, body: { user, conversation } },
  };
}

function toldId({ inbound }: SolvedJob, { user }: Pick<Hit, 'user'>): string {
  return derivedName(`${inbound.what.outage}/`, user);
}

function tellTimer({ inbound, now }: SolvedJob, { user, conversation, language }: Hit): TimerChange {
  const { organisation, ahead, what } = inbound;
  const from = { user, desk: false, locale: language, role: null, site: null };
  const body = keptBody({ organisation, from, what: { kind: 'works-again', outage: what.outage }, ahead });
  const id = derivedName(`works-again/${organisation}/${what.outage}/`, user);
  return { change: 'set', id, conversation, dueAt: now, body };
}
