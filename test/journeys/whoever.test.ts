import { journey } from '../support/journeys/journey.ts';

const MORNING = { organisation: 'porsanger', at: '2026-11-23T10:00' } as const;
const NURSE = { site: 'helse-omsorg' };

describe('Whoever talks with the bot', () => {
  journey('is greeted, and told what it can do', MORNING, async ({ somebody }) => {
    const anna = somebody();
    await anna.says('hei');
    anna.hears('Porsanger kommune', '113');
    anna.isOffered('Meld en feil', 'Hvem ringer jeg nå?', 'Er det driftsstans?', 'Om meg');
  });

  journey('leaves a report and takes it up again after days', MORNING, async ({ somebody }) => {
    const anna = somebody(NURSE);
    await anna.says('skriveren virker ikke');
    anna.hears('Hva av dette stemmer best?');
    await anna.waits('P3D');
    await anna.says('hei');
    await anna.presses('Fortsett med meldingen min');
    anna.hears('Hva av dette stemmer best?');
    await anna.presses('Det gjelder bare meg');
    anna.hears('Ikke kritisk');
  });

  journey('cancels, and nothing was reported', MORNING, async ({ somebody }) => {
    const anna = somebody(NURSE);
    await anna.says('skriveren virker ikke');
    await anna.says('avbryt');
    anna.hears('Ingenting er meldt');
    await anna.says('mine meldinger');
    anna.hears('ikke meldt noe ennå');
  });

  journey('corrects which thing it is about', MORNING, async ({ somebody }) => {
    const anna = somebody(NURSE);
    await anna.says('skriveren virker ikke');
    await anna.says('nei, jeg mente e-posten');
    anna.hears('E-post');
    await anna.presses('Det gjelder bare meg');
    await anna.presses('Det holder');
    await anna.says('mine meldinger');
    anna.hears('E-post');
    anna.hearsNoneOf('PC og skriver');
  });

  journey('asks who to call in the midst of a report, and goes on with it', MORNING, async ({ somebody }) => {
    const anna = somebody(NURSE);
    await anna.says('skriveren virker ikke');
    await anna.says('hvem ringer jeg nå?');
    anna.hears('Hvor mye haster det?', 'Hva av dette stemmer best?');
  });

  journey('adds to a report, and withdraws it', MORNING, async ({ somebody }) => {
    const anna = somebody(NURSE);
    await anna.says('skriveren virker ikke');
    await anna.presses('Det gjelder bare meg');
    await anna.presses('Det holder');
    await anna.presses('Ja, det er meldt');
    await anna.presses('Legg til noe');
    await anna.says('Det står feilkode E-207');
    anna.hears('Lagt til', 'feilkode E-207');
    await anna.presses('Trekk meldingen tilbake');
    anna.hears('Trekke tilbake');
    await anna.presses('Ja, trekk den tilbake');
    anna.hears('trukket tilbake');
    await anna.says('mine meldinger');
    anna.hears('Trukket tilbake');
  });

  journey('changes the language, and is remembered', MORNING, async ({ somebody }) => {
    const anna = somebody(NURSE);
    await anna.says('English please');
    anna.hears('I will use English from now on');
    await anna.says('printeren min er ødelagt');
    anna.hears('Which of these fits best?');
  });

  journey('asks for anything by its name, wherever it stands', MORNING, async ({ somebody }) => {
    const anna = somebody(NURSE);
    await anna.says('skriveren virker ikke');
    await anna.says('Om meg');
    anna.hears('Språk', 'Hva av dette stemmer best?');
    await anna.says('about me');
    anna.hears('Hva av dette stemmer best?');
    await anna.says('ny melding');
    anna.hears('Hva er det som ikke virker?');
  });

  journey('answers by number', MORNING, async ({ somebody }) => {
    const anna = somebody(NURSE);
    await anna.says('skriveren virker ikke');
    await anna.says('4');
    anna.hears('Ikke kritisk');
  });

  journey(
    'tells who they are once',
    { organisation: 'falkenberg', at: '2026-11-23T10:00' },
    async ({ somebody }) => {
      const anna = somebody();
      await anna.says('hej');
      await anna.presses('Om mig');
      await anna.presses('Byt roll');
      await anna.presses('Utförare');
      anna.hears('Sparat');
      await anna.says('rutinen när appen ligger nere');
      anna.hears('Appen fungerar inte');
    },
  );
});
