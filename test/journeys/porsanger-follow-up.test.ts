import { journey } from '../support/journeys/journey.ts';

const NIGHT = { organisation: 'porsanger', at: '2026-11-23T22:00', runs: true } as const;
const CORE_TIME = { organisation: 'porsanger', at: '2026-11-23T10:00', runs: true } as const;
const NURSE = { site: 'helse-omsorg' };
const IT_NUMBERS = ['+4700000001', '+4700000002', '+4700000003'];
const holding = (contact: string) => ({ user: contact, role: contact });

describe('Porsanger: critical at night (scenario D5)', () => {
  journey('overtime is asked for, declined, approved, and IT is called in', NIGHT, async ({ somebody }) => {
    const leader = somebody(holding('health-head'));
    const economy = somebody(holding('economy-head'));
    const chief = somebody(holding('chief-executive'));
    const consultant = somebody(holding('it-consultant'));
    const colleague = somebody({ user: 'berit', site: 'oppvekst' });
    for (const each of [leader, economy, chief, consultant, colleague]) await each.says('hjelp');
    const nurse = somebody(NURSE);
    await nurse.says('Pasientjournalen er nede, hele avdelingen står');
    await nurse.presses('Full stans i produksjonen for en hel avdeling');
    nurse.hearsInOrder('113', 'Leder for helse og omsorg', '+4700000006', '+4700000004', '+4700000005');
    nurse.neverHeard(...IT_NUMBERS);

    // The line of managers is asked one after the other.
    await leader.looks();
    leader.hears('Kritisk: du trengs', 'Pasientjournalen er nede', 'Helse og omsorg');
    leader.isNotOffered('Godkjenn overtid');
    await leader.presses('Jeg kan ikke, gi videre');
    leader.hears('De neste blir spurt');
    await economy.looks();
    economy.hears('Kritisk: det bes om overtid for IT', 'kan ikke, ga videre');
    economy.isOffered('Godkjenn overtid', 'Si nei');

    // A forwarded card gives nobody the right to decide.
    await colleague.pressesCardOf(economy, 'Godkjenn overtid');
    colleague.hears('Dette er noen andre spurt om. Ingenting er endret');
    await nurse.looks();
    nurse.hearsNothing();

    await economy.presses('Si nei');
    economy.hears('Hvorfor ikke?');
    await economy.says('kommunedirektøren må avgjøre dette');
    await nurse.looks();
    nurse.hears(
      'Leder for økonomi og styring',
      'har sagt nei til overtid',
      'kommunedirektøren må avgjøre dette',
    );
    nurse.neverHeard(...IT_NUMBERS);
    await chief.looks();
    chief.hears('det bes om overtid for IT', 'sa nei til overtid', 'kommunedirektøren må avgjøre dette');
    await chief.presses('Godkjenn overtid');
    chief.hears('Overtid er godkjent', 'innmelderen får numrene');

    await nurse.looks();
    nurse.hears('Kommunedirektør', 'har godkjent overtid', 'gjelder bare denne saken');
    nurse.hearsInOrder('Ring en av disse', ...IT_NUMBERS);
    nurse.hearsNoneOf('Har vakt', 'hele døgnet');
    await consultant.looks();
    consultant.hears('Kritisk: du blir kalt inn', 'Overtid er godkjent av ');
    await consultant.presses('Jeg har den');
    await nurse.looks();
    nurse.hears('IT-konsulent', 'har saken din');

    // All of it stands in the history of the report.
    await nurse.says('mine meldinger');
    nurse.hears('Mottatt');
    await nurse.presses('Pasientjournal: Pasientjournalen er nede, hele avdelingen står');
    nurse.hears('Avvist: noen uten rett prøvde', 'Overtid avslått', 'Overtid godkjent', 'Kalt inn', 'Tatt');
  });
});

