import { join } from 'node:path';
import { pino } from 'pino';
import { Chat, terminalUser } from '../../channels/terminal/chat.ts';
import { ChatClock, stillAt } from '../../channels/terminal/chat-clock.ts';
import { isoText, LineError } from '../../channels/terminal/input.ts';
import { jsonLine } from '../../channels/terminal/json-line.ts';
import { keptClock } from '../../channels/terminal/kept-clock.ts';
import { terminalText } from '../../channels/terminal/render.ts';
import { type TerminalMessage, TerminalSender } from '../../channels/terminal/sender.ts';
import type { Speaker } from '../../conversation/event.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { HandoffSender } from '../../handoffs/sender.ts';
import type { Sender } from '../../ports/sender.ts';
import { StoreError } from '../../ports/store/error.ts';
import type { Store } from '../../ports/store.ts';
import { systemAlarm } from '../../runtime/alarm.ts';
import { WorkingEngine } from '../../runtime/working-engine.ts';
import { openSqliteStore } from '../../storage/sqlite/open.ts';
import { type Terminal, UsageError } from '../terminal.ts';

/** A conversation to be held at a terminal. */
export interface Conversing {
  readonly playbook: Playbook;
  readonly from: Speaker;
  /** When it begins; the clock then stands still. Null: now, and the clock runs. */
  readonly start: Temporal.Instant | null;
  /** Where it is kept; null: in memory. */
  readonly folder: string | null;
  readonly json: boolean;
}

/**
 * Holds a conversation on standard input and output, to the end of the input.
 * @throws UsageError with one clear line
 */
export async function converse(terminal: Terminal, conversing: Conversing): Promise<void> {
  const store = openStore(conversing.folder);
  try {
    await converseOn(store, terminal, conversing);
  } catch (cause) {
    const bad = cause instanceof LineError || cause instanceof StoreError;
    throw bad ? new UsageError(cause.message) : cause;
  } finally {
    await store.close();
  }
}

async function converseOn(store: Store, terminal: Terminal, conversing: Conversing): Promise<void> {
  const { playbook, from, json } = conversing;
  const clock = clockOf(terminal, conversing);
  const sender = new TerminalSender((message) => terminal.out(printed(conversing, message)));
  const engine = new WorkingEngine({
    ...{
      store,
      clock,
      alarm: systemAlarm,
      random: Math.random,
      transcripts: new Set<string>(),
      spending: new Set<string>(),
    },
    playbooks: new Map([[playbook.organisation, playbook]]),
    senders: new Map<string, Sender>([
      ['terminal', sender],
      ['desk', sender],
      // What is tried out at a terminal reaches no supplier: whoever speaks hears the other ways.
      [
        'handoff',
        new HandoffSender({ handoff: () => ({ missing: 'a terminal hands nothing over' }), clock }),
      ],
    ]),
    log: pino({ level: 'error' }, { write: terminal.err }),
  });
  const prompt = (): void => {
    if (process.stdin.isTTY && !json) terminal.out('> ');
  };
  const chat = new Chat({ engine, clock, playbook, from });
  await chat.begin();
  prompt();
  for await (const line of terminal.lines()) {
    await chat.line(line);
    prompt();
  }
  await engine.stop();
}

function printed({ playbook, from, json }: Conversing, told: TerminalMessage): string {
  const to = told.conversation.startsWith('desk/') ? 'desk' : terminalUser(told.conversation);
  const isElsewhere = to !== (from.desk ? 'desk' : from.user);
  const head = to === 'desk' ? '→ IT\n' : isElsewhere ? `→ ${to}\n` : '';
  if (!json) return `${head}${terminalText(told.message)}\n\n`;
  const at = Temporal.Instant.fromEpochMilliseconds(told.at).toZonedDateTimeISO(playbook.timezone);
  return `${jsonLine(to, isoText(at), told.message)}\n`;
}

function openStore(folder: string | null): Store {
  try {
    return openSqliteStore({ file: folder === null ? ':memory:' : join(folder, 'chat.sqlite') });
  } catch (cause) {
    throw cause instanceof StoreError ? new UsageError(`--data cannot be used: ${cause.message}`) : cause;
  }
}

/** In a folder the time is kept too, and never goes back. */
function clockOf(terminal: Terminal, { start, folder }: Conversing): ChatClock {
  const base = start === null ? terminal.clock : stillAt(start);
  return folder === null ? new ChatClock(base) : keptClock(base, join(folder, 'clock'));
}
