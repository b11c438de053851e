import { STORE_LIMITS } from '../../../ports/store/limits.ts';
import type { Records, StoredRecord } from '../../../ports/store/records.ts';
import type { Workspace } from '../api/tokens.ts';
import {
  type Installation,
  installationIn,
  KEPT_UNDER,
  type KeptInstallation,
  keyOf,
  recordOf,
  type Tokens,
} from './installation.ts';
import { INSTALL_LIMITS } from './limits.ts';
import type { Seal } from './seal.ts';

export interface InstallationsParts {
  readonly records: Pick<Records, 'record' | 'findRecords' | 'writeRecords'>;
  readonly seal: Seal;
}

/**
 * Where the app is installed, as it survives a restart.
 * @throws StoreError from every method
 */
export class Installations {
  readonly #parts: InstallationsParts;
  /** As long as the store gives the same record, it is not opened again: every message asks. */
  readonly #opened = new WeakMap<StoredRecord, KeptInstallation>();

  constructor(parts: InstallationsParts) {
    this.#parts = parts;
  }

  async find(id: string): Promise<KeptInstallation | null> {
    const record = await this.#parts.records.record(keyOf(id));
    return record === null ? null : this.#open(record);
  }

  /** Through which installation the bot speaks in a workspace: its own, else that of its whole organisation. */
  async of({ team, enterprise }: Workspace): Promise<KeptInstallation | null> {
    const own = await this.find(team);
    const whole = enterprise === null ? null : await this.find(enterprise);
    if (own === null || whole === null) return own ?? whole;
    const [used, other] =
      own.tokens === 'removed' && whole.tokens !== 'removed' ? [whole, own] : [own, whole];
    return { ...used, botUsers: distinct([...used.botUsers, ...other.botUsers]) };
  }

  /** Every one that is not removed, page by page. */
  async *here(): AsyncGenerator<KeptInstallation> {
    const { records } = this.#parts;
    const search = { ...KEPT_UNDER, keys: { state: 'here' }, order: 'oldest' } as const;
    let after: string | null = '';
    while (after !== null) {
      const limit = STORE_LIMITS.pageSize;
      const page = await records.findRecords({ ...search, limit, ...(after !== '' && { after }) });
      for (const record of page.items) yield this.#open(record);
      after = page.next;
    }
  }

  /** A new one, or in place of the one before. */
  async keep(installation: Installation): Promise<void> {
    const before = (await this.find(installation.id))?.botUsers ?? [];
    const botUsers = distinct([...installation.botUsers, ...before]).slice(0, INSTALL_LIMITS.botUsers);
    await this.#write({ ...installation, botUsers });
  }

  /** New tokens for one that is as it was; false: it was installed again or removed meanwhile. */
  renew(kept: KeptInstallation, tokens: Tokens): Promise<boolean> {
    return this.#write({ ...kept, tokens }, kept.version);
  }

  /** Its tokens are forgotten; false: it was installed again meanwhile. */
  remove(kept: KeptInstallation): Promise<boolean> {
    return this.#write({ ...kept, tokens: 'removed' }, kept.version);
  }

  #open(record: StoredRecord): KeptInstallation {
    const opened = this.#opened.get(record) ?? installationIn(record, this.#parts.seal);
    this.#opened.set(record, opened);
    return opened;
  }

  async #write(installation: Installation, expected?: number): Promise<boolean> {
    const { records, seal } = this.#parts;
    // By the first installation, so that the order of pages does not change while they are read.
    const at = installation.installedAt;
    const change = recordOf(installation, seal, { at, ...(expected !== undefined && { expected }) });
    return (await records.writeRecords([change])).outcome === 'written';
  }
}

function distinct(users: readonly string[]): readonly string[] {
  return [...new Set(users)];
}
