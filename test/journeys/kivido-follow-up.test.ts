import { journey } from '../support/journeys/journey.ts';

const MORNING = { organisation: 'kivido', at: '2026-11-23T09:15', alone: true } as const;
const EMPLOYEE = { role: 'employee' };
const MANAGER = { user: 'manager-general-affairs', role: 'manager-general-affairs' };

describe('Kivido: what is not urgent waits 24 hours (scenario C3)', () => {
  journey('solved by itself, it is closed', MORNING, async ({ somebody }) => {
    const manager = somebody(MANAGER);
    const teacher = somebody(EMPLOYEE);
    await manager.says('help');
    await teacher.says('ik kan niet printen');
    await teacher.presses('Zo is het genoeg');
    await manager.looks();
    manager.hears('Nieuwe melding: urgent of niet?', 'Printer', 'ik kan niet printen');
    manager.isOffered('Niet urgent', 'Urgent', 'Ik kijk er eerst naar', 'Vraag de melder iets');
    await manager.presses('Niet urgent');
    manager.hears('Waarom is', 'De melder leest het');
    await manager.says('de printer boven werkt nog');
    manager.hears('Niet urgent: wacht', 'morgen om 09', 'krijgt de melder de vraag');
    await teacher.looks();
    teacher.hears('Manager Algemene Zaken heeft het beoordeeld: niet urgent', 'de printer boven werkt nog');
    teacher.hears('Het wacht tot morgen om 09');
    await teacher.isToldAfter('PT24H10M');
    teacher.hears('Is het er nog?');
    teacher.isOffered('Ja, het is er nog', 'Het werkt weer');
    await teacher.presses('Het werkt weer');
    teacher.hears('is gesloten');
    await teacher.says('mijn meldingen');
    teacher.hears('Gesloten');
  });

  journey(
    'still there, it is handed on, and judged by whoever reported it',
    { ...MORNING, supplier: true },
    async ({ somebody, supplier }) => {
      const nemesys = supplier();
      const manager = somebody(MANAGER);
      const teacher = somebody(EMPLOYEE);
      await manager.says('help');
      await teacher.says('ik kan niet printen');
      await teacher.presses('Zo is het genoeg');
      await manager.looks();
      // In words, with why.
      await manager.says('Niet urgent: de printer boven werkt nog');
      await teacher.looks();
      await teacher.isToldAfter('PT24H10M');
      await manager.looks();
      await manager.waits('PT1M');
      await teacher.says('ja');
      teacher.hears('het gaat verder');
      await nemesys.gets('order');
      nemesys.reads('Printer', 'ik kan niet printen', 'Hoe dringend: Niet urgent');
      await manager.waits('PT1M');
      manager.hears('Bij de leverancier', 'Opdracht bij Leverancier Nemesys');
      await teacher.looks();
      teacher.hears('Het is doorgegeven aan: Leverancier Nemesys');
      await manager.presses('Leverancier zegt: opgelost');
      await teacher.looks();
      teacher.hears('het is opgelost', 'Is het voor jou in orde?');
      await teacher.presses('Ja, het is in orde');
      teacher.hears('is gesloten');
    },
  );
});

describe('Kivido: only who judges can (scenario C1)', () => {
  journey('a question back is answered, and shown', MORNING, async ({ somebody }) => {
    const manager = somebody(MANAGER);
    const teacher = somebody(EMPLOYEE);
    await manager.says('help');
    await teacher.says('ik kan niet printen');
    await teacher.presses('Zo is het genoeg');
    await manager.looks();
    await manager.presses('Vraag de melder iets');
    await manager.says('Welke printer is het?');
    await teacher.looks();
    teacher.hears('vraagt: Welke printer is het?');
    await teacher.says('die op de gang');
    teacher.hears('je antwoord staat bij');
    await manager.looks();
    manager.hears('De melder heeft geantwoord', 'Antwoord van de melder: die op de gang');
  });
});