describe('Porsanger: critical in core time (scenario D2)', () => {
  journey('all of IT is asked at once, and who takes it stops the rest', CORE_TIME, async ({ somebody }) => {
    const [lead, consultant, adviser] = [
      somebody(holding('it-lead')),
      somebody(holding('it-consultant')),
      somebody(holding('it-adviser')),
    ];
    for (const each of [lead, consultant, adviser]) await each.says('hjelp');
    const nurse = somebody(NURSE);
    await nurse.says('Pasientjournalen er nede, hele avdelingen står');
    await nurse.presses('Full stans i produksjonen for en hel avdeling');
    nurse.hears('Ring en av disse, i den rekkefølgen du vil', ...IT_NUMBERS, 'Fikk du tak i noen?');
    for (const each of [lead, consultant, adviser]) {
      await each.looks();
      each.hears('Kritisk: du trengs', 'Ingen har tatt den ennå');
    }
    await consultant.presses('Jeg har den');
    consultant.hears('innmelderen og de andre får beskjed');
    for (const each of [lead, adviser]) {
      await each.looks();
      each.hears('har den, siden');
      each.isNotOffered('Jeg har den');
    }
    await nurse.looks();
    nurse.hears('IT-konsulent', 'har saken din');
    // Nobody is asked any more, nor the reporter whether somebody was reached.
    await nurse.waits('PT11M');
    nurse.hearsNothing();
    for (const each of [lead, adviser]) {
      await each.looks();
      each.hearsNothing();
    }
  });
});

describe('Porsanger: not critical goes into TOPdesk (scenario D1)', () => {
  const WORKS = { ...CORE_TIME, topdesk: 'works' } as const;
  const REFUSES = { ...CORE_TIME, topdesk: 'refuses' } as const;

  journey(
    'by the bot, and its reporter is asked when it is solved',
    WORKS,
    async ({ somebody, solvedInTopdesk }) => {
      const nurse = somebody(NURSE);
      await nurse.says('skriveren virker ikke');
      await nurse.presses('Det gjelder bare meg');
      await nurse.presses('Det holder');
      nurse.hearsInOrder('TOPdesk', 'porsangerkommune.topdesk.net', 'Bare hvis TOPdesk ikke kan brukes');
      await nurse.presses('Send det til TOPdesk for meg');
      nurse.hears('Jeg sender det til TOPdesk');
      await nurse.isToldAfter('PT1M');
      nurse.hearsNoneOf('29:anna');
      nurse.hears('TOPdesk har saken din med nummer I 2611 001', 'Den er sendt videre til: TOPdesk');
      nurse.hearsNoneOf('support@porsanger.kommune.no', '40 60 77 00');
      await solvedInTopdesk();
      await nurse.looks();
      nurse.hears('TOPdesk: det er løst. Er det i orden for deg?');
      await nurse.presses('Ja, det er i orden');
      nurse.hears('er avsluttet');
      await nurse.says('mine meldinger');
      nurse.hears('Avsluttet');
    },
  );

  journey('and the other ways are named where TOPdesk fails', REFUSES, async ({ somebody }) => {
    const nurse = somebody(NURSE);
    await nurse.says('skriveren virker ikke');
    await nurse.presses('Det gjelder bare meg');
    await nurse.presses('Det holder');
    await nurse.presses('Send det til TOPdesk for meg');
    nurse.hearsNoneOf('support@porsanger.kommune.no', '40 60 77 00');
    await nurse.isToldAfter('PT1M');
    nurse.hears('Meldingen din kunne ikke sendes til TOPdesk', 'Ta kontakt her i stedet');
    nurse.hears('support@porsanger.kommune.no', '40 60 77 00');
    nurse.hearsNoneOf('porsangerkommune.topdesk.net');
    nurse.neverHeard(...IT_NUMBERS);
  });

  journey('and so are they for whoever cannot use it', CORE_TIME, async ({ somebody }) => {
    const nurse = somebody(NURSE);
    await nurse.says('jeg har glemt passordet og kommer ikke inn i TOPdesk');
    await nurse.presses('Det gjelder bare meg');
    await nurse.presses('Det holder');
    await nurse.presses('Det går ikke');
    nurse.hears('support@porsanger.kommune.no', '40 60 77 00');
    nurse.hearsNoneOf('porsangerkommune.topdesk.net');
    await nurse.presses('Ja, det er meldt');
    nurse.hears('regnes som mottatt');
  });
});
