import type { Language } from '../organisation/language.ts';
import type { Playbook } from '../organisation/playbook.ts';
import type { Millis } from '../timeline/timeline.ts';
import type { Notice, Place } from './notice.ts';
import type { SubscriberGroup, Subscribers } from './subscribers.ts';
import { isFor, noticeConcerns, partsFor } from './view.ts';

/** Those who read the same of a notice, in the same language. */
export interface NoticeAudience {
  /** What it is seen from; the first of those that see the same. */
  readonly place: Place;
  /** The sites that they asked for and that it hits; null: they asked for no site. */
  readonly sites: readonly string[] | null;
  /** Ids of the parts of a window that they see; of an outage none. */
  readonly parts: readonly string[];
  readonly language: Language;
  /** Channels by where they are, such as `teams`; the most first. */
  readonly channels: readonly { readonly platform: string; readonly count: number }[];
  readonly people: number;
  readonly mail: number;
}

/** Who would get a notice now, apart by what they would read; in the order of the sites and languages of the playbook. */
export function audiencesOf(
  playbook: Pick<Playbook, 'sites' | 'languages'>,
  notice: Notice,
  { groups }: Subscribers,
  now: Millis,
): readonly NoticeAudience[] {
  const reached = groups.filter((group) => isFor(playbook, notice, group, now));
  const alike = Map.groupBy(reached, (group) => JSON.stringify(seenBy(playbook, notice, group)));
  const order = (audience: NoticeAudience): number => placeInOrder(playbook, audience);
  return [...alike.values()]
    .flatMap((members) => {
      const [first] = members;
      if (first === undefined) return [];
      const { sites, services } = first;
      const seen = seenBy(playbook, notice, first);
      return [{ place: { sites, services }, ...seen, ...counted(members) }];
    })
    .sort((a, b) => order(a) - order(b));
}

function seenBy(
  playbook: Pick<Playbook, 'sites' | 'languages'>,
  notice: Notice,
  { sites, services, language }: SubscriberGroup,
) {
  const hit = sites?.filter((site) => noticeConcerns(playbook, notice, { sites: [site], services })) ?? null;
  const parts = notice.kind === 'outage' ? [] : partsFor(playbook, notice, { sites, services });
  return { sites: hit, parts: parts.map(({ id }) => id), language: language ?? playbook.languages[0] };
}

function counted(members: readonly SubscriberGroup[]): Pick<NoticeAudience, 'channels' | 'people' | 'mail'> {
  const countOf = (of: readonly SubscriberGroup[]): number => of.reduce((sum, { count }) => sum + count, 0);
  const from = (source: SubscriberGroup['source']) => members.filter((group) => group.source === source);
  const channels = Map.groupBy([...from('channel'), ...from('playbook')], ({ platform }) => platform);
  return {
    channels: [...channels]
      .map(([platform, each]) => ({ platform, count: countOf(each) }))
      .sort((a, b) => b.count - a.count),
    ...{ people: countOf(from('person')), mail: countOf(from('mail')) },
  };
}

/** Those who asked for no site come first. */
function placeInOrder(playbook: Pick<Playbook, 'sites' | 'languages'>, audience: NoticeAudience): number {
  const [site = ''] = audience.sites ?? [];
  const language = playbook.languages.indexOf(audience.language);
  const last = playbook.languages.length;
  return ([...playbook.sites.keys()].indexOf(site) + 1) * (last + 1) + (language < 0 ? last : language);
}
