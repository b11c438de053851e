import { withAway } from '../../domain/absence/announced.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Store } from '../../ports/store.ts';
import { type KeptBook, readBook } from './book.ts';

/** What says whether the store can be asked. */
interface Surroundings {
  /** Since when it cannot be used, in ms since 1970 UTC; null: it can. */
  readonly troubleSince: () => number | null;
  /** In ms since 1970 UTC. */
  readonly now: () => number;
}

/**
 * The playbooks with what was told of absences in the chat. Whoever asks it for a playbook gets it as it is now, so that a
 * page, an escalation and a turn know of an absence at once.
 */
export class LivePlaybooks extends Map<string, Playbook> {
  readonly #written: ReadonlyMap<string, Playbook>;
  readonly #versions = new Map<string, number>();
  /** When the absences of an organisation were last read, in ms since 1970 UTC. */
  readonly #heardAt = new Map<string, number>();
  readonly #marked = new Map<string, { readonly of: Playbook; readonly as: Playbook }>();
  #around: Surroundings = { troubleSince: () => null, now: () => 0 };

  constructor(written: ReadonlyMap<string, Playbook>) {
    super(written);
    this.#written = written;
  }

  /** From now on it is said of a playbook where it is given from memory. */
  watchedBy(around: Surroundings): void {
    this.#around = around;
  }

  override get(organisation: string): Playbook | undefined {
    const playbook = super.get(organisation);
    const since = this.#around.troubleSince();
    if (since === null || playbook === undefined) return playbook;
    const heardAt = this.#heardAt.get(organisation) ?? null;
    return heardAt !== null && heardAt >= since ? playbook : this.#fromMemory(playbook, heardAt);
  }

  /** The same one each time, as long as it is the same. */
  #fromMemory(playbook: Playbook, heardAt: number | null): Playbook {
    const known = this.#marked.get(playbook.organisation);
    if (known?.of === playbook && known.as.fromMemory?.heardAt?.epochMilliseconds === (heardAt ?? undefined))
      return known.as;
    const at = heardAt === null ? null : Temporal.Instant.fromEpochMilliseconds(heardAt);
    const as = { ...playbook, fromMemory: { heardAt: at } };
    this.#marked.set(playbook.organisation, { of: playbook, as });
    return as;
  }

  /** Looks whether something was told since; in this process or another one. */
  async refresh(store: Pick<Store, 'record'>, organisation: string): Promise<KeptBook | null> {
    const playbook = this.#written.get(organisation);
    if (playbook === undefined || playbook.away === null) return null;
    const at = this.#around.now();
    const kept = await readBook(store, organisation);
    this.#heardAt.set(organisation, at);
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
