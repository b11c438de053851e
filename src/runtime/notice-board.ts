import type { Notice } from '../domain/notices/notice.ts';
import { STORE_LIMITS } from '../ports/store/limits.ts';
import type { Page, Records, StoredRecord } from '../ports/store/records.ts';
import { KINDS } from './record-codecs.ts';

/** Notices that are looked through, of each state, the latest begun first. */
export const NOTICE_BOARD_LIMITS = { pages: { open: 2, ended: 5 }, page: STORE_LIMITS.pageSize } as const;

type RecordPages = readonly Page<StoredRecord>[];

interface Kept {
  readonly pages: RecordPages;
  readonly notices: readonly Notice[];
}

/**
 * What is on the board of each organisation, read from the store. As long as no notice changes it is the same array, so
 * that whoever made something of it knows by that whether it still holds.
 */
export class NoticeBoard {
  readonly #records: Pick<Records, 'findRecords'>;
  readonly #kept = new Map<string, Kept>();

  constructor(records: Pick<Records, 'findRecords'>) {
    this.#records = records;
  }

  /**
   * All notices of an organisation that were published, also those taken back; of what ended the newest
   * 1000. Asking costs two searches, which the store remembers while nothing changes.
   * @throws StoreError
   */
  async notices(organisation: string): Promise<readonly Notice[]> {
    // In this order: what ends between the two searches is found by both, and not by neither.
    const open = await this.#pages(organisation, 'open');
    const pages = [...open, ...(await this.#pages(organisation, 'ended'))];
    const kept = this.#kept.get(organisation);
    if (kept !== undefined && isSame(kept.pages, pages)) return kept.notices;
    const notices = noticesOf(pages);
    this.#kept.set(organisation, { pages, notices });
    return notices;
  }

  async #pages(organisation: string, state: 'open' | 'ended'): Promise<RecordPages> {
    const pages: Page<StoredRecord>[] = [];
    let after: string | null | undefined;
    while (after !== null && pages.length < NOTICE_BOARD_LIMITS.pages[state]) {
      const page = await this.#records.findRecords({
        ...{ organisation, kind: KINDS.notice, keys: { state }, order: 'newest' },
        limit: NOTICE_BOARD_LIMITS.page,
        ...(after !== undefined && { after }),
      });
      pages.push(page);
      after = page.next;
    }
    return pages;
  }
}

/** What ended between the two searches was found by both: its newest version holds. */
function noticesOf(pages: RecordPages): readonly Notice[] {
  const newest = new Map<string, StoredRecord>();
  for (const record of pages.flatMap(({ items }) => items)) {
    const known = newest.get(record.id);
    if (known === undefined || known.version < record.version) newest.set(record.id, record);
  }
  const notices = [...newest.values()].map(({ body }) => body as unknown as Notice);
  return notices.filter(({ publication }) => publication === 'published' || publication === 'recalled');
}

function isSame(before: RecordPages, now: RecordPages): boolean {
  return (
    before.length === now.length &&
    before.every((page, i) => page === now[i] || isSamePage(page.items, now[i]?.items ?? []))
  );
}

function isSamePage(before: readonly StoredRecord[], now: readonly StoredRecord[]): boolean {
  return (
    before.length === now.length &&
    before.every(({ id, version }, i) => id === now[i]?.id && version === now[i]?.version)
  );
}
