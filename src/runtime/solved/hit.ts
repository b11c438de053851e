import type { OutageNotice } from '../../domain/notices/notice.ts';
import type { Language } from '../../domain/organisation/language.ts';
import type { OutageProposal } from '../../domain/reports/outage.ts';
import type { Report } from '../../domain/reports/report.ts';
import { STORE_LIMITS } from '../../ports/store/limits.ts';
import type { Store } from '../../ports/store.ts';
import { KINDS, type MeToo } from '../record-codecs.ts';

/** Somebody whom an outage hit, and where they said so. */
export interface Hit {
  readonly user: string;
  readonly conversation: string;
  readonly language: Language | null;
}

/** Some of those, and where to go on; null: these were the last. */
export interface HitPage {
  readonly hits: readonly Hit[];
  readonly next: string | null;
}

/** Where to go on: in which list, and after which entry of it. */
const [REPORTS, ME_TOO] = ['reports:', 'me-too:'];

/** Whoever an outage hit: those whose reports belong to it or led to it, then those who said "me too". */
export async function hitBy(store: Store, outage: OutageNotice, after: string | null): Promise<HitPage> {
  if (after?.startsWith(ME_TOO)) return saidMeToo(store, outage, after.slice(ME_TOO.length));
  const cursor = after === null ? '' : after.slice(REPORTS.length);
  const page = await pageOf(store, KINDS.report, outage, cursor);
  const led = after === null ? await reportsOfProposal(store, outage) : [];
  const reports = [...led, ...page.items.map(({ body }) => body as unknown as Report)];
  const next = page.next === null ? ME_TOO : `${REPORTS}${page.next}`;
  return { hits: reports.filter(({ state }) => state !== 'withdrawn'), next };
}

async function saidMeToo(store: Store, outage: OutageNotice, cursor: string): Promise<HitPage> {
  const page = await pageOf(store, KINDS.meToo, outage, cursor);
  // Written by `record-codecs.ts` from the same type; older ones do not say where.
  const said = page.items.map(({ body }) => body as unknown as MeToo);
  const hits = said.flatMap(({ user, conversation, language = null }) =>
    conversation === undefined ? [] : [{ user, conversation, language }],
  );
  return { hits, next: page.next === null ? null : `${ME_TOO}${page.next}` };
}

function pageOf(store: Store, kind: string, { organisation, id }: OutageNotice, cursor: string) {
  return store.findRecords({
    ...{ organisation, kind, keys: { outage: id }, order: 'oldest', limit: STORE_LIMITS.pageSize },
    ...(cursor !== '' && { after: cursor }),
  });
}

/** The reports for which IT was asked whether there is an outage. */
async function reportsOfProposal(store: Store, { organisation, proposal }: OutageNotice): Promise<Report[]> {
  if (proposal === null) return [];
  const kept = await store.record({ organisation, kind: KINDS.proposal, id: proposal });
  const ids = kept === null ? [] : (kept.body as unknown as OutageProposal).reports;
  const reports = await Promise.all(ids.map((id) => store.record({ organisation, kind: KINDS.report, id })));
  return reports.flatMap((report) => (report === null ? [] : [report.body as unknown as Report]));
}
