import type { TranscriptEntry } from '../engine.ts';
import type { EngineParts } from '../engine-parts.ts';
import { pingsInTranscript } from '../escalations/in-transcript.ts';
import { channelOf, organisationOf } from '../names.ts';
import type { EventProcess } from '../process/process.ts';
import { NoticeCommands } from './commands.ts';
import { noticesInTranscript } from './in-transcript.ts';
import type { LedgerWithRows } from './ledger.ts';
import { noticeProcess } from './process.ts';
import { NoticeSending } from './sending.ts';
import { catchUp } from './served/catch-up.ts';
import { ledgerOf } from './served/ledger.ts';
import { spokenWords } from './words.ts';

/** All that the runtime does with notices. */
export class Notices {
  readonly sending: NoticeSending;
  readonly process: EventProcess;
  readonly commands: NoticeCommands;
  readonly #parts: EngineParts &
    Required<Pick<EngineParts, 'playbookChannels' | 'noticeWords' | 'unchanging'>>;

  /** @param wake told that events wait */
  constructor(parts: EngineParts, wake: () => void) {
    const { playbookChannels = () => [], noticeWords = spokenWords, unchanging = new Set<string>() } = parts;
    this.#parts = { ...parts, playbookChannels, noticeWords, unchanging };
    this.sending = new NoticeSending(this.#parts);
    this.commands = new NoticeCommands(parts.store, wake);
    const processed = (event: string): void => this.commands.tell(event);
    this.process = noticeProcess({ ...this.#parts, processed });
  }

  ledger(organisation: string, notice: string): Promise<LedgerWithRows | null> {
    const now = this.#parts.clock.now().epochMilliseconds;
    return ledgerOf(this.#parts, organisation, notice, now);
  }

  /** What the departments have open is followed, whatever playbooks came or changed since the service ended. */
  catchUp(): Promise<void> {
    const { store, playbooks, clock } = this.#parts;
    return catchUp(store, playbooks, clock.now().epochMilliseconds);
  }

  /** The newest turns of a conversation together with the notices and pings that it got, oldest first. */
  async inTranscript(
    conversation: string,
    turns: readonly TranscriptEntry[],
    limit: number,
  ): Promise<readonly TranscriptEntry[]> {
    const playbook = this.#parts.playbooks.get(organisationOf(conversation));
    if (playbook === undefined || !this.#parts.transcripts.has(channelOf(conversation))) return turns;
    const besides = [
      ...(await noticesInTranscript(this.#parts, playbook, conversation)),
      ...(await pingsInTranscript(this.#parts, playbook, conversation)),
    ];
    if (besides.length === 0) return turns;
    return [...turns, ...besides].sort((a, b) => a.at - b.at).slice(-Math.max(1, Math.floor(limit)));
  }
}
