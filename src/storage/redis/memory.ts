import type { ConversationState } from '../../ports/store/turn.ts';
import { BoundedMap } from '../bounded-map.ts';
import { RecordCache } from '../record-cache.ts';
import { BETWEEN } from './keys.ts';
import type { Reply } from './link.ts';
import { listOf, numberOf, textOf, textOrNull } from './replies.ts';

/**
 * So long (ms, by a clock that only goes forward) what is kept in memory is given without asking, after Redis said what had
 * changed. Each answer says so; a turn that was just handed over reads what was so when it was.
 */
const FRESH_MS = 20;

/** Of conversations. Sizes are in characters of JSON. */
const STATE_LIMITS = { entries: 5000, size: 8_000_000 } as const;

/** Whoever has seen this revision has seen nothing that still can be told. */
const NEVER = -1_000_000_000;

interface KeptState {
  readonly version: string;
  readonly text: string;
  /** When Redis said so. */
  readonly at: number;
}

/**
 * What this process keeps of a partition. Redis says with its answers which records changed since; so what is kept is
 * right as of the last answer, whoever changed it.
 */
export class Memory {
  readonly records = new RecordCache();
  readonly #states = new BoundedMap<KeptState>(STATE_LIMITS);
  readonly #now: () => number;
  #seen = NEVER;
  #heardAt = Number.NEGATIVE_INFINITY;

  /** @param now ms by a clock that only goes forward */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** The revision of the records that is known. */
  get seen(): string {
    return String(this.#seen);
  }

  /** Whether records may be given without asking. */
  get isFresh(): boolean {
    return this.#now() - this.#heardAt <= FRESH_MS;
  }

  /**
   * Redis said what changed.
   * @returns whether that was the latest: what came with it may be kept
   */
  hear(changed: Reply | undefined): boolean {
    const [revision, names] = listOf(changed);
    const present = numberOf(revision);
    if (names === null) {
      this.records.clear();
      this.#seen = present;
    } else {
      for (const name of listOf(names)) this.#changed(textOf(name));
    }
    if (present < this.#seen) return false;
    this.#seen = present;
    this.#heardAt = this.#now();
    return true;
  }

  /** What is kept may be older than what somebody else has seen: it is asked about before it is given. */
  doubt(): void {
    this.#heardAt = Number.NEGATIVE_INFINITY;
  }

  /** The connection was gone, and Redis may be another one. */
  forget(): void {
    this.#seen = NEVER;
    this.doubt();
    this.records.clear();
    this.#states.clear();
  }

  /** A conversation as it was said to be just now; undefined: it has to be asked for. */
  freshState(conversation: string): ConversationState | null | undefined {
    const kept = this.#states.get(conversation);
    return kept === undefined || this.#now() - kept.at > FRESH_MS ? undefined : stateOf(kept);
  }

  /** What is kept of a conversation, however old it is. */
  keptState(conversation: string): { readonly version: string; readonly text: string } | undefined {
    return this.#states.get(conversation);
  }

  /** Redis said what a conversation knows; version 0: nothing. */
  hearState(conversation: string, version: string, text: string): ConversationState | null {
    const state = { version, text, at: this.#now() };
    this.#states.set(conversation, state, text.length);
    return stateOf(state);
  }

  forgetState(conversation: string): void {
    this.#states.delete(conversation);
  }

  #changed(name: string): void {
    const [organisation = '', kind = '', id = ''] = name.split(BETWEEN);
    this.records.changed({ organisation, kind, id });
  }
}

function stateOf({ version, text }: KeptState): ConversationState | null {
  return version === '0' ? null : { version: Number(version), state: JSON.parse(text) };
}

/** What a conversation knows, as a script tells it with an event: without the state if it is as it is kept. */
export function hearHanded(memory: Memory, event: readonly Reply[]): void {
  const conversation = textOf(event[1]);
  const version = textOf(event[6]);
  const kept = memory.keptState(conversation);
  const text = textOrNull(event[7]) ?? (kept?.version === version ? kept.text : null);
  if (text !== null || version === '0') memory.hearState(conversation, version, text ?? '');
  else memory.forgetState(conversation);
}
