import type { Happening, Speaker } from '../../conversation/event.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { WorkingEngine } from '../../runtime/working-engine.ts';
import type { ChatClock } from './chat-clock.ts';
import { readLine } from './input.ts';

/** What a chat is made of. */
export interface ChatParts {
  readonly engine: Pick<WorkingEngine, 'accept' | 'workThrough' | 'nextTimer' | 'turnsOf'>;
  readonly clock: ChatClock;
  readonly playbook: Playbook;
  readonly from: Speaker;
}

/** The conversation of one person at a terminal, or of IT's desk. */
export function terminalConversation(organisation: string, { user, desk }: Speaker): string {
  return desk ? `desk/${organisation}` : `terminal/${organisation}/${encodeURIComponent(user)}`;
}

/** Whose conversation it is, of those that are no desk's. */
export function terminalUser(conversation: string): string {
  return decodeURIComponent(conversation.split('/')[2] ?? '');
}

/** One conversation, line by line: each is worked through, with all that it brings about, before the next. */
export class Chat {
  readonly #parts: ChatParts;
  readonly #conversation: string;
  #inputs: number | null = null;

  constructor(parts: ChatParts) {
    this.#parts = parts;
    this.#conversation = terminalConversation(parts.playbook.organisation, parts.from);
  }

  /** Does what was due before anything was written. */
  begin(): Promise<void> {
    this.#parts.clock.moveTo(this.#parts.clock.now());
    return this.#parts.engine.workThrough();
  }

  /** @throws LineError if the line cannot be read */
  async line(text: string): Promise<void> {
    const { clock, playbook } = this.#parts;
    const line = readLine(text);
    if (line.kind === 'clock')
      return this.#moveTo(line.to(clock.now().toZonedDateTimeISO(playbook.timezone)));
    clock.moveTo(clock.now());
    if (line.kind === 'happening') await this.#take(line.what);
  }

  async #take(what: Happening): Promise<void> {
    const { engine, playbook, from } = this.#parts;
    // Inputs are numbered on from the turns that there were, so that a chat that is continued repeats no id.
    this.#inputs ??= await engine.turnsOf(this.#conversation);
    this.#inputs++;
    const conversation = this.#conversation;
    await engine.accept({
      ...{ id: `${conversation}/${this.#inputs}`, organisation: playbook.organisation, conversation },
      ...{ from, what, ahead: 0 },
    });
    await engine.workThrough();
  }

  /** Moves the clock on, stopping wherever something is due, so that it happens at its own time. */
  async #moveTo(target: Temporal.Instant): Promise<void> {
    const { clock, engine } = this.#parts;
    for (;;) {
      const now = clock.now().epochMilliseconds;
      const due = await engine.nextTimer();
      if (due === null || due <= now || due >= target.epochMilliseconds) break;
      clock.moveTo(Temporal.Instant.fromEpochMilliseconds(due));
      await engine.workThrough();
    }
    clock.moveTo(target);
    await engine.workThrough();
  }
}
