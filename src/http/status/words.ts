import { cleanText } from '../../conversation/plain-text/clean.ts';
import { dayInWords, fullMoment, momentInWords } from '../../conversation/words/moment.ts';
import type { Language, LocalText } from '../../domain/organisation/language.ts';
import type { Millis } from '../../domain/timeline/timeline.ts';
import type { TextKey } from '../../locales/catalogue.ts';
import { LOCALE_TAGS, say, type TextValues } from '../../locales/say.ts';
import type { StatusView } from './view.ts';

/** What words need to know of a view. */
export type Speaking = Pick<StatusView, 'playbook' | 'language' | 'now' | 'times'>;

/** Somebody's own words; `language` says in which they are, where it is not the page's. */
export interface Said {
  readonly text: string;
  readonly language: Language | null;
}

/** Beyond so many days the year is said too. */
const YEAR_IS_CLEAR_DAYS = 300;

/** One of the product's texts. */
export function sayIn(
  { language }: Pick<Speaking, 'language'>,
  key: TextKey,
  values: TextValues = {},
): string {
  return say(language, key, values);
}

/** What somebody wrote, in the page's language or else in another that it was written in; null: nothing. */
export function said({ playbook, language }: Speaking, text: LocalText): Said | null {
  const order = [language, ...playbook.languages, ...(Object.keys(text) as Language[])];
  const found = order.find((each) => (text[each] ?? '').trim() !== '');
  if (found === undefined) return null;
  const words = cleanText(text[found] ?? '').trim();
  return words === '' ? null : { text: words, language: found === language ? null : found };
}

/** Words of the product's own. */
export function ours(text: string): Said {
  return { text, language: null };
}

/** A moment: near ones from now, or all with their date. */
export function momentOf({ now, language, times }: Speaking, at: Millis): string {
  const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(now.timeZoneId);
  return times === 'near' ? momentInWords(moment, now, language) : fullMoment(moment, language);
}

/** "Saturday 29 October", with its year where that is not clear. */
export function dayOf({ now, language, times }: Speaking, day: Temporal.PlainDate): string {
  const moment = day.toZonedDateTime(now.timeZoneId);
  const weekday = moment.toLocaleString(LOCALE_TAGS[language], { weekday: 'long' });
  const days = Math.abs(now.toPlainDate().until(day, { largestUnit: 'day' }).days);
  return `${weekday} ${dayInWords(moment, language, times === 'full' || days > YEAR_IS_CLEAR_DAYS)}`;
}

/** Minutes as one says them: "45 minutes", "3 h 20 min". */
export function minutesInWords(view: Speaking, minutes: number): string {
  if (minutes < 60) return sayIn(view, 'duration.minutes', { count: minutes });
  if (minutes % 60 === 0) return sayIn(view, 'duration.hours', { count: minutes / 60 });
  return sayIn(view, 'status.hours-minutes', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** The names of services; null for none. */
export function servicesIn(view: Speaking, ids: readonly string[]): string | null {
  return namesIn(view, view.playbook.services, ids);
}

/** The names of sites, or everywhere. */
export function sitesIn(view: Speaking, ids: readonly string[] | null): string {
  return (ids === null ? null : namesIn(view, view.playbook.sites, ids)) ?? sayIn(view, 'notice.everywhere');
}

/** What the playbook names. */
type Named = ReadonlyMap<string, { readonly name: LocalText }>;

/** The name of one; its id if the playbook does not know it any more. */
export function nameOf(view: Speaking, named: Named, id: string): string {
  const thing = named.get(id);
  return thing === undefined ? id : (said(view, thing.name)?.text ?? id);
}

function namesIn(view: Speaking, named: Named, ids: readonly string[]): string | null {
  return ids.length === 0 ? null : ids.map((id) => nameOf(view, named, id)).join(', ');
}
