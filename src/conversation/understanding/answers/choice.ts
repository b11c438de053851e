import type { Language } from '../../../domain/organisation/language.ts';

/** Which of some offered labels is meant: its number ("2", "tvåan", "nummer 2", "the second"), its words (case, typos, inflection, a clear part of them), or null when none or several fit. Never guesses between two near ones. */
export function chosenAmong(_locale: Language, _text: string, _labels: readonly string[]): number | null {
  return null;
}
