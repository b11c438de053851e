import { journey } from '../support/journeys/journey.ts';

const MORNING = { organisation: 'falkenberg', at: '2026-11-23T07:30' } as const;
const ALONE = { ...MORNING, alone: true } as const;
const PLANNER = { role: 'planner' };
const CARE_WORKER = { role: 'care-worker' };

describe('Falkenberg: home care and IntraPhone (scenario A)', () => {
  journey('A1: on another computer it works, and nothing is reported', MORNING, async ({ somebody }) => {
    const planner = somebody(PLANNER);
    await planner.says('IntraPhone web fungerar inte');
    planner.hears('annan dator');
    await planner.presses('Ja, den andra datorn fungerar');
    planner.hears('inget anmälas');
    planner.neverHeard('0346', '0200');
  });

  journey('A1: no other site works, so it is IT-service', MORNING, async ({ somebody }) => {
    const planner = somebody(PLANNER);
    await planner.says('IntraPhone web fungerar inte');
    await planner.presses('Nej, inte där heller');
    planner.hears('www.sr.se');
    planner.neverHeard('0346', '0200');
    await planner.presses('Ingen annan sida fungerar');
    planner.hears('0346-88 55 55', 'mina program');
    planner.hearsNoneOf('0200-44 30 00');
    await planner.presses('Ja, det är anmält');
    planner.hears('räknas den som mottagen');
  });

  journey('A1: other sites work, so it is IntraPhone’s support', MORNING, async ({ somebody }) => {
    const planner = somebody(PLANNER);
    await planner.says('planeringssystemet ligger nere');
    await planner.presses('Nej, inte där heller');
    planner.neverHeard('0346', '0200');
    await planner.presses('Andra sidor fungerar, men inte IntraPhone');
    planner.hearsInOrder('0200-44 30 00', 'support@intraphone.suocrm.eu');
    await planner.presses('Ja, det är anmält');
    await planner.presses('Det räcker');
    planner.hears('IntraPhone web fungerar inte', 'Prova en annan dator');
  });

  journey(
    'A1: nobody says in which role, and the number still comes in three exchanges',
    MORNING,
    async ({ somebody }) => {
      const planner = somebody();
      await planner.says('ingenting fungerar');
      await planner.presses('IntraPhone web');
      await planner.presses('Nej, inte där heller');
      await planner.presses('Ingen annan sida fungerar');
      planner.hears('0346-88 55 55');
    },
  );

  journey('A2: the mobile phones are dead', MORNING, async ({ somebody }) => {
    const worker = somebody(CARE_WORKER);
    await worker.says('arbetsmobilerna går inte att ringa med');
    await worker.presses('Nej, ingen kan ringa');
    worker.hears('0346-88 55 55', 'privat telefon', 'mina program');
    await worker.presses('Ja, det är anmält');
    await worker.presses('Det räcker');
    worker.hears('Brukarschema', 'BesöksplaneringALLAgrupper', 'Registrera alla besök i appen');
  });

  journey('A3: nobody at the workplace gets into the app', MORNING, async ({ somebody }) => {
    const worker = somebody(CARE_WORKER);
    await worker.says('Appen fungerar inte');
    await worker.presses('Ingen på arbetsplatsen');
    worker.hears('Driftstopp', '0346-88 55 55');
    await worker.presses('Ja, det är anmält');
    await worker.presses('Det räcker');
    worker.hears('Brukarschema', 'Registrera alla besök och all dokumentation i appen');
  });

  journey('A3: only one gets no further, so it is an ordinary fault', MORNING, async ({ somebody }) => {
    const worker = somebody(CARE_WORKER);
    await worker.says('jag kommer inte in i appen');
    await worker.presses('Alla utom jag');
    worker.hears('Vanligt fel');
    await worker.presses('Det räcker');
    worker.hears('0346-88 55 55');
  });

  journey(
    'A4: the steps for a long outage hold only once IT has declared one',
    ALONE,
    async ({ somebody, desk }) => {
      const worker = somebody(CARE_WORKER);
      const it = desk();
      await it.says('IntraPhone-appen');
      await it.presses('Meddela driftstopp');
      await it.says('Vi felsöker tillsammans med leverantören.');
      await worker.says('Appen fungerar inte');
      worker.hears('Driftstopp', 'Vi felsöker tillsammans med leverantören.');
      await worker.says('vad gör vi så länge?');
      worker.isNotOffered('Långt driftstopp');
      await it.presses('Det blir långt');
      await worker.says('vad gör vi när driftstoppet blir långt?');
      worker.isOffered('Långt driftstopp');
      await worker.presses('Långt driftstopp');
      worker.hearsInOrder('USB-minnet', 'innevarande vecka', 'Gå igenom schemana', 'Fördela de besök');
    },
  );

  journey('A5: the planner’s daily copies', MORNING, async ({ somebody }) => {
    const planner = somebody(PLANNER);
    await planner.says('vad är rutinen när IntraPhone web ligger nere?');
    planner.hears('IntraPhone web fungerar inte');
    await planner.says('hej');
    await planner.presses('Vad gör vi så länge?');
    await planner.presses('Varje dag – spara scheman');
    planner.hears('USB-minnet', 'ÅÅMMDD Brukarschema PLATS', 'tre dagar framåt');
  });

  journey('A6: whoever reads the routine is told to keep it on paper', MORNING, async ({ somebody }) => {
    const worker = somebody(CARE_WORKER);
    await worker.says('vad gör vi när appen ligger nere?');
    worker.hears('Appen fungerar inte', 'papper');
  });
});

