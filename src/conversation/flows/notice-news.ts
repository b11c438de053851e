import type { Ledger, LedgerRow } from '../../domain/notices/ledger.ts';
import type { Talk } from '../talk.ts';

/** The author promised a word by now. */
export function remindOfWord(talk: Talk, id: string): void {
  const outage = talk.outages().find((known) => known.id === id);
  if (outage === undefined) return;
  talk.note('desk.ask-word', {}, 'warning');
}

/** How a notice goes out. */
export function tellGoingOut(_talk: Talk, _ledger: Ledger, _rows: readonly LedgerRow[]): void {
  return;
}
