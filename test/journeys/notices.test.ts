import { journey } from '../support/journeys/journey.ts';
import { outageNotice } from '../support/notices.ts';
import { scenarioE } from '../support/scenario-e.ts';

const WINDOW = { organisation: 'itcentrum', notices: [scenarioE()] } as const;
const SUNDAY = { ...WINDOW, at: '2022-10-30T11:00' } as const;

describe('IT-centrum: a service window over two days and two municipalities (scenario E3)', () => {
  journey('on the Sunday it is not for the other municipalities', SUNDAY, async ({ somebody }) => {
    const elin = somebody({ user: 'elin', site: 'osthammar' });
    await elin.says('vad är det med TES?');
    elin.hears('TES', 'Älvkarleby', 'söndag 30 oktober 10–13', 'men inte i Östhammar');
    elin.hears('Inget driftstopp för TES är anmält');
    elin.hearsNoneOf('Tierp', 'Treserva');
    elin.isOffered('Anmäl ett fel', 'Vem ringer jag nu?');
  });

  journey('on the Sunday it is planned work for the one it is for', SUNDAY, async ({ somebody }) => {
    const alva = somebody({ user: 'alva', site: 'alvkarleby' });
    await alva.says('vad är det med TES?');
    alva.hears('planerat arbete', 'i dag kl. 13:00');
    alva.hears('söndag 30 oktober 10–13', 'Support', 'söndag 30 oktober 10–16, per telefon');
    alva.hearsNoneOf('Tierpsbyggen', 'Personalsystemen', 'Inget driftstopp');
    await alva.says('TES fungerar inte');
    alva.hears('Är det det du märker?', 'i dag kl. 13:00');
    alva.hearsNoneOf('+4600000001');
    await alva.presses('Jag också');
    alva.hears('Du behöver inte göra något mer');
  });

  journey('what does not work besides is reported all the same', SUNDAY, async ({ somebody }) => {
    const alva = somebody({ user: 'alva', site: 'alvkarleby' });
    await alva.says('TES fungerar inte');
    await alva.presses('Mitt är något annat');
    alva.isOffered('Bara jag drabbas');
  });

  journey(
    'before it, whoever asks hears of it, each of their own parts',
    { ...WINDOW, at: '2022-10-25T09:00' },
    async ({ somebody }) => {
      const tore = somebody({ user: 'tore', site: 'tierp' });
      await tore.says('är det driftstopp?');
      tore.hears('Inget driftstopp är anmält', 'lördag 29 oktober 10–14', 'lördag 29 oktober 12–14');
      tore.hearsNoneOf('söndag 30 oktober 10–13');
      const elin = somebody({ user: 'elin', site: 'osthammar' });
      await elin.says('är det driftstopp?');
      elin.hears('Inget driftstopp är anmält');
      elin.hearsNoneOf('oktober');
    },
  );

  journey(
    'more than a week before it only whoever asks for windows hears of it',
    { ...WINDOW, at: '2022-10-10T09:00' },
    async ({ somebody }) => {
      const tore = somebody({ user: 'tore', site: 'tierp' });
      await tore.says('är det driftstopp?');
      tore.hearsNoneOf('oktober');
      await tore.says('när är nästa servicefönster?');
      tore.hears('lördag 29 oktober 10–14');
    },
  );
});

describe('whoever was hit is told that it works again', () => {
  journey(
    'once, where they said so, in their language',
    { organisation: 'itcentrum', at: '2026-11-23T10:00', alone: true },
    async ({ somebody, desk }) => {
      const it = desk();
      await it.says('Treserva');
      await it.presses('Meddela driftstopp');
      await it.says('Vi arbetar på det.');
      const anna = somebody({ site: 'tierp' });
      await anna.says('Treserva fungerar inte');
      await anna.presses('Jag också');
      await it.says('läget');
      await it.presses('Det fungerar igen');
      await anna.looks();
      anna.hears('Fungerar igen: Treserva', 'för att du anmälde det eller drabbades');
      await anna.says('är det driftstopp?');
      anna.hears('Inget driftstopp är anmält', 'Fungerar igen: Treserva');
    },
  );
});

describe('Porsanger: what is to be known of an outage (Norwegian)', () => {
  const outage = outageNotice({
    id: 'NB1',
    services: ['email'],
    text: { nb: 'E-posten henger.', en: 'Mail hangs.' },
    meanwhile: { nb: 'Bruk telefonen.', en: 'Use the telephone.' },
    asksRead: true,
  });
  journey(
    'one says that one has read it, and what one gets from now on',
    { organisation: 'porsanger', at: '2026-11-23T10:00', notices: [outage] },
    async ({ somebody }) => {
      const anna = somebody({ site: 'helse-omsorg', locale: 'nb' });
      await anna.says('er e-posten nede?');
      anna.hears('Driftsstans: E-post', 'E-posten henger.', 'Bruk telefonen.', 'Vent på mer informasjon');
      await anna.presses('Jeg har lest det');
      anna.hears('Notert: du har lest det.');
      await anna.says('abonner');
      anna.hears('Du får ingen driftsmeldinger fra meg');
      await anna.presses('Abonner');
      anna.hears('Du får driftsmeldinger her', 'driftsstans og planlagt arbeid', 'Helse og omsorg');
      await anna.presses('Endre hva');
      await anna.presses('bare driftsstans');
      anna.hears('Hva: bare driftsstans');
      await anna.says('demp');
      await anna.presses('En uke');
      anna.hears('Dempet til', 'november kl. 10:00');
      await anna.says('meld meg av');
      anna.hears('Vil du ikke ha noen driftsmeldinger?');
      await anna.presses('Avslutt abonnementet');
      anna.hears('Avsluttet');
    },
  );
});

describe('Kivido: an outage (Dutch)', () => {
  const outage = outageNotice({
    ...{ id: 'NL1', organisation: 'kivido', services: [] },
    text: { nl: 'Het netwerk ligt plat.' },
    long: true,
  });
  journey(
    'it is known, and the menu says so',
    { organisation: 'kivido', at: '2026-11-23T10:00', notices: [outage] },
    async ({ somebody }) => {
      const daan = somebody({ locale: 'nl' });
      await daan.says('hallo');
      daan.hears('Op dit moment: Storing');
      await daan.says('is er een storing?');
      daan.hears('Het netwerk ligt plat.', 'Het wordt een lange storing', 'Wacht op meer informatie');
      await daan.presses('Ik ook');
      daan.hears('Genoteerd');
    },
  );
});
