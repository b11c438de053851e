import { readFileSync } from 'node:fs';
import type { PeriodContext, ReadPeriod } from '../../../src/conversation/understanding/periods/period.ts';
import type { Language } from '../../../src/domain/organisation/language.ts';

const ZONE = 'Europe/Stockholm';
const NOWS: Readonly<Record<string, string>> = {
  A: '2026-11-25T09:00',
  B: '2026-12-21T10:00',
  C: '2026-12-30T15:00',
  D: '2027-03-26T08:00',
  E: '2026-10-23T14:00',
};

/** A way to say when somebody is away, and what is meant by it. */
export interface Phrase extends PeriodContext {
  readonly text: string;
  /** "ambiguous", "open", or from when until when, in instants. */
  readonly meant: string;
}

/** The phrases of a file beside this one. */
export function phrasesIn(file: 'phrases' | 'held-out'): readonly Phrase[] {
  const lines = readFileSync(new URL(`./${file}.tsv`, import.meta.url), 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map(phraseOf);
}

function phraseOf(line: string): Phrase {
  const [language = '', letter = '', text = '', from = '', to = ''] = line.split('\t');
  const now = Temporal.PlainDateTime.from(NOWS[letter] ?? '').toZonedDateTime(ZONE);
  const instant = (written: string): string => {
    if (written === 'now') return now.toInstant().toString();
    if (/T.*\+/.test(written)) return Temporal.Instant.from(written).toString();
    return Temporal.PlainDateTime.from(written).toZonedDateTime(ZONE).toInstant().toString();
  };
  const meant = from === 'ambiguous' || from === 'open' ? from : `${instant(from)} ${instant(to)}`;
  return { language: language as Language, now, text, meant };
}

/** What was read, in the same form. */
export function readAs(read: ReadPeriod): string {
  if (read.kind !== 'period') return read.kind;
  const { from, to } = read.period;
  return [from, to].map((at) => Temporal.Instant.fromEpochMilliseconds(at).toString()).join(' ');
}
