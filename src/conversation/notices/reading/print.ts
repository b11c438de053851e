import { inLanguage, type Language, type LocalText } from '../../../domain/organisation/language.ts';
import type { Playbook } from '../../../domain/organisation/playbook.ts';
import type { Millis } from '../../../domain/timeline/timeline.ts';
import { LOCALE_TAGS, say } from '../../../locales/say.ts';
import type { ReadPart } from './parse-part.ts';

/** A part as a line that reads as the same part: so its author sees how it was understood, and can change it. */
export function partLine(playbook: Playbook, language: Language, part: ReadPart): string {
  const { services, sites, effect } = part;
  const local = (text: LocalText): string => inLanguage(text, language, playbook.languages);
  const what = services.map((id) => local(playbook.services.get(id)?.name ?? {}) || id);
  const where =
    sites?.map((id) => local(playbook.sites.get(id)?.name ?? {}) || id) ?? everywhere(playbook, language);
  const named = [...(what.length === 0 ? [say(language, 'notice.everything')] : what), ...where].join(', ');
  const noticed = local(effect);
  return `${whenOf(playbook, language, part)} ${named}${noticed === '' ? '' : `: ${noticed}`}`;
}

/** An organisation without sites has nowhere else. */
function everywhere({ sites }: Playbook, language: Language): string[] {
  return sites.size === 0 ? [] : [say(language, 'notice.everywhere')];
}

function whenOf({ timezone }: Playbook, language: Language, { from, to }: ReadPart): string {
  const [first, last] = [from, to].map((at) => wallOf(at, timezone));
  if (first === undefined || last === undefined) return '';
  const day = (date: Temporal.PlainDate): string =>
    date.toLocaleString(LOCALE_TAGS[language], {
      ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    });
  const time = (wall: Temporal.PlainDateTime): string =>
    wall.toPlainTime().toString({ smallestUnit: 'minute' });
  const begins = first.toPlainDate();
  // Midnight at the end of a day, and anything before it, needs no second day.
  const isOneDay = begins.equals(last.subtract({ minutes: 1 }).toPlainDate());
  if (isOneDay) {
    const end = begins.equals(last.toPlainDate()) ? time(last) : '24:00';
    return `${day(begins)} ${time(first)}–${end}`;
  }
  return `${day(begins)} ${time(first)} – ${day(last.toPlainDate())} ${time(last)}`;
}

function wallOf(at: Millis, zone: string): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime();
}
