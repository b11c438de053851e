import type { Happening, Speaker } from '../../conversation/event.ts';
import type { LedgerRow } from '../../domain/notices/ledger.ts';
import type { Author, Notice } from '../../domain/notices/notice.ts';
import { STORE_LIMITS } from '../../ports/store/limits.ts';
import type { TimerChange } from '../../ports/store/turn.ts';
import { deskOf, organisationOf } from '../names.ts';
import { type Moment, tellTimer } from '../process/tell.ts';

/** Leaves room in a timer for what is around the rows. */
const ROWS_BYTES = STORE_LIMITS.timerBytes - 2048;
const REASON_CHARACTERS = 200;

/** Something for the author of a notice: an event of the conversation in which they wrote it. */
export function tellAuthor(
  { id, organisation, author }: Notice,
  what: Extract<Happening, { kind: 'word-due' | 'going-out' }>,
  { now, ahead }: Moment,
): TimerChange[] {
  const { conversation } = author;
  // A command from outside may come from nowhere that anybody reads.
  if (organisationOf(conversation) !== organisation) return [];
  const from = speakerOf(author, organisation);
  return [
    tellTimer({ organisation, conversation, from }, what, `${what.kind}/${organisation}/${id}`, {
      now,
      ahead,
    }),
  ];
}

/** As many rows as fit, with reasons that are not too long. */
export function fittingRows(rows: readonly LedgerRow[]): readonly LedgerRow[] {
  let bytes = 0;
  return rows
    .map((row) => ({ ...row, reason: row.reason.slice(0, REASON_CHARACTERS).toWellFormed() }))
    .filter((row) => {
      bytes += Buffer.byteLength(JSON.stringify(row));
      return bytes <= ROWS_BYTES;
    });
}

function speakerOf({ user, conversation }: Author, organisation: string): Speaker {
  const desk = conversation === deskOf(organisation);
  return { user: desk ? 'desk' : user, desk, locale: null, role: null, site: null };
}
