import { journey } from '../support/journeys/journey.ts';

const MORNING = { organisation: 'kivido', at: '2026-11-23T09:15' } as const;
const EMPLOYEE = { role: 'employee' };

describe('Kivido: one manager judges (scenario C1)', () => {
  journey('no mail at all is urgent, and goes to the manager at once', MORNING, async ({ somebody }) => {
    const teacher = somebody(EMPLOYEE);
    await teacher.says('De mail doet het niet');
    await teacher.presses('Nee, niets in of uit');
    teacher.hearsInOrder('Urgent', 'Manager Algemene Zaken', '+3100000001', 'Heb je iemand gesproken?');
    await teacher.presses('Niemand nam op');
    teacher.hears('Directie', '+3100000002');
    teacher.hearsNoneOf('+3100000001');
    await teacher.presses('Ja, ik heb iemand gesproken');
    teacher.hears('geldt ze als ontvangen');
    await teacher.presses('Zo is het genoeg');
    teacher.hears('Klasbord');
  });

  journey('the printer is not urgent: 24 hours, by the same manager', MORNING, async ({ somebody }) => {
    const teacher = somebody(EMPLOYEE);
    await teacher.says('ik kan niet printen');
    teacher.hears('Niet urgent');
    await teacher.presses('Zo is het genoeg');
    teacher.hears('Manager Algemene Zaken', '+3100000001');
    await teacher.presses('Ja, ik heb iemand gesproken');
    teacher.hears('24 uur');
  });

  journey('who does not say which role they have is asked once', MORNING, async ({ somebody }) => {
    const teacher = somebody({ user: 'cees' });
    await teacher.says('ik kan niet printen');
    teacher.isOffered('Medewerker', 'Manager Algemene Zaken');
    await teacher.presses('Medewerker');
    teacher.hears('Niet urgent');
    await teacher.says('stop');
    await teacher.says('de terminalserver doet het niet');
    teacher.isNotOffered('Medewerker');
    teacher.hears('Niet urgent');
  });
});
