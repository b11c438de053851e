import { wordsOf } from './text.ts';

/** Whole texts by which a new report is asked for, as the words of four languages are spelt without accents. */
const ASKED_FOR = new Set(
  [
    'anmal ett fel|anmala ett fel|anmal fel|ny anmalan|ny felanmalan|nytt fel|nytt arende|felanmalan',
    'meld en feil|melde en feil|meld feil|ny melding|ny feilmelding|ny feil|ny sak|feilmelding',
    'storing melden|meld een storing|nieuwe melding|nieuwe storing|melding maken',
    'report a fault|new report|new fault|new issue|report a problem',
  ].flatMap((phrases) => phrases.split('|')),
);
const LONGEST = 60;

/** Whether somebody asks for a new report and says nothing else: it is granted wherever the conversation stands. */
export function asksForNewReport(text: string): boolean {
  if (text.length > LONGEST) return false;
  return ASKED_FOR.has(
    wordsOf(text)
      .map(({ plain }) => plain)
      .join(' '),
  );
}
