import type { Known } from '../../conversation/event.ts';
import { namedWish } from '../../conversation/named-wish.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { PAPER_LIMITS } from '../../domain/paper/paper.ts';
import { paperPart } from '../../domain/paper/people.ts';
import type { Identity } from '../../domain/people/directory.ts';
import type { Store } from '../../ports/store.ts';
import type { KeptInbound } from '../inbound.ts';
import { linesBefore } from './letters.ts';
import { newUnit, readUnit } from './records.ts';

/** Makes the link to what units print; null: there is no page here. */
export interface PrintLinks {
  linkFor(organisation: string): string | null;
}

const ASKED: ReadonlySet<string> = new Set(['came', 'said', 'pressed', 'wished']);

/** What is known of paper: to those whom it concerns their units, and for a card how its sheets were before. Nothing is read for others. */
export async function paperKnown(
  store: Pick<Store, 'record'>,
  playbook: Playbook,
  { what, from }: KeptInbound,
  { identity, links }: { readonly identity: Identity | null; readonly links: PrintLinks | null },
): Promise<Pick<Known, 'paper' | 'sheetsBefore'>> {
  const { organisation } = playbook;
  if (what.kind === 'paper') return { sheetsBefore: await linesBefore(store, organisation, what) };
  if (playbook.paper.size === 0 || !ASKED.has(what.kind)) return {};
  const mine = [...playbook.paper.values()]
    .flatMap((rule) => [...rule.units.keys()].map((site) => ({ rule, site })))
    .filter(({ rule, site }) => paperPart(playbook, rule, site, from, identity) !== null)
    .slice(0, PAPER_LIMITS.seen);
  if (mine.length === 0) return {};
  const link = links?.linkFor(organisation) ?? null;
  // Other words are not about paper: what units have is not read for them.
  const isAsked = what.kind !== 'came' && (what.kind !== 'said' || namedWish(what.text) === 'paper');
  const read = async ({ rule, site }: (typeof mine)[number]) =>
    (await readUnit(store, organisation, rule.id, site)) ?? newUnit(rule.id, site);
  return { paper: { link, units: isAsked ? await Promise.all(mine.map(read)) : null } };
}
