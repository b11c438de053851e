import type { Logger } from 'pino';
import { cleanText, cut } from '../../conversation/plain-text/clean.ts';
import { DIRECTORY_LIMITS, type Identity } from '../../domain/people/directory.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Records } from '../../ports/store/records.ts';
import type { Engine } from '../../runtime/engine.ts';
import { faultForLog } from '../../runtime/fault.ts';
import type { Inbound } from '../../runtime/inbound.ts';
import { derivedName } from '../../runtime/names.ts';
import { KINDS } from '../../runtime/record-codecs.ts';
import { languageFrom } from '../teams/receiver/parse/language.ts';
import type { SlackApi } from './api/api.ts';
import type { Person } from './api/read.ts';
import type { Placed } from './receiver/parse/placed.ts';

/** What getting to know people is made of. */
export interface IntroductionParts {
  readonly api: Pick<SlackApi, 'person'>;
  readonly engine: Pick<Engine, 'accept'>;
  readonly records: Pick<Records, 'record'>;
  readonly clock: Clock;
  readonly log: Logger;
}

const HOUR_MS = 3_600_000;
/** Who is known is looked up again after so long, and who could not be looked up with a message after an hour. */
const KNOWN_MS = 7 * 24 * HOUR_MS;
/** People about whom it is remembered that they need no look. */
const REMEMBERED = 10_000;

/** Looks up whoever is not known yet (`users.info`), and tells the conversation who they are. Never rejects. */
export function introductions(parts: IntroductionParts): (inbound: Inbound, placed: Placed) => Promise<void> {
  const settled = new Map<string, number>();
  return async ({ what }, placed) => {
    const now = parts.clock.now().epochMilliseconds;
    const { organisation, from } = placed;
    const person = `${organisation}/${from.user}`;
    if (what.kind === 'left' || now < (settled.get(person) ?? 0)) return;
    settled.set(person, now + HOUR_MS);
    const [oldest] = settled.keys();
    if (settled.size > REMEMBERED && oldest !== undefined) settled.delete(oldest);
    try {
      const kept = await parts.records.record({ organisation, kind: KINDS.identity, id: from.user });
      if (kept !== null && kept.at + KNOWN_MS > now) settled.set(person, kept.at + KNOWN_MS);
      else if (await introduced(parts, placed, now)) settled.set(person, now + KNOWN_MS);
    } catch (cause) {
      parts.log.error(faultForLog(cause), 'somebody could not be made known');
    }
  };
}

async function introduced(
  { api, engine, log }: IntroductionParts,
  { organisation, conversation, from, actor }: Placed,
  now: number,
): Promise<boolean> {
  const found = await api.person(actor, actor.user);
  if (found.outcome !== 'found') {
    log.info({ outcome: found.outcome, reason: found.reason }, 'somebody could not be looked up');
    return false;
  }
  const isGuest = actor.guest || found.found.isGuest || found.found.isStranger;
  const identity = identityOf(found.found, isGuest);
  if (identity === null) return true;
  const hour = Math.floor(now / HOUR_MS);
  const id = derivedName('slack/introduced/', `${actor.team}/${organisation}/${actor.user}/${hour}`);
  const what = { kind: 'introduced', identity } as const;
  await engine.accept({ id, organisation, conversation, from, what, ahead: 0 });
  return true;
}

function identityOf({ name, email, locale }: Person, isGuest: boolean): Identity | null {
  const shown = cut(cleanText(name ?? '').trim(), DIRECTORY_LIMITS.text);
  if (shown === '') return null;
  const isAddress =
    email !== null && email.length <= DIRECTORY_LIMITS.text && /^[^\s@]+@[^\s@]+$/.test(email);
  const language = languageFrom(locale ?? undefined);
  const guest = isGuest && { isGuest };
  return { name: shown, email: isAddress ? email : null, phone: null, manager: null, language, ...guest };
}
