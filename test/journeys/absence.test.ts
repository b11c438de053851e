import { journey } from '../support/journeys/journey.ts';

const WEDNESDAY = { organisation: 'harjedalen', at: '2026-11-25T09:00', runs: true, alone: true } as const;
const BEFORE_CHRISTMAS = {
  organisation: 'harjedalen',
  at: '2026-12-21T10:00',
  runs: true,
  alone: true,
} as const;
const PORSANGER = { organisation: 'porsanger', at: '2026-11-25T09:30', runs: true, alone: true } as const;
const KIVIDO = { organisation: 'kivido', at: '2026-11-25T09:30', runs: true, alone: true } as const;
const holding = (contact: string, site?: string) => ({
  ...{ user: contact, role: contact },
  ...(site !== undefined && { site }),
});

describe('Härjedalen: absence and referral (scenario B3)', () => {
  journey(
    'ill today: the switchboard hears of it, who does at once, and one press ends it',
    WEDNESDAY,
    async ({ somebody }) => {
      const [manager, exchange] = [somebody(holding('care-manager')), somebody(holding('switchboard'))];
      await exchange.says('hjälp');
      await manager.says('jag är sjuk idag, vård och omsorg tar mina samtal');
      manager.hears(
        'Din frånvaro',
        'Gäller nu',
        'onsdag 25 november 2026 kl. 09:00–24:00',
        'Sjuk',
        'Vård och omsorg',
        'Går inte att nå',
      );
      manager.hears('Får veta det: Kommunens växel');
      await exchange.looks();
      exchange.hears(
        'Frånvaro',
        'Förvaltningschef vård och omsorg',
        'Orsak: Sjuk',
        'Tar samtalen: Vård och omsorg',
      );
      const anna = somebody();
      await anna.says('sök förvaltningschef vård och omsorg');
      anna.hears('går inte att nå nu', 'anmäld frånvaro');
      anna.hearsNoneOf('Sjuk');
      await manager.presses('Jag är tillbaka');
      manager.hears('Avslutat');
      await exchange.looks();
      exchange.hears('Tillbaka', 'Förvaltningschef vård och omsorg');
      await anna.says('sök förvaltningschef vård och omsorg');
      anna.hearsNoneOf('går inte att nå nu');
    },
  );

  journey('in a meeting, then more: the total time; at the end it asks', WEDNESDAY, async ({ somebody }) => {
    const manager = somebody(holding('care-manager'));
    await manager.says('i möte till 11');
    manager.hears('Möte', '11:00');
    await manager.says('på kurs idag 11-15');
    manager.hears('Kurs eller konferens');
    await manager.says('min frånvaro');
    manager.hears('Tillbaka, med det som följer direkt efter', 'kl. 15:00');
    await manager.isToldAfter('PT2H1M');
    manager.hears('Frånvaron är slut nu', 'Blir det längre?');
  });

  journey(
    'long ahead, at the turn of the year, and what may be two days is asked',
    BEFORE_CHRISTMAS,
    async ({ somebody }) => {
      const manager = somebody(holding('care-manager'));
      await manager.says('borta 22–26 december, växeln tar mina samtal och Lisa mina ärenden');
      manager.hears('Gäller från', 'tisdag 22 december t.o.m. lördag 26 december 2026', 'Lisa');
      await manager.says('ledig nästa fredag');
      manager.hears('Vilken dag menar du?');
      manager.isOffered('fredag 25 december 2026', 'fredag 1 januari 2027');
    },
  );

  journey(
    'every Friday afternoon: told once, in force each time, asked about at each end, over with one press',
    WEDNESDAY,
    async ({ somebody }) => {
      const [manager, exchange] = [somebody(holding('care-manager')), somebody(holding('switchboard'))];
      await exchange.says('hjälp');
      await manager.says('på kurs varje fredag 13-15, vård och omsorg tar mina samtal');
      manager.hears('fredag 27 november 2026 kl. 13:00–15:00', 'Återkommer', 'tills vidare');
      await exchange.looks();
      exchange.hears('Frånvaro', 'Återkommer: tills vidare');
      const anna = somebody();
      await manager.isToldAfter('P2DT6H1M');
      manager.hears('Frånvaron är slut nu', 'Blir det längre?');
      await exchange.looks();
      exchange.hearsNothing();
      await manager.waits('P6DT23H');
      await anna.says('sök förvaltningschef vård och omsorg');
      anna.hears('går inte att nå nu', 'Vård och omsorg');
      await manager.presses('Avsluta alla gånger');
      await anna.says('sök förvaltningschef vård och omsorg');
      anna.hearsNoneOf('går inte att nå nu');
    },
  );

  journey(
    'an office left unmanned: who says so, until when, and where somebody is reached',
    WEDNESDAY,
    async ({ somebody }) => {
      const office = somebody(holding('care-office'));
      await office.says('vård och omsorg är obemannat till 13, i nödfall: 070-123 45 67');
      office.hears('Obemannat: Vård och omsorg', '13:00', '070-123 45 67');
      const anna = somebody({ site: 'vard-omsorg' });
      await anna.says('vem ringer jag nu?');
      anna.hears('Vård och omsorg är obemannad till', '13:00', 'I nödfall: 070-123 45 67', '+4600000001');
      anna.hearsNoneOf('+4600000003');
      await office.presses('Bemannat igen');
      await anna.says('vem ringer jag nu?');
      anna.hearsInOrder('+4600000003', '+4600000001');
    },
  );

  journey(
    'two units that refer to each other are told so at once, with somebody who could',
    WEDNESDAY,
    async ({ somebody }) => {
      const [care, school] = [somebody(holding('care-office')), somebody(holding('school-office'))];
      await care.says('vård och omsorg är obemannat till 13, barn och utbildning tar våra samtal');
      await school.says('jag är borta till 12, vård och omsorg tar mina samtal');
      school.hears('Samtalen går runt i ring', 'Barn och utbildning → Vård och omsorg → Barn och utbildning');
      await school.presses('Förvaltningschef vård och omsorg tar samtalen');
      school.hearsNoneOf('runt i ring');
      school.hears('Tar samtalen', 'Förvaltningschef vård och omsorg');
    },
  );

  journey(
    'the form: what it holds is said again, changed in one place, and told',
    WEDNESDAY,
    async ({ somebody }) => {
      const [manager, exchange] = [somebody(holding('care-manager')), somebody(holding('switchboard'))];
      await exchange.says('hjälp');
      await manager.says('min frånvaro');
      await manager.fills('Spara', { when: 'snart', reason: 'course' });
      manager.hears('Jag förstod inte när');
      await manager.fills('Spara', {
        ...{ when: 'i morgon 10–12', reason: 'course', calls: 'vård och omsorg' },
        ...{ errands: 'Lisa', emergency: '070-123 45 67' },
      });
      manager.hears(
        'torsdag 26 november 2026 kl. 10:00–12:00',
        'Kurs eller konferens',
        'Vård och omsorg',
        'Lisa',
      );
      manager.hears('I nödfall', '070-123 45 67', 'Får veta det: Kommunens växel');
      await exchange.looks();
      exchange.hears('Frånvaro', 'kl. 10:00–12:00', 'Lisa');
      await manager.presses('Ändra');
      await manager.fills('Spara', { emergency: '' });
      manager.hears('torsdag 26 november 2026 kl. 10:00–12:00', 'Lisa', 'Går inte att nå');
      await manager.presses('Ändra');
      await manager.fills('Spara', { when: 'torsdag 26 november 2026 kl. 10:00–16:00' });
      manager.hears('torsdag 26 november 2026 kl. 10:00–16:00', 'Kurs eller konferens');
      await exchange.looks();
      exchange.hears('kl. 10:00–16:00');
    },
  );

  journey('a manager tells of the office of their unit, nobody else can', WEDNESDAY, async ({ somebody }) => {
    const [manager, anna] = [somebody(holding('care-manager')), somebody({ site: 'vard-omsorg' })];
    await anna.says('kontoret på vård och omsorg är obemannat idag');
    anna.hears('får du inte anmäla den');
    await manager.says('kontoret på vård och omsorg är obemannat idag');
    manager.hears('Obemannat: Vård och omsorg', 'Gäller nu');
  });
});

