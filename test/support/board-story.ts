import { NEW_LIFE } from '../../src/domain/reports/life/life.ts';
import type { Report } from '../../src/domain/reports/report.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';
import { reportOf } from './reports.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Reports as a board has them on an ordinary morning: critical, waiting, with the supplier, closed. */
function story(organisation: string, now: number): readonly Report[] {
  const about = { organisation, language: 'nl' } as const;
  const joke = { name: 'Joke Bakker', contact: null };
  return [
    reportOf('K7M2-QX4P', {
      ...{
        ...about,
        at: now - 30 * MINUTE,
        class: 'critical',
        what: 'Niemand kan mailen.\nOok de ouders niet.',
      },
      by: { name: 'Sanne de Vries', email: 'sanne@example.org', phone: '+31612345678' },
      history: [{ at: now - 30 * MINUTE, what: 'reported', text: null }],
      life: { ...NEW_LIFE, due: { what: 'judge', at: now + 30 * MINUTE } },
    }),
    reportOf('B3D8-W1HK', {
      ...{
        ...about,
        at: now - 5 * HOUR,
        state: 'waiting',
        what: 'De printer in Vlinders drukt alleen grijs af',
      },
      history: [
        { at: now - 5 * HOUR, what: 'reported', text: null },
        { at: now - 4 * HOUR, what: 'judged-not-urgent', text: 'Kan wachten tot morgen', by: joke },
      ],
      life: { ...NEW_LIFE, due: { what: 'wait', at: now + 20 * HOUR } },
    }),
    reportOf('T9RC-5N0V', {
      ...{
        ...about,
        at: now - 50 * HOUR,
        state: 'asked',
        what: 'Telefoon op locatie De Regenboog valt steeds weg',
      },
      life: { ...NEW_LIFE, due: { what: 'answer', at: now + 3 * HOUR } },
    }),
    reportOf('G4ZE-8YJ2', { ...about, at: now - 90 * HOUR, state: 'closed', what: 'Geen internet' }),
  ];
}

/** Writes them into the store of a file. */
export async function boardReports(file: string, organisation: string, now: number): Promise<void> {
  const store = openSqliteStore({ file });
  for (const report of story(organisation, now))
    await store.writeRecords([
      {
        ...{ change: 'write', organisation, kind: 'report', id: report.id, at: report.at },
        ...{ keys: { user: report.user, state: report.state }, body: report as never },
      },
    ]);
  await store.close();
}
