import type { Known } from '../../conversation/event.ts';
import { dayAt } from '../../domain/duties/due.ts';
import { DUTY_LIMITS } from '../../domain/duties/duty.ts';
import { monthBefore, monthOf } from '../../domain/duties/month.ts';
import { partIn } from '../../domain/duties/people.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Identity } from '../../domain/people/directory.ts';
import type { Store } from '../../ports/store.ts';
import type { KeptInbound } from '../inbound.ts';
import { readMonth } from './record.ts';

const ASKED: ReadonlySet<string> = new Set(['said', 'pressed', 'wished']);

/** For those who do or manage duties: this month and the last one of each. Nothing is read for others. */
export async function dutiesKnown(
  store: Pick<Store, 'record'>,
  playbook: Playbook,
  { what, from }: KeptInbound,
  { identity, now }: { readonly identity: Identity | null; readonly now: number },
): Promise<Pick<Known, 'duties'>> {
  if (playbook.duties.size === 0 || !ASKED.has(what.kind)) return {};
  const mine = [...playbook.duties.values()]
    .flatMap((duty) => [...duty.units.keys()].map((site) => ({ duty, site })))
    .filter(({ duty, site }) => partIn(playbook, duty, site, from, identity) !== null)
    .slice(0, DUTY_LIMITS.seen);
  if (mine.length === 0) return {};
  const month = monthOf(dayAt(now, playbook.timezone));
  const names = mine.flatMap(({ duty, site }) =>
    [month, monthBefore(month)].map((each) => ({ duty: duty.id, site, month: each })),
  );
  const kept = await Promise.all(names.map((name) => readMonth(store, playbook.organisation, name)));
  return { duties: kept.map((each) => each.month) };
}