describe('Porsanger: absence and on call (scenario D4)', () => {
  journey('away in Norwegian: nobody is given the number of who is away', PORSANGER, async ({ somebody }) => {
    const [consultant, adviser] = [somebody(holding('it-consultant')), somebody(holding('it-adviser'))];
    await adviser.says('hjelp');
    await consultant.says('jeg er syk i dag');
    consultant.hears('Fraværet ditt', 'Gjelder nå', 'Syk');
    await adviser.looks();
    adviser.hears('Fravær', 'IT-konsulent');
    adviser.hearsNoneOf('Syk');
    consultant.hears('Får beskjed', 'Leder for helse og omsorg');
    const nurse = somebody({ site: 'helse-omsorg' });
    await nurse.says('hvem ringer jeg nå?');
    await nurse.presses('Kritisk');
    nurse.hears('+4700000001', '+4700000003');
    nurse.hearsNoneOf('+4700000002');
    await consultant.presses('Jeg er tilbake');
    await nurse.says('hvem ringer jeg nå?');
    await nurse.presses('Kritisk');
    nurse.hears('+4700000002');
  });

  journey('the form in Norwegian', PORSANGER, async ({ somebody }) => {
    const consultant = somebody(holding('it-consultant'));
    await consultant.says('mitt fravær');
    await consultant.fills('Lagre', { when: 'til fredag', reason: 'ill', calls: 'IT-rådgiver' });
    consultant.hears('fredag 27. november 2026', 'Syk', 'IT-rådgiver', 'Kan ikke nås');
    await consultant.presses('Endre');
    await consultant.fills('Lagre', { when: 'i morgen 12-15', reason: '' });
    consultant.hears('torsdag 26. november 2026 kl. 12:00–15:00', 'I nødsfall');
    consultant.hearsNoneOf('Syk');
  });

  journey(
    'an employee who is ill is nothing of IT’s: nobody there hears of it, and nothing is kept',
    PORSANGER,
    async ({ somebody }) => {
      const adviser = somebody(holding('it-adviser'));
      const nurse = somebody({ site: 'helse-omsorg' });
      await adviser.says('hjelp');
      await nurse.says('jeg er syk i dag');
      nurse.hears('Ingenting er lagret', 'Si fra til nærmeste leder');
      await nurse.says('mitt fravær');
      nurse.hears('Ingenting er lagret');
      await nurse.says('hjelp');
      nurse.isNotOffered('Jeg blir borte');
      await adviser.looks();
      adviser.hearsNothing();
      adviser.neverHeard('Fravær', 'syk');
    },
  );

  journey(
    'on call by agreement: made by those who may, announced, in force, over',
    PORSANGER,
    async ({ somebody }) => {
      const [chief, consultant] = [somebody(holding('chief-executive')), somebody(holding('it-consultant'))];
      const nurse = somebody({ site: 'helse-omsorg' });
      await consultant.says('hjelp');
      await nurse.says('IT-konsulent har vakt i dag 18-20');
      nurse.hears('Det kan bare de bestemme');
      await chief.says('IT-konsulent har vakt i dag 18-20');
      chief.hears('Har vakt etter avtale: IT-konsulent', '18:00', '20:00');
      await consultant.looks();
      consultant.hears('Har vakt etter avtale: IT-konsulent');
      await nurse.waits('PT9H');
      await nurse.says('hvem ringer jeg nå?');
      await nurse.presses('Kritisk');
      nurse.hears('+4700000002', 'vakt');
      await nurse.waits('PT2H');
      await nurse.says('hvem ringer jeg nå?');
      await nurse.presses('Kritisk');
      nurse.hearsNoneOf('+4700000002');
    },
  );
});

