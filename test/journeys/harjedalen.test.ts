import { journey } from '../support/journeys/journey.ts';

const CHRISTMAS_EVE = { organisation: 'harjedalen', at: '2026-12-24T10:00' } as const;
const AFTER_NOON = { organisation: 'harjedalen', at: '2026-12-24T13:00' } as const;
const NIGHT = { organisation: 'harjedalen', at: '2026-11-23T22:00' } as const;
const MONDAY = { organisation: 'harjedalen', at: '2026-11-23T10:00' } as const;

describe('Härjedalen: the telephone policy (scenario B)', () => {
  journey('B1: on Christmas Eve the switchboard is open until noon', CHRISTMAS_EVE, async ({ somebody }) => {
    const anna = somebody();
    await anna.says('vem ringer jag nu?');
    anna.hears('Kommunens växel', '+4600000001', 'Halvdag', '12:00');
  });

  journey(
    'B1, B2: after noon it is told when somebody is there again, so nobody has to call twice',
    AFTER_NOON,
    async ({ somebody }) => {
      const anna = somebody();
      await anna.says('vem ringer jag nu?');
      anna.hears('Stängt nu', 'måndag', '08:00');
      anna.hearsNoneOf('+4600000001');
    },
  );

  journey('B2: the unit that keeps its phone open comes first', MONDAY, async ({ somebody }) => {
    const anna = somebody({ site: 'vard-omsorg' });
    await anna.says('vem ringer jag nu?');
    anna.hearsInOrder('+4600000003', '+4600000001');
  });

  journey(
    'B5: a stolen phone: who blocks it first, then the questions, and IT has it at once',
    { ...MONDAY, runs: true },
    async ({ somebody }) => {
      const [it, anna] = [somebody({ user: 'it-unit', role: 'it-unit' }), somebody()];
      await it.says('hjälp');
      await anna.says('jag har blivit av med min mobil');
      anna.hearsInOrder('IT-enheten', '+4600000002', 'borttappad eller stulen?');
      await anna.presses('Stulen');
      await anna.says('070-123 45 67');
      anna.hears('Det är anmält nu', 'Var hände det?');
      await it.looks();
      it.hears('Stulen mobil: 070-123 45 67', 'Ingen har tagit det ännu');
      await it.presses('Jag har det');
      await anna.looks();
      anna.hears('IT-enheten');
      await anna.says('bussen mot Sveg');
      await anna.presses('Tidigare i dag');
      await anna.presses('Nej, inte än');
      anna.hears(
        'Din anmälan är klar',
        'Stulen mobil: 070-123 45 67',
        'bussen mot Sveg',
        'Nej, inte än',
        'Mottagen',
      );
      anna.hears('Byt lösenord', 'polisens diarienummer', 'Be din chef beställa en ny telefon');
      await anna.waits('PT24H');
      anna.hearsNothing();
    },
  );

  journey(
    'B5: at night the operator blocks it, two presses from anywhere; IT gets the report when it opens',
    { ...NIGHT, runs: true },
    async ({ somebody }) => {
      const [it, anna] = [somebody({ user: 'it-unit', role: 'it-unit' }), somebody()];
      await it.says('hjälp');
      await anna.says('hjälp');
      await anna.presses('Jag har tappat bort mobilen');
      anna.hearsInOrder('IT-enheten går inte att nå nu', 'Operatörens spärrtjänst', '+4600000006');
      await anna.presses('Borttappad');
      await anna.presses('Vet inte');
      await anna.presses('Det räcker');
      anna.hears('Din anmälan är klar', 'Borttappad mobil: okänt nummer', 'Ingen har den säkert än');
      await it.looks();
      it.hearsNothing();
      await it.waits('PT10H1M');
      it.hears('Borttappad mobil: okänt nummer');
      await it.presses('Jag har det');
      await anna.looks();
      anna.hears('IT-enheten');
      await anna.says('mina anmälningar');
      anna.hears('Mottagen');
    },
  );

  journey('B3: an absence ends well too', { ...MONDAY, runs: true }, async ({ somebody }) => {
    const anna = somebody();
    await anna.says('jag är sjuk i dag');
    anna.hears('Din frånvaro', 'Gäller nu', 'Sjuk', 'Får veta det: Kommunens växel');
  });

  journey(
    'B7: the directory is searched by what it is about, unit, role and extension',
    MONDAY,
    async ({ somebody }) => {
      const anna = somebody();
      await anna.says('vilket nummer har skolskjusten?');
      anna.hears('skolskjusten', 'Barn och utbildning', '+4600000004', 'anknytning 17000', 'Skolskjuts');
      anna.hears('Telefontid: måndag–fredag: 08:00–16:00');
      await anna.says('16000');
      anna.hears('Vård och omsorg', '+4600000003');
      await anna.says('hitta någon');
      anna.hears('Vem söker du?');
      await anna.says('förvaltningschefen för vård');
      anna.hearsInOrder('En träff', 'Förvaltningschef vård och omsorg', '+4600000005');
      await anna.presses('Sök igen');
      anna.hears('Vem söker du?');
    },
  );

  journey('B2, B7: nobody fits, and the switchboard knows', MONDAY, async ({ somebody }) => {
    const anna = somebody();
    await anna.says('jag söker Hedvig Eleonora');
    anna.hearsInOrder('Jag hittar ingen', 'Hedvig Eleonora', 'Kommunens växel', '+4600000001');
  });

  journey('B2, B7: after hours it is said when they answer again', AFTER_NOON, async ({ somebody }) => {
    const anna = somebody();
    await anna.says('vem har skolskjuts?');
    anna.hears('går inte att nå nu', 'Tillbaka måndag', '08:00');
  });

  journey(
    'B6: a manager tells the switchboard of a new employee, and hears that it has it',
    { ...MONDAY, runs: true },
    async ({ somebody }) => {
      const switchboard = somebody({ user: 'switchboard', role: 'switchboard' });
      const manager = somebody({ user: 'care-manager', role: 'care-manager' });
      await switchboard.says('hjälp');
      await manager.says('hjälp');
      await manager.presses('Meddela växeln en ändring');
      await manager.presses('Ny medarbetare');
      await manager.says('Anna Berg');
      await manager.presses('Vård och omsorg');
      await manager.says('undersköterska');
      await manager.says('16122');
      await manager.says('1 december');
      manager.hears(
        'Stämmer det här?',
        'Anna Berg',
        'Vård och omsorg',
        'undersköterska',
        '16122',
        '1 december',
      );
      await manager.presses('Ja, skicka till växeln');
      manager.hears('Skickat till växeln');
      await switchboard.looks();
      switchboard.hears('Ny medarbetare: Anna Berg', 'undersköterska', '16122', 'Ingen har tagit det ännu');
      await switchboard.presses('Jag har det');
      await manager.looks();
      manager.hears('Kommunens växel');
      await manager.says('mina anmälningar');
      manager.hears('Ny medarbetare: Anna Berg', 'Mottagen');
    },
  );

  journey(
    'B8: the commitment is read and signed once, and the nearest manager is told',
    { ...MONDAY, runs: true },
    async ({ somebody }) => {
      const manager = somebody({ user: 'care-manager', role: 'care-manager' });
      await manager.says('hjälp');
      const berit = somebody({ user: 'berit', site: 'vard-omsorg' });
      await berit.says('hjälp');
      berit.isOffered('Skriv under förbindelsen');
      await berit.waits('P14DT1M');
      berit.hears('Du har inte skrivit under än: Personlig förbindelse om telefonin');
      await berit.says('skriv under förbindelsen');
      berit.hears('Personlig förbindelse om telefonin', 'Jag har läst telefonpolicyn', 'Version 2026-1');
      await berit.presses('Jag har läst och skriver under');
      await manager.looks();
      await berit.says('Berit Berg');
      berit.hears('Underskrivet av', '(Vård och omsorg)');
      await manager.looks();
      manager.hears('(Vård och omsorg) skrev under', 'Version 2026-1');
      await berit.says('vem har inte skrivit under?');
      berit.hears('Det här är för chefer och IT.');
      await manager.says('vem har inte skrivit under?');
      // Nobody was read into this directory.
      manager.hears('I katalogen finns ingen av dina');
      await berit.says('hjälp');
      berit.isNotOffered('Skriv under förbindelsen');
      await berit.waits('P15D');
      berit.hearsNothing();
    },
  );
});
