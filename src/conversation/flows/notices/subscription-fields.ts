import { NOTICE_KINDS, type NoticeKind } from '../../../domain/notices/notice.ts';
import { MUTED_FOR_GOOD, type Subscription } from '../../../domain/notices/subscription.ts';
import { LANGUAGES } from '../../../domain/organisation/language.ts';
import { say } from '../../../locales/say.ts';
import type { Talk } from '../../talk.ts';

/** What of a subscription can be chosen. */
export const SUBSCRIPTION_FIELDS = ['kinds', 'sites', 'services', 'language', 'mute'] as const;
export type SubscriptionField = (typeof SUBSCRIPTION_FIELDS)[number];

/** A value of a field, as it is offered. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
}

/** Stands for everything. */
export const ALL = '*';
const DAY_MS = 24 * 3_600_000;
/** How long one can be left in peace. */
const MUTES: Readonly<Record<'none' | 'day' | 'week' | 'good', (now: number) => number | null>> = {
  none: () => null,
  day: (now) => now + DAY_MS,
  week: (now) => now + 7 * DAY_MS,
  good: () => MUTED_FOR_GOOD,
};

/** The values of a field. @returns none for what the organisation has nothing of */
export function optionsOf(talk: Talk, subscription: Subscription, field: SubscriptionField): Option[] {
  const { playbook } = talk;
  switch (field) {
    case 'kinds':
      return [ALL, ...NOTICE_KINDS].map((kind) => ({
        value: kind,
        label: kindInWords(talk, kind === ALL ? null : [kind as NoticeKind]),
        chosen: kind === (subscription.kinds?.[0] ?? ALL),
      }));
    case 'sites':
      return listed(talk, [...playbook.sites.keys()], subscription.sites, (id) => talk.siteName(id));
    case 'services':
      return listed(talk, [...playbook.services.keys()], subscription.services, (id) => talk.serviceName(id));
    case 'language':
      return playbook.languages.map((value) => ({
        value,
        label: say(value, 'language.name'),
        chosen: value === (subscription.language ?? playbook.languages[0]),
      }));
    case 'mute':
      return Object.keys(MUTES).map((value) => ({
        value,
        label: talk.say(`notice.mute-${value as keyof typeof MUTES}`),
        chosen: false,
      }));
  }
}

/** All, then the speaker's own unit, then the others in the playbook's order. */
function listed(
  talk: Talk,
  ids: readonly string[],
  chosen: readonly string[] | null,
  nameOf: (id: string) => string | null,
): Option[] {
  if (ids.length === 0) return [];
  const own = ids.filter((id) => id === talk.site || (chosen ?? []).includes(id));
  const others = ids.filter((id) => !own.includes(id));
  return [
    { value: ALL, label: talk.say('notice.sub-all'), chosen: chosen === null },
    ...[...own, ...others].map((id) => ({
      value: id,
      label: nameOf(id) ?? id,
      chosen: (chosen ?? []).includes(id),
    })),
  ];
}

/** "outages and planned work". */
export function kindInWords(talk: Talk, kinds: readonly NoticeKind[] | null): string {
  const one = kinds?.length === 1 ? kinds[0] : undefined;
  return talk.say(one === undefined ? 'notice.kinds-all' : `notice.kinds-${one}`);
}

/** The subscription with a value chosen; null if there is no such value. In lists it is chosen besides, or no more. */
export function withChosen(
  talk: Talk,
  subscription: Subscription,
  field: SubscriptionField,
  value: string,
): Subscription | null {
  const isKnown = optionsOf(talk, subscription, field).some((option) => option.value === value);
  if (!isKnown) return null;
  switch (field) {
    case 'kinds':
      return { ...subscription, kinds: value === ALL ? null : [value as NoticeKind] };
    case 'sites':
    case 'services':
      return { ...subscription, [field]: toggled(subscription[field], value) };
    case 'language':
      return { ...subscription, language: LANGUAGES.find((language) => language === value) ?? null };
    case 'mute': {
      const mute = MUTES[value as keyof typeof MUTES];
      return { ...subscription, mutedUntil: mute(talk.now.epochMilliseconds) };
    }
  }
}

/** The last one that is taken away leaves nothing, which nobody wants: it stays. */
function toggled(list: readonly string[] | null, value: string): readonly string[] | null {
  if (value === ALL) return null;
  if (list === null) return [value];
  if (!list.includes(value)) return [...list, value];
  return list.length === 1 ? list : list.filter((each) => each !== value);
}