describe('Porsanger: on call for some matters (scenario D4)', () => {
  journey('by a form: announced to the unit, in force for it alone', PORSANGER, async ({ somebody }) => {
    const [chief, head] = [somebody(holding('chief-executive')), somebody(holding('health-head'))];
    await head.says('hjelp');
    await chief.says('vakt');
    await chief.fills('Lagre', { who: 'it-consultant', when: 'i dag 18-20', sites: 'helse-omsorg' });
    chief.hears('Har vakt etter avtale: IT-konsulent', 'Gjelder: Kritisk; Helse og omsorg', 'Får beskjed');
    await head.looks();
    head.hears('Har vakt etter avtale: IT-konsulent', 'Gjelder: Kritisk; Helse og omsorg');
    const nurse = somebody({ site: 'helse-omsorg' });
    await nurse.says('hjelp');
    await nurse.waits('PT9H');
    await nurse.says('hvem ringer jeg nå?');
    await nurse.presses('Kritisk');
    nurse.hears('+4700000002', 'vakt');
    const teacher = somebody({ user: 'tore', site: 'oppvekst' });
    await teacher.says('hvem ringer jeg nå?');
    await teacher.presses('Kritisk');
    teacher.hearsNoneOf('+4700000002');
  });
});

describe('Kivido: absence in Dutch', () => {
  journey('in a meeting: the directors take the calls meanwhile', KIVIDO, async ({ somebody }) => {
    const manager = somebody(holding('manager-general-affairs'));
    await manager.says('in vergadering tot 15 uur, de directie neemt mijn telefoon aan');
    manager.hears('Je afwezigheid', 'Geldt nu', '15:00', 'Vergadering', 'Directie');
    manager.hears('Krijgt bericht: Directie');
    await manager.presses('Ik ben terug');
    manager.hears('Beëindigd');
  });

  journey('the form in Dutch', KIVIDO, async ({ somebody }) => {
    const manager = somebody(holding('manager-general-affairs'));
    await manager.says('mijn afwezigheid');
    await manager.fills('Opslaan', { when: 'morgen van 9 tot 12', reason: 'travel', calls: 'directie' });
    manager.hears('donderdag 26 november 2026 van 09:00 tot 12:00', 'Op reis', 'Directie', 'Bij nood');
    await manager.presses('Wijzigen');
    await manager.fills('Opslaan', { when: 'donderdag 26 november 2026 van 09:00 tot 15:00' });
    manager.hears('donderdag 26 november 2026 van 09:00 tot 15:00', 'Op reis');
  });

  journey('an employee is nobody’s to tell: nobody hears of them', KIVIDO, async ({ somebody }) => {
    const [manager, directors] = [
      somebody(holding('manager-general-affairs')),
      somebody(holding('directors')),
    ];
    await manager.says('help');
    await directors.says('help');
    const anna = somebody();
    await anna.says('ik ben vandaag ziek');
    anna.hears('Er is niets bewaard', 'leidinggevende');
    for (const each of [manager, directors]) {
      await each.looks();
      each.hearsNothing();
    }
    await manager.says('ik ben vandaag ziek');
    await directors.looks();
    directors.hears('Afwezig', 'Manager Algemene Zaken');
    directors.hearsNoneOf('Ziek');
  });
});
