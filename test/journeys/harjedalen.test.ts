import { journey } from '../support/journeys/journey.ts';

const CHRISTMAS_EVE = { organisation: 'harjedalen', at: '2026-12-24T10:00' } as const;
const AFTER_NOON = { organisation: 'harjedalen', at: '2026-12-24T13:00' } as const;
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
    'B5: a lost phone goes to the IT unit, with what it will need to know',
    MONDAY,
    async ({ somebody }) => {
      const anna = somebody();
      await anna.says('jag har tappat bort min mobil');
      anna.hears('IT-enheten', '+4600000002', 'borttappad eller stulen');
      await anna.presses('Borttappad eller stulen mobil');
      anna.hears('polisanmälan', 'Koderna till abonnemanget');
    },
  );

  journey('B3: an absence ends well too', MONDAY, async ({ somebody }) => {
    const anna = somebody();
    await anna.says('jag är sjuk i dag');
    anna.hears('Kommunens växel', '+4600000001', 'De behöver veta');
  });

  journey('B7: so does a search for somebody', MONDAY, async ({ somebody }) => {
    const anna = somebody();
    await anna.says('vilket nummer har skolskjutsen?');
    anna.hears('Kommunens växel', '+4600000001');
  });
});
