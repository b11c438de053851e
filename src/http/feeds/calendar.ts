import { cleanText } from '../../conversation/plain-text/clean.ts';
import type { MaintenanceWindow, WindowPart } from '../../domain/notices/notice.ts';
import { endOf, isDropped, supportFor } from '../../domain/notices/view.ts';
import type { Millis } from '../../domain/timeline/timeline.ts';
import { type NoticeInWords, noticeInWords, supportLines } from '../status/in-words.ts';
import type { StatusView } from '../status/view.ts';
import { nameOf, said, sayIn, servicesIn, sitesIn } from '../status/words.ts';
import { contentLines, textValue, utcValue } from './icalendar.ts';
import { uuidOf } from './uuid.ts';

/** How often readers ask again. */
const REFRESH = 'PT15M';
/** A calendar must hold something (RFC 5545, 3.6). */
const NOTHING = [
  ...['BEGIN:VTIMEZONE', 'TZID:UTC', 'BEGIN:STANDARD', 'DTSTART:19700101T000000'],
  ...['TZOFFSETFROM:+0000', 'TZOFFSETTO:+0000', 'END:STANDARD', 'END:VTIMEZONE'],
];

/**
 * The maintenance windows as a calendar (RFC 5545): an event a part. Times are in UTC, so that no reader has to know the
 * rules of a zone. What is cancelled or not needed stays, as cancelled, so that readers take it away.
 */
export function calendar(view: StatusView): string {
  const { underWay, coming, cancelled, past, recalled } = view.board;
  const windows = [...underWay, ...coming, ...cancelled, ...past, ...recalled].filter(
    (notice) => notice.kind === 'maintenance',
  );
  const events = windows.flatMap((window) => {
    const words = noticeInWords(view, window);
    return window.parts.map((part) => event(view, window, part, words));
  });
  const name = textValue(calendarName(view));
  return contentLines([
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Driftvakt//Status//EN', 'CALSCALE:GREGORIAN'],
    ...['METHOD:PUBLISH', `NAME:${name}`, `X-WR-CALNAME:${name}`],
    ...[`REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`, `X-PUBLISHED-TTL:${REFRESH}`],
    ...(events.length === 0 ? NOTHING : events.flat()),
    'END:VCALENDAR',
  ]);
}

function calendarName(view: StatusView): string {
  const { playbook, site } = view;
  const name = sayIn(view, 'status.calendar-name', { name: cleanText(playbook.name) });
  return site === null ? name : `${name} (${nameOf(view, playbook.sites, site)})`;
}

function event(
  view: StatusView,
  window: MaintenanceWindow,
  part: WindowPart,
  words: NoticeInWords,
): readonly string[] {
  const { organisation, id, sequence, changedAt, publishedAt, createdAt } = window;
  const { isCancelled, end } = fateOf(window, part);
  const summary = summaryOf(view, window, part, words);
  const changed = utcValue(changedAt);
  return [
    'BEGIN:VEVENT',
    `UID:${uuidOf(organisation, id, 'part', part.id)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${changed}`,
    `CREATED:${utcValue(publishedAt ?? createdAt)}`,
    `LAST-MODIFIED:${changed}`,
    `DTSTART:${utcValue(part.from)}`,
    `DTEND:${utcValue(end)}`,
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    // It is not the reader who is busy.
    'TRANSP:TRANSPARENT',
    `SUMMARY:${textValue(isCancelled ? sayIn(view, 'notice.title-cancelled', { what: summary }) : summary)}`,
    `LOCATION:${textValue(sitesIn(view, part.sites))}`,
    `DESCRIPTION:${textValue(description(view, { window, part, words }))}`,
    `URL:${view.links.page(view.site, view.language)}#${id}`,
    'END:VEVENT',
  ];
}

/** What became of a part. One that was broken off took place until then. */
function fateOf(
  { cancelledAt, publication }: MaintenanceWindow,
  part: WindowPart,
): { readonly isCancelled: boolean; readonly end: Millis } {
  if (publication === 'recalled' || isDropped(part)) return { isCancelled: true, end: part.to };
  const end = endOf(part);
  if (cancelledAt === null || end <= cancelledAt) return { isCancelled: false, end };
  return cancelledAt <= part.from
    ? { isCancelled: true, end: part.to }
    : { isCancelled: false, end: cancelledAt };
}

/** The title, with what the part hits unless that is the title. */
function summaryOf(
  view: StatusView,
  window: MaintenanceWindow,
  part: WindowPart,
  words: NoticeInWords,
): string {
  const what = servicesIn(view, part.services) ?? sayIn(view, 'notice.everything');
  return said(view, window.title) === null
    ? sayIn(view, 'notice.window', { what })
    : `${words.title.text}: ${what}`;
}

function description(
  view: StatusView,
  { window, part, words }: { window: MaintenanceWindow; part: WindowPart; words: NoticeInWords },
): string {
  const { sites, services } = part;
  // Somebody else's support is of no use to whom this part hits.
  const place = { sites, services: services.length === 0 ? null : services };
  const support = supportLines(view, window, supportFor(view.playbook, window, place));
  const latest = words.updates.find((update) => update.words !== null)?.words?.text;
  return [
    said(view, part.effect)?.text ?? sayIn(view, 'notice.effect-down'),
    ...words.remarks,
    ...(words.text === null ? [] : [`${sayIn(view, 'notice.why')}: ${words.text.text}`]),
    ...(support.length === 0 ? [] : [`${sayIn(view, 'notice.support')}: ${support.join('\n')}`]),
    ...(words.meanwhile === null ? [] : [`${sayIn(view, 'status.meanwhile')}: ${words.meanwhile.text}`]),
    ...(latest === undefined ? [] : [`${sayIn(view, 'outage.latest-at')}: ${latest}`]),
  ].join('\n');
}
