import { journey } from '../support/journeys/journey.ts';

const MORNING = { organisation: 'itcentrum', at: '2026-11-23T10:00' } as const;
const ALONE = { ...MORNING, alone: true } as const;

describe('IT-centrum: one department for five municipalities (scenario E1)', () => {
  journey(
    'whoever meets a known disturbance is told, and says "me too" in one press',
    ALONE,
    async ({ somebody, desk }) => {
      const it = desk();
      await it.says('Treserva');
      await it.presses('Meddela driftstopp');
      await it.says('Vi arbetar på det. Vänta på mer information innan du kontaktar oss.');
      const anna = somebody({ site: 'tierp' });
      await anna.says('Treserva fungerar inte');
      anna.hears('Driftstopp: Treserva', 'kl. 10:00', 'Vänta på mer information');
      anna.hearsNoneOf('+4600000001');
      await anna.presses('Jag också');
      anna.hears('Du behöver inte göra något mer');
      await it.says('läget');
      it.hears('Drabbas också', '1');
      await it.presses('Det fungerar igen');
      await anna.says('är det driftstopp?');
      anna.hears('Inget driftstopp är anmält');
    },
  );

  journey(
    'another matter on the same service is reported all the same',
    ALONE,
    async ({ somebody, desk }) => {
      const it = desk();
      await it.says('Treserva');
      await it.presses('Meddela driftstopp');
      await it.says('Inloggningen är långsam.');
      const anna = somebody({ site: 'tierp' });
      await anna.says('Treserva fungerar inte');
      await anna.presses('Mitt är något annat');
      await anna.presses('Bara jag drabbas');
      await anna.presses('Det räcker');
      anna.hears('+4600000001');
    },
  );

  journey(
    'three reports from one municipality are put before IT as an outage',
    ALONE,
    async ({ somebody, desk }) => {
      for (const user of ['anna', 'bo', 'cilla']) {
        const person = somebody({ user, site: 'tierp' });
        await person.says('TES fungerar inte');
        await person.presses('Flera drabbas, men arbetet går vidare');
        await person.presses('Det räcker');
      }
      const it = desk();
      await it.says('vad händer?');
      it.hears('Är det här ett driftstopp? TES', '3 anmälningar', 'Tierp');
      await it.presses('Meddela driftstopp');
      await it.says('TES startas om.');
      const dan = somebody({ user: 'dan', site: 'tierp' });
      await dan.says('TES fungerar inte');
      dan.hears('Driftstopp: TES', 'TES startas om.');
      const eva = somebody({ user: 'eva', site: 'heby' });
      await eva.says('TES fungerar inte');
      eva.hearsNoneOf('Driftstopp: TES');
    },
  );
});
