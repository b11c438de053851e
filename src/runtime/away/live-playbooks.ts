import { withAway } from '../../domain/absence/announced.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Store } from '../../ports/store.ts';
import { type KeptBook, readBook } from './book.ts';

/**
 * The playbooks with what was told of absences in the chat. Whoever asks it for a playbook gets it as it is now, so that a
 * page, an escalation and a turn know of an absence at once.
 */
export class LivePlaybooks extends Map<string, Playbook> {
  readonly #written: ReadonlyMap<string, Playbook>;
  readonly #versions = new Map<string, number>();

  constructor(written: ReadonlyMap<string, Playbook>) {
    super(written);
    this.#written = written;
  }

  /** Looks whether something was told since; in this process or another one. */
  async refresh(store: Pick<Store, 'record'>, organisation: string): Promise<KeptBook | null> {
    const playbook = this.#written.get(organisation);
    if (playbook === undefined || playbook.away === null) return null;
    const kept = await readBook(store, organisation);
    if (this.#versions.get(organisation) !== kept.version) {
      this.#versions.set(organisation, kept.version);
      this.set(organisation, withAway(playbook, kept.book));
    }
    return kept;
  }

  /** The same for all: for what is shown without an event of the organisation. */
  async refreshAll(store: Pick<Store, 'record'>): Promise<void> {
    for (const organisation of this.#written.keys()) await this.refresh(store, organisation);
  }
}

/** Those that are live already stay the same ones. */
export function livePlaybooks(playbooks: ReadonlyMap<string, Playbook>): LivePlaybooks {
  return playbooks instanceof LivePlaybooks ? playbooks : new LivePlaybooks(playbooks);
}
