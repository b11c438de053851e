import { fullMoment } from '../../conversation/words/moment.ts';
import type { Language } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { Refusal } from './exchange.ts';
import { whySpecial } from './special-days.ts';
import { type ClockAnswer, PLAYGROUND_LIMITS } from './wire.ts';

type Zoned = Temporal.ZonedDateTime;

/** Moments that have a button of their own: each is the next one after the conversation's time. */
const MOMENTS: Readonly<Record<string, (from: Zoned) => Zoned>> = {
  night: (from) => next(from, from.withPlainTime('03:00'), { days: 1 }),
  'christmas-eve': (from) =>
    next(from, from.with({ month: 12, day: 24 }).withPlainTime('10:00'), { years: 1 }),
  'next-day': (from) => from.add({ days: 1 }),
};

/**
 * The conversation's time, after it was moved if that is asked for.
 * @param to one of the moments, `now`, or the organisation's wall clock as 2026-12-24T10:00; null leaves it as it is
 */
export function conversationClock(
  playbook: Playbook,
  language: Language,
  machine: Temporal.Instant,
  ahead: number,
  to: string | null,
): ClockAnswer {
  const from = machine.add({ milliseconds: inReach(ahead) }).toZonedDateTimeISO(playbook.timezone);
  const at = to === null ? from : moved(from, machine, to);
  return {
    ahead: inReach(at.epochMilliseconds - machine.epochMilliseconds),
    now: at.epochMilliseconds,
    local: at.toPlainDateTime().toString({ smallestUnit: 'minute' }),
    words: fullMoment(at, language),
    why: whySpecial(playbook.country, at, language),
  };
}

function moved(from: Zoned, machine: Temporal.Instant, to: string): Zoned {
  if (to === 'now') return machine.toZonedDateTimeISO(from.timeZoneId);
  const moment = MOMENTS[to];
  if (moment !== undefined) return moment(from);
  try {
    return Temporal.PlainDateTime.from(to).toZonedDateTime(from.timeZoneId);
  } catch {
    throw new Refusal(
      400,
      `to: write a time as 2026-12-24T10:00, or now, ${Object.keys(MOMENTS).join(', ')}`,
    );
  }
}

function next(from: Zoned, target: Zoned, step: Temporal.DurationLike): Zoned {
  return Temporal.ZonedDateTime.compare(target, from) > 0 ? target : target.add(step);
}

function inReach(ahead: number): number {
  if (Number.isSafeInteger(ahead) && Math.abs(ahead) <= PLAYGROUND_LIMITS.ahead) return ahead;
  throw new Refusal(400, 'ahead: the clock can be moved by at most ten years');
}