describe('Falkenberg: every day the schedules are saved, and what is on paper stays true (scenarios A5, A6)', () => {
  const THURSDAY = { organisation: 'falkenberg', at: '2026-11-26T07:30', runs: true } as const;
  const PLANNER_HERE = { user: 'planner-ullared', role: 'planner-ullared' };
  const MANAGER = { user: 'manager-ullared', role: 'manager-ullared' };
  const PRINTED = 'Utskriven och uppsatt, den gamla slängd';
  const DONE = 'Sparat på USB-minnet och i mappen';

  journey('A5: reminded in the morning, and done by a press', THURSDAY, async ({ somebody }) => {
    const planner = somebody(PLANNER_HERE);
    const manager = somebody(MANAGER);
    await planner.says('hjälp');
    await manager.says('hjälp');
    await planner.isToldAfter('PT35M');
    planner.hears('Spara scheman – Ullared', 'Ska vara klart senast 16:00', 'torsdag 26 november');
    // Three days ahead, with the names that the routine gives them.
    planner.hears('261127 Brukarschema Ullared', '261127 Översiktsschema Ullared');
    planner.hears('261129 Brukarschema Ullared', '261129 Översiktsschema Ullared');
    planner.hearsNoneOf('261126 Brukarschema', '261130 Brukarschema');
    // Kept for two weeks.
    planner.hears('Får raderas nu', '261111 Brukarschema Ullared', '261111 Översiktsschema Ullared');
    planner.hearsNoneOf('261112 Brukarschema', '261110 Brukarschema');
    planner.isOffered(DONE, 'Visa rutinen');
    await planner.presses(DONE);
    planner.hears('Klart', 'Teamsamordnare i Ullared');
    planner.isNotOffered(DONE);
    await planner.waits('PT10H');
    planner.hearsNothing();
    await manager.looks();
    manager.hearsNothing();
    await planner.says('dagliga uppgifter');
    planner.hears('november 2026', 'Gjort i tid', 'torsdag 26 november', 'Teamsamordnare i Ullared');
  });

  journey('A5: not done, it is said again, and then to the manager', THURSDAY, async ({ somebody }) => {
    const planner = somebody(PLANNER_HERE);
    const manager = somebody(MANAGER);
    await planner.says('hjälp');
    await manager.says('hjälp');
    await planner.isToldAfter('PT35M');
    await planner.isToldAfter('PT6H');
    planner.hears('Inte gjort än', 'senast 16:00');
    await planner.waits('PT1H');
    planner.hearsNothing();
    await manager.looks();
    manager.hearsNothing();
    await manager.isToldAfter('PT1H30M');
    manager.hears('Spara scheman – Ullared', 'Inte gjort: skulle vara klart 16:00', 'torsdag 26 november');
    manager.hears('Ansvarig', 'Teamsamordnare i Ullared');
    await planner.looks();
    planner.hearsNothing();
    await planner.presses(DONE);
    planner.hears('Klart');
    await manager.looks();
    manager.hears('Klart', 'Teamsamordnare i Ullared');
    await manager.says('dagliga uppgifter');
    manager.hears('Gjort för sent', 'torsdag 26 november');
  });

  journey(
    'A5: never on a weekend or a red day; before them the days off are saved too',
    { ...THURSDAY, at: '2026-04-01T17:00' },
    async ({ somebody }) => {
      const planner = somebody(PLANNER_HERE);
      await planner.says('hjälp');
      await planner.isToldAfter('PT16H');
      // Good Friday to Easter Monday nobody saves any: until Tuesday there have to be some.
      planner.hears('torsdag 2 april', '260403 Brukarschema Ullared', '260407 Översiktsschema Ullared');
      planner.hearsNoneOf('260408 Brukarschema');
      await planner.says('dagliga uppgifter');
      await planner.presses(DONE);
      planner.hears('Klart', 'torsdag 2 april');
      await planner.waits('P4DT22H');
      planner.hearsNothing();
      await planner.isToldAfter('PT2H');
      planner.hears('tisdag 7 april', '260408 Brukarschema Ullared');
    },
  );

  journey('A6: what must be on paper is printed, and one press says so', THURSDAY, async ({ somebody }) => {
    const planner = somebody(PLANNER_HERE);
    const manager = somebody(MANAGER);
    await planner.says('hjälp');
    planner.isOffered('Skriv ut – vem har vilken version?');
    await manager.says('vem har inte skrivit ut?');
    manager.hears('Väntar på utskrift', 'Pärmen – Ullared', 'Har ingen.', 'Ny senast');
    await planner.presses('Skriv ut – vem har vilken version?');
    planner.isOffered('Öppna för utskrift');
    await planner.presses('Pärmen – Ullared: utskriven och uppsatt');
    planner.hears('Utskrivet och uppsatt', 'Teamsamordnare i Ullared', 'Version');
    await manager.looks();
    manager.hearsNothing();
    await manager.says('vem har inte skrivit ut?');
    manager.hears('Har det som gäller', 'Teamsamordnare i Ullared');
    manager.hearsNoneOf('Har ingen.');
  });

  journey('A6: not printed, it is said again, and then to the manager', THURSDAY, async ({ somebody }) => {
    const planner = somebody(PLANNER_HERE);
    const manager = somebody(MANAGER);
    await planner.says('hjälp');
    await manager.says('hjälp');
    // Three working days from Thursday morning are Tuesday morning.
    await planner.waits('P4DT1H');
    planner.hears('Pärmen – Ullared', 'Inte utskrivet än', 'Mobiltelefonerna fungerar inte', 'Senast');
    planner.isOffered(PRINTED, 'Öppna för utskrift');
    await manager.looks();
    manager.hearsNoneOf('Pärmen');
    await manager.waits('P1D');
    manager.hears('Pärmen – Ullared', 'Inte utskrivet i tid', 'Ansvarig', 'Teamsamordnare i Ullared');
    await planner.presses(PRINTED);
    planner.hears('Utskrivet och uppsatt');
    await manager.looks();
    manager.hears('Utskrivet och uppsatt', 'Teamsamordnare i Ullared');
  });

  journey('A6: nobody confirms for a unit that is not theirs', THURSDAY, async ({ somebody }) => {
    const worker = somebody({ role: 'care-worker', site: 'ullared' });
    await worker.says('vem har inte skrivit ut?');
    worker.hears('Du har inga enheter här som ska ha något på papper.');
  });
});
