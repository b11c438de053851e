import type { Logger } from 'pino';
import type { Playbook } from '../../../domain/organisation/playbook.ts';
import type { Identity } from '../../../domain/people/directory.ts';
import type { Clock } from '../../../ports/clock.ts';
import { StoreError } from '../../../ports/store/error.ts';
import type { Records } from '../../../ports/store/records.ts';
import type { Engine } from '../../../runtime/engine.ts';
import type { Inbound } from '../../../runtime/inbound.ts';
import { derivedName } from '../../../runtime/names.ts';
import { KINDS } from '../../../runtime/record-codecs.ts';
import { slots } from '../../slots.ts';
import type { Placed } from '../receiver/parse/placed.ts';
import { type Acquaintance, acquaintances } from './acquaintances.ts';
import { type Complain, complaints } from './complaints.ts';
import { PEOPLE_LIMITS } from './limits.ts';
import { lookUp, type Sources } from './look-up.ts';

/** What getting to know people is made of. */
export interface IntroductionParts extends Sources {
  readonly engine: Pick<Engine, 'accept'>;
  readonly records: Pick<Records, 'record'>;
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly clock: Clock;
  readonly log: Logger;
  /** Smaller limits, for tests. */
  readonly limits?: Partial<Readonly<Record<'waitMs' | 'remembered', number>>>;
}

/** Gets to know who wrote. Never rejects, and nothing waits for it. */
export type Introduce = (inbound: Inbound, placed: Placed) => Promise<void>;

/** Looks up whoever is not known, or was looked up long ago, and tells the conversation who they are. */
export function introductions(parts: IntroductionParts): Introduce {
  const limits = { ...PEOPLE_LIMITS, ...parts.limits };
  const known = acquaintances(limits.remembered);
  const inSlot = slots(limits.atOnce);
  const complain = complaints(parts.log, parts.clock);
  return async ({ what }, placed) => {
    const person = `${placed.organisation}/${placed.from.user}`;
    const before = known.of(person);
    // Where the bot was removed it may ask for nobody.
    if (what.kind === 'left' || (before !== undefined && nowMs(parts) < before.until)) return;
    // Until this is done, and if it fails, nobody else need try.
    known.remember(person, later(parts, before?.isWhole ?? true));
    const work = () => introduced(parts, placed, before, complain);
    try {
      const next = await inSlot(work, AbortSignal.timeout(limits.waitMs));
      if (next === null) known.forget(person);
      else known.remember(person, next);
    } catch (cause) {
      complain('broken', cause instanceof StoreError ? cause.code : nameOf(cause));
    }
  };
}

/** When to look again at somebody, after they were introduced if that was needed. */
async function introduced(
  parts: IntroductionParts,
  placed: Placed,
  before: Acquaintance | undefined,
  complain: Complain,
): Promise<Acquaintance> {
  const { organisation, from, address } = placed;
  const key = { organisation, kind: KINDS.identity, id: from.user };
  const record = await parts.records.record(key);
  const freshUntil = (record?.at ?? Number.NEGATIVE_INFINITY) + PEOPLE_LIMITS.freshMs;
  if (before?.isWhole !== false && nowMs(parts) < freshUntil) return { until: freshUntil, isWhole: true };
  // Written by `record-codecs.ts` from this type.
  const { manager = null } = (record?.body ?? {}) as unknown as Partial<Identity>;
  const country = parts.playbooks.get(organisation)?.country ?? '';
  const found = await lookUp(parts, { user: from.user, address, country, manager }, complain);
  if (found === null) return later(parts, before?.isWhole ?? true);
  await parts.engine.accept(introduction(placed, found.identity, parts.clock.now()));
  return found.isWhole ? { until: nowMs(parts) + PEOPLE_LIMITS.freshMs, isWhole: true } : later(parts, false);
}

/** Named by the hour: what several processes find out at the same time is told once. */
function introduction(placed: Placed, identity: Identity, now: Temporal.Instant): Inbound {
  const { tenant, organisation, conversation, from } = placed;
  const hour = now.toString().slice(0, 'YYYY-MM-DDTHH'.length);
  const id = derivedName('teams/introduced/', `${tenant}/${organisation}/${from.user}`, `/${hour}`);
  return { id, organisation, conversation, from, what: { kind: 'introduced', identity }, ahead: 0 };
}

function later(parts: IntroductionParts, isWhole: boolean): Acquaintance {
  return { until: nowMs(parts) + PEOPLE_LIMITS.againMs, isWhole };
}

function nowMs({ clock }: IntroductionParts): number {
  return clock.now().epochMilliseconds;
}

function nameOf(cause: unknown): string {
  return cause instanceof Error ? cause.name : typeof cause;
}
