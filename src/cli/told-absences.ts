import { existsSync } from 'node:fs';
import { readEnvironment } from '../config/environment.ts';
import { withAway } from '../domain/absence/announced.ts';
import { NOBODY_AWAY } from '../domain/absence/entry.ts';
import type { Playbook } from '../domain/organisation/playbook.ts';
import { AWAY_KIND, bookIn } from '../runtime/away/book.ts';
import { readStore } from './store-reader.ts';
import { type Terminal, UsageError } from './terminal.ts';

/** The playbook with what was told in the chat, and why it could not be read; null: nothing is missing. */
export interface LivePlaybook {
  readonly playbook: Playbook;
  readonly missing: string | null;
}

/**
 * What the store knows of absences, beside the playbook. An answer is given all the same where it cannot be read, with what
 * is missing: whoever asks whom to call must get one.
 */
export async function withToldAbsences(terminal: Terminal, playbook: Playbook): Promise<LivePlaybook> {
  if (playbook.away === null || !isNamed(terminal)) return { playbook, missing: null };
  try {
    const { organisation } = playbook;
    const book = await readStore(terminal, 'ask the page /who/ORG of the service', async (store) => {
      const { items } = await store.findRecords({
        ...{ organisation, kind: AWAY_KIND, keys: {}, order: 'newest', limit: 1 },
      });
      return items[0] === undefined ? NOBODY_AWAY : bookIn(items[0]);
    });
    return { playbook: withAway(playbook, book), missing: null };
  } catch (cause) {
    if (!(cause instanceof UsageError)) throw cause;
    return { playbook, missing: cause.message };
  }
}

/** A store in memory is a command's own, and empty; that of the default is none where the service never ran. */
function isNamed({ environment: variables }: Terminal): boolean {
  const { DRIFTVAKT_STORE: store } = readEnvironment(variables);
  if (store === ':memory:') return false;
  return (variables.DRIFTVAKT_STORE ?? '') !== '' || existsSync(store);
}
