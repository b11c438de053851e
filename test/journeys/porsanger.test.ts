import { journey } from '../support/journeys/journey.ts';

const CORE_TIME = { organisation: 'porsanger', at: '2026-11-23T10:00' } as const;
const AFTERNOON = { organisation: 'porsanger', at: '2026-11-23T15:00' } as const;
const NIGHT = { organisation: 'porsanger', at: '2026-11-23T22:00' } as const;
const NURSE = { site: 'helse-omsorg' };

describe('Porsanger: TOPdesk, three direct numbers, and the line of managers (scenario D)', () => {
  journey(
    'D1: an ordinary matter goes to TOPdesk, and elsewhere only if that cannot be used',
    CORE_TIME,
    async ({ somebody }) => {
      const nurse = somebody(NURSE);
      await nurse.says('skriveren virker ikke');
      await nurse.presses('Det gjelder bare meg');
      nurse.hears('Ikke kritisk');
      await nurse.presses('Det holder');
      nurse.hearsInOrder('TOPdesk', 'porsangerkommune.topdesk.net', 'Bare hvis TOPdesk ikke kan brukes');
      nurse.neverHeard('+4700000001');
      await nurse.presses('Det går ikke');
      nurse.hears('support@porsanger.kommune.no', '40 60 77 00');
      nurse.hearsNoneOf('porsangerkommune.topdesk.net');
      await nurse.presses('Ja, det er meldt');
      nurse.hears('regnes som mottatt');
    },
  );

  journey(
    'D2: critical goes by phone, and counts only when somebody at IT was reached',
    CORE_TIME,
    async ({ somebody }) => {
      const nurse = somebody(NURSE);
      await nurse.says('Pasientjournalen er nede, hele avdelingen står');
      await nurse.presses('Full stans i produksjonen for en hel avdeling');
      nurse.hearsInOrder('Kritisk', '+4700000001', '+4700000002', '+4700000003', 'Fikk du tak i noen?');
      nurse.hearsNoneOf('topdesk');
      await nurse.presses('Ingen svarte');
      nurse.hearsNoneOf('+4700000001');
      nurse.hearsInOrder('+4700000002', '+4700000003');
      await nurse.says('mine meldinger');
      nurse.hears('Ingen har den sikkert ennå');
      nurse.hearsNoneOf('Mottatt');
      await nurse.presses('Ja, jeg har snakket med noen');
      nurse.hears('regnes den som mottatt');
      await nurse.says('mine meldinger');
      nurse.hears('Mottatt');
    },
  );

  journey(
    'D3: the reporter calls it critical, and the rules decide otherwise and say why',
    CORE_TIME,
    async ({ somebody }) => {
      const nurse = somebody(NURSE);
      await nurse.says('Det er kritisk! Skriveren virker ikke');
      await nurse.presses('Det gjelder bare meg');
      nurse.hears('Du skriver at det haster', 'Ikke kritisk', 'full stans for en hel avdeling, er kritisk');
      await nurse.presses('Det holder');
      nurse.hears('TOPdesk');
      nurse.neverHeard('+4700000001');
    },
  );

  journey('D3: danger to life is never argued with', CORE_TIME, async ({ somebody }) => {
    const nurse = somebody(NURSE);
    await nurse.says('skriveren virker ikke og det er fare for liv');
    nurse.hearsInOrder('113', '+4700000001');
    nurse.isOffered('Ja, jeg har snakket med noen');
  });

  journey('D3: it gets worse, and is judged again', CORE_TIME, async ({ somebody }) => {
    const nurse = somebody(NURSE);
    await nurse.says('jeg kommer ikke inn i pasientjournalen');
    await nurse.presses('Det gjelder bare meg');
    await nurse.presses('Det holder');
    nurse.neverHeard('+4700000001');
    await nurse.says('det har blitt verre');
    await nurse.presses('Full stans i produksjonen for en hel avdeling');
    nurse.hears('+4700000001', 'Fikk du tak i noen?');
  });

  journey('D4: in the afternoon IT is often reached, not surely', AFTERNOON, async ({ somebody }) => {
    const nurse = somebody(NURSE);
    await nurse.says('hvem ringer jeg nå?');
    await nurse.presses('Kritisk');
    nurse.hears('ofte', '16:30', '+4700000001');
  });

  journey(
    'D5: at night one’s own leader, up to those who can authorise overtime',
    NIGHT,
    async ({ somebody }) => {
      const nurse = somebody(NURSE);
      await nurse.says('Pasientjournalen er nede, hele avdelingen står');
      await nurse.presses('Full stans i produksjonen for en hel avdeling');
      nurse.hearsInOrder('Leder for helse og omsorg', '+4700000006', '+4700000004', '+4700000005');
      nurse.hears('overtid', '09:00');
      nurse.hearsNoneOf('+4700000001');
      await nurse.presses('Ingen svarte');
      await nurse.presses('Ingen svarte');
      await nurse.presses('Ingen svarte');
      nurse.hears('Din egen leder');
      await nurse.presses('Ja, jeg har snakket med noen');
      nurse.hears('regnes den som mottatt');
    },
  );

  journey(
    'D5: who does not say where they work is asked, for it changes whom to call',
    NIGHT,
    async ({ somebody }) => {
      const teacher = somebody({ user: 'berit' });
      await teacher.says('nettet er nede for hele skolen');
      await teacher.presses('Full stans i produksjonen for en hel avdeling');
      await teacher.presses('Oppvekst');
      teacher.hears('Leder for oppvekst', '+4700000007');
    },
  );

  journey('nobody was reached, and the bot asks again by itself', CORE_TIME, async ({ somebody }) => {
    const nurse = somebody(NURSE);
    await nurse.says('Pasientjournalen er nede, hele avdelingen står');
    await nurse.presses('Full stans i produksjonen for en hel avdeling');
    await nurse.waits('PT9M');
    nurse.hearsNothing();
    await nurse.waits('PT2M');
    nurse.hears('regnes ikke som mottatt ennå', '+4700000001');
    await nurse.presses('Ja, jeg har snakket med noen');
    await nurse.presses('Det holder');
    await nurse.waits('PT24H');
    nurse.hearsNothing();
  });
});
