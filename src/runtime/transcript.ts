import type { Happening } from '../conversation/event.ts';
import { standingLabel } from '../conversation/notices/standing-label.ts';
import type { ConversationState } from '../conversation/state.ts';
import type { Json } from '../ports/store/json.ts';
import type { RecordChange } from '../ports/store/records.ts';
import type { Store } from '../ports/store.ts';
import { TRANSCRIPT_LIMITS, type TranscriptEntry } from './engine.ts';
import { derivedName, organisationOf } from './names.ts';
import { KINDS } from './record-codecs.ts';

/** Digits of a turn's number, so that numbers are in order as text. */
const DIGITS = 12;

/** A turn to be written down. */
export interface TurnToWrite {
  readonly organisation: string;
  readonly conversation: string;
  /** The number of the turn, 1 for the first. */
  readonly number: number;
  /** By the machine's clock, never before the turn before. */
  readonly at: number;
  readonly entry: TranscriptEntry;
}

/** Writes a turn down, and lets go of the one that is too long ago. */
export function transcriptRecords({
  organisation,
  conversation,
  number,
  at,
  entry,
}: TurnToWrite): RecordChange[] {
  const key = { organisation, kind: KINDS.transcript };
  const written: RecordChange = {
    ...{ change: 'write', ...key, id: recordId(conversation, number), at },
    ...{ keys: { conversation }, body: entry as unknown as Json },
  };
  const tooOld = number - TRANSCRIPT_LIMITS.turns;
  return tooOld < 1 ? [written] : [written, { change: 'delete', ...key, id: recordId(conversation, tooOld) }];
}

/** What a person did, as they see it again: their words, or the words on what they pressed. */
export function saidIn(what: Happening, { offers, language }: ConversationState): string | null {
  if (what.kind === 'said') return what.text.slice(0, TRANSCRIPT_LIMITS.said).toWellFormed();
  if (what.kind !== 'pressed') return null;
  const offered = offers.findLast(({ id }) => id === what.choice)?.label;
  return offered ?? (language === null ? null : standingLabel(what.choice, language));
}

/** The names of the pictures that a person sent. */
export function picturesIn(what: Happening): string[] {
  return what.kind === 'said' ? what.pictures.map(({ name }) => name) : [];
}

/** The newest turns of a conversation, oldest of them first. */
export async function readTranscript(
  store: Store,
  conversation: string,
  limit: number,
): Promise<readonly TranscriptEntry[]> {
  const { items } = await store.findRecords({
    organisation: organisationOf(conversation),
    kind: KINDS.transcript,
    keys: { conversation },
    order: 'newest',
    limit: Math.min(Math.max(1, Math.floor(limit)), TRANSCRIPT_LIMITS.page),
  });
  // Written above from the same type.
  return items.map(({ body }) => body as unknown as TranscriptEntry).toReversed();
}

function recordId(conversation: string, number: number): string {
  return derivedName('', conversation, `/${String(number).padStart(DIGITS, '0')}`);
}
