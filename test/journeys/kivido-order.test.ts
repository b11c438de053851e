import { journey } from '../support/journeys/journey.ts';

const MORNING = { organisation: 'kivido', at: '2026-11-23T09:15', alone: true, supplier: true } as const;
const EMPLOYEE = { role: 'employee' };
const MANAGER = { user: 'manager-general-affairs', role: 'manager-general-affairs' };
const DIRECTOR = { user: 'directors', role: 'directors' };
const UNIT_MANAGER = { user: 'unit-managers', role: 'unit-managers' };

describe('Kivido: what is urgent is ordered at once (scenario C2)', () => {
  journey('from the report to the approved invoice', MORNING, async ({ somebody, supplier }) => {
    const [manager, director, units] = [somebody(MANAGER), somebody(DIRECTOR), somebody(UNIT_MANAGER)];
    const [teacher, nemesys] = [somebody(EMPLOYEE), supplier()];
    for (const holder of [manager, director, units]) await holder.says('help');

    // Reported, and judged.
    await teacher.says('de telefoons doen het niet');
    await teacher.presses('Nee, niemand');
    teacher.hears('Er is geen telefoonverkeer binnen de organisatie', 'Manager Algemene Zaken');
    await manager.looks();
    manager.hears('Nieuwe melding: urgent of niet?', 'Telefonie', 'de telefoons doen het niet');
    await manager.presses('Urgent');
    manager.hears('Beoordeeld als urgent', 'Wordt doorgegeven aan de leverancier');

    // Ordered at once; the reporter hears it, unit managers get the texts.
    await nemesys.gets('order');
    nemesys.reads('] Kivido: Telefonie', 'de telefoons doen het niet', 'Hoe dringend: Urgent');
    nemesys.reads('Graag onderstaande storing verhelpen, en de ontvangst van deze opdracht bevestigen');
    await teacher.looks();
    teacher.hears(
      'Manager Algemene Zaken heeft het beoordeeld: urgent',
      'Het gaat naar: Leverancier Nemesys',
    );
    await units.looks();
    units.hears(
      'Informeer ouders en medewerkers',
      'Klasbord en Facebook',
      'Beste ouders, Telefonie van Kivido',
    );
    units.hears('Telefonie werkt niet sinds 09:15. De leverancier is ingeschakeld');
    await manager.waits('PT1M');
    manager.hears('Opdracht bij Leverancier Nemesys', 'Verstuurd, nog niet bevestigd', 'Bij de leverancier');
    await teacher.looks();
    teacher.hears('Het is doorgegeven aan: Leverancier Nemesys');

    // No confirmation in time is asked for.
    await manager.waits('PT4H1M');
    manager.hears('De leverancier is om een bevestiging gevraagd');
    await nemesys.gets('chase');
    nemesys.reads('We hebben nog geen bevestiging van deze opdracht ontvangen');
    // Whoever else knows the reference confirms nothing.
    await nemesys.writes('Wij bevestigen de ontvangst.', 'iemand@elders.example');
    await manager.looks();
    manager.hears('Van een onbekende, dus niet zomaar te geloven', 'Verstuurd, nog niet bevestigd');
    await nemesys.writes('Wij bevestigen de ontvangst van uw melding.');
    await teacher.looks();
    teacher.hears('Leverancier Nemesys heeft het bevestigd');
    await manager.looks();
    manager.hears('Bevestigd door de leverancier');

    // A quote is for the directors.
    await nemesys.writes('Hierbij onze offerte: € 300 voor een nieuwe centrale.');
    await teacher.looks();
    teacher.hears('Leverancier Nemesys heeft een prijs opgegeven');
    await manager.looks();
    manager.hears('Een offerte wacht op antwoord');
    manager.isNotOffered('Offerte goedkeuren');
    await director.looks();
    director.hears('€ 300', 'vraagt deze prijs vóór het werk. Mag het worden gedaan?');
    await director.presses('Offerte goedkeuren');
    director.hears('Offerte goedgekeurd (Directie)');
    await nemesys.gets('quote-approved');
    nemesys.reads('Uw offerte is akkoord');
    await teacher.looks();
    teacher.hears('Leverancier Nemesys werkt eraan');
    await manager.looks();
    manager.hears('In behandeling', 'Het werk is begonnen');

    // Solved, but not to satisfaction; then it is.
    await nemesys.writes('De storing is opgelost.');
    await teacher.looks();
    teacher.hears('Leverancier Nemesys: het is opgelost. Is het voor jou in orde?');
    await teacher.presses('Nee, nog niet');
    await teacher.says('In Goes werkt het nog niet');
    teacher.hears('is weer open, met wat je schreef');
    await nemesys.gets('not-satisfied');
    nemesys.reads('Wat er nog mis is: In Goes werkt het nog niet');
    await manager.looks();
    manager.hears('Niet naar tevredenheid opgelost (melder): In Goes werkt het nog niet');
    await nemesys.writes('De storing is nu opgelost.');
    await teacher.looks();
    teacher.hears('Is het voor jou in orde?');
    await teacher.presses('Ja, het is in orde');
    teacher.hears('is gesloten');
    await manager.looks();
    manager.hears('Afgesloten', 'Naar tevredenheid opgelost (melder)', 'Gesloten');
    await teacher.says('mijn meldingen');
    teacher.hears('Gesloten');

    // The invoice is checked before it is paid.
    await nemesys.writes('Factuur 77: € 450');
    await manager.looks();
    manager.hears('Een factuur van Leverancier Nemesys. Mag die worden betaald?', 'Factuur 77: € 450');
    await manager.presses('Factuur afkeuren');
    manager.hears('Waarom wordt de factuur afgekeurd? De leverancier leest het.');
    await manager.says('In de offerte stond 300');
    manager.hears('Factuur afgekeurd (Manager Algemene Zaken): In de offerte stond 300');
    await nemesys.gets('invoice-rejected');
    nemesys.reads('Uw factuur is afgekeurd. Waarom: In de offerte stond 300');
    await nemesys.writes('Factuur 78: € 300');
    await manager.looks();
    manager.hears('Factuur 78: € 300');
    await manager.presses('Goedkeuren voor betaling');
    manager.hears('Factuur goedgekeurd voor betaling (Manager Algemene Zaken)');
    manager.isNotOffered('Goedkeuren voor betaling', 'Factuur afkeuren', 'Factuur ontvangen');
    await nemesys.gets();
    // What it costs is not the reporter's business.
    teacher.neverHeard('€', 'Factuur');
  });
});
