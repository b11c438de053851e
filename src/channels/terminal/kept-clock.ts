import { readFileSync, writeFileSync } from 'node:fs';
import type { Clock } from '../../ports/clock.ts';
import { ChatClock } from './chat-clock.ts';

/**
 * A clock whose time is kept in a file before anything happens at it, so that a chat that is continued never begins
 * before what was there. A file that cannot be read as a time counts as none.
 * @throws the system's error if the file cannot be read
 */
export function keptClock(base: Clock, file: string): ChatClock {
  const clock = new ChatClock(base, (now) => writeFileSync(file, `${now}\n`));
  const last = keptTime(file);
  if (last !== null) clock.moveTo(last);
  return clock;
}

function keptTime(file: string): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(readFileSync(file, 'utf8').trim());
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT' || cause instanceof RangeError) return null;
    throw cause;
  }
}
