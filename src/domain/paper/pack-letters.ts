import type { Millis } from '../timeline/timeline.ts';

/** Who gets the emergency pack by mail, and when besides each change. */
export interface PackRules {
  /** Addresses. */
  readonly mail: readonly string[];
  /** 1 is Monday, 7 Sunday. */
  readonly day: number;
  /** "06:00", by the organisation's clock. */
  readonly at: string;
}

export const PACK_LIMITS = {
  /** Addresses that get it. */
  addresses: 20,
} as const;

/** The first time after an instant at which the pack goes out. */
export function nextPack({ day, at }: Pick<PackRules, 'day' | 'at'>, zone: string, from: Millis): Millis {
  const now = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  const plainTime = Temporal.PlainTime.from(at);
  const days = (day - now.dayOfWeek + 7) % 7;
  const coming = (later: number) =>
    now.toPlainDate().add({ days: later }).toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds;
  return coming(days) > from ? coming(days) : coming(days + 7);
}
