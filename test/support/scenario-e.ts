import type { MaintenanceWindow } from '../../src/domain/notices/notice.ts';
import { windowNotice } from './notices.ts';

/** An instant by the wall clock of Stockholm, in ms. */
export function stockholm(local: string): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Stockholm').epochMilliseconds;
}

/** The window of scenario E3, with something changed: two days, two municipalities, parts with their own times. */
export function scenarioE(change: Partial<MaintenanceWindow> = {}): MaintenanceWindow {
  const published = stockholm('2022-10-24T09:00');
  const part = (
    id: string,
    site: string,
    services: readonly string[],
    [from, to]: readonly [string, string],
  ) => ({
    ...{ id, services, sites: [site], effect: {}, endedAt: null },
    ...{ from: stockholm(from), to: stockholm(to) },
  });
  const phone = { sv: 'per telefon', en: 'by phone' };
  return windowNotice({
    id: 'E3',
    organisation: 'itcentrum',
    ...{ createdAt: published, publishedAt: published, changedAt: published },
    text: { sv: 'Servrarna uppdateras.', en: 'The servers are updated.' },
    parts: [
      part('1', 'tierp', ['staff-systems'], ['2022-10-29T10:00', '2022-10-29T14:00']),
      part('2', 'tierp', ['tierpsbyggen'], ['2022-10-29T12:00', '2022-10-29T14:00']),
      part('3', 'alvkarleby', ['treserva', 'tes'], ['2022-10-30T10:00', '2022-10-30T13:00']),
    ],
    support: [
      { from: stockholm('2022-10-29T10:00'), to: stockholm('2022-10-29T16:00'), text: phone },
      { from: stockholm('2022-10-30T10:00'), to: stockholm('2022-10-30T16:00'), text: phone },
    ],
    ...change,
  });
}
