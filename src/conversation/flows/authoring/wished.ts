import { wordsOf } from '../../understanding/text.ts';

/** What is meant by saying that one wants to write a notice. `any`: it is asked which. */
export type WritingWish = 'outage' | 'maintenance' | 'any';

/** Whole texts, as they are spelt without accents. Reports begin with other words. */
const WISHES: Readonly<Record<WritingWish, string>> = {
  any: 'nytt driftmeddelande|ny driftinformation|nytt meddelande|skriv driftmeddelande|ny driftsmelding|ny driftsmelding|ny mededeling|nieuwe mededeling|nieuw bericht aan iedereen|new notice|write a notice|new announcement',
  outage:
    'anmal driftstopp|nytt driftstopp|meddela driftstopp|meddela ett driftstopp|skriv om ett driftstopp|meld driftsavbrudd|nytt driftsavbrudd|storing aankondigen|nieuwe storing aankondigen|announce an outage|announce outage|new outage|new outage notice',
  maintenance:
    'nytt servicefonster|servicefonster|planera arbete|meddela planerat arbete|nytt planerat arbete|nytt vedlikehold|nytt servicevindu|meld planlagt arbeid|gepland onderhoud|nieuw onderhoud|kondig gepland werk aan|onderhoud aankondigen|new maintenance|new maintenance window|announce planned work|planned work',
};
const LONGEST = 60;

const KNOWN = new Map<string, WritingWish>(
  Object.entries(WISHES).flatMap(([wish, texts]) =>
    texts.split('|').map((text) => [text, wish as WritingWish] as const),
  ),
);

/** Whether somebody says that they want to write a notice, and which; null: they do not. */
export function writingWish(text: string): WritingWish | null {
  if (text.length > LONGEST) return null;
  const plainly = wordsOf(text).map(({ plain }) => plain);
  return KNOWN.get(plainly.join(' ')) ?? null;
}
