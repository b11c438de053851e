import type { Notice } from '../../domain/notices/notice.ts';
import { partsAt, type Relevant, relevantTo } from '../notices/relevant.ts';
import { spanInWords } from '../notices/times.ts';
import { Wording } from '../notices/wording.ts';
import type { NewMessage, Talk } from '../talk.ts';
import { asksForWindows } from '../understanding/lexicon/windows.ts';
import { sayMoment } from '../when.ts';
import { noticeFor, tellNotice, untilWhen } from './notices/known.ts';

/** Notices shown at once. */
const MOST_SHOWN = 5;
/** Lines of what is elsewhere, or was. */
const MOST_LINES = 3;

/**
 * "Is there an outage?": what hits the person now or soon, else that nothing is announced; and of a service what hits
 * others. Whoever asks for windows gets all that are planned.
 */
export function tellStatus(talk: Talk, service: string | null, text = ''): void {
  const place = {
    sites: talk.site === null ? null : [talk.site],
    services: service === null ? null : [service],
  };
  const relevant = relevantTo(talk, place, asksForWindows(text));
  const { now, coming } = relevant;
  if (now.length === 0) tellNothingNow(talk, service, relevant);
  else if (service !== null) tellUntil(talk, now, service);
  for (const notice of [...now, ...coming].slice(0, MOST_SHOWN)) tellNotice(talk, notice, service);
}

/** Planned work on the very service: until when, and when somebody answers meanwhile (scenario E3). */
function tellUntil(talk: Talk, now: readonly Notice[], service: string): void {
  const windows = now.filter((notice) => notice.kind === 'maintenance');
  if (windows.length === 0) return;
  const name = talk.serviceName(service) ?? service;
  const lines = windows.flatMap((window) => {
    const until = untilWhen(talk, window, service);
    return until === null
      ? []
      : [talk.say('status.window-until', { service: name, until: sayMoment(talk, until) })];
  });
  if (lines.length > 0) talk.tell({ kind: 'say', text: lines.join('\n'), tone: 'plain' });
}

function tellNothingNow(talk: Talk, service: string | null, { over, elsewhere }: Relevant): void {
  const name = talk.serviceName(service);
  const lines = [
    ...elsewhereInWords(talk, elsewhere, service),
    name === null ? talk.say('status.none') : talk.say('status.none-for', { service: name }),
    ...over.slice(0, MOST_LINES).map((notice) => noticeFor(talk, notice).title),
  ];
  const message: NewMessage = {
    kind: 'say',
    text: lines.join('\n'),
    tone: 'plain',
    choices: [
      talk.offer(talk.say('menu.report'), { do: 'wish', wish: 'report', service }, 'main'),
      talk.offer(talk.say('menu.who'), { do: 'wish', wish: 'who', service }),
    ],
  };
  talk.tell(message);
}

/** "TES ligger nere i Älvkarleby söndag 30 oktober 10–13 för planerat arbete. Det gäller inte Östhammar." */
function elsewhereInWords(talk: Talk, notices: readonly Notice[], service: string | null): string[] {
  const name = talk.serviceName(service);
  const here = talk.siteName(talk.site);
  if (name === null || here === null || service === null) return [];
  const words = new Wording(talk.playbook, talk.language, talk.now);
  return notices.slice(0, MOST_LINES).flatMap((notice) => {
    const values = { service: name, here };
    if (notice.kind === 'outage')
      return [talk.say('status.elsewhere-outage', { ...values, where: words.sites(notice.sites) })];
    const anywhere = { sites: null, services: [service] };
    return partsAt(talk, notice, anywhere).map(({ from, to, sites }) =>
      talk.say('status.elsewhere-window', {
        ...values,
        where: words.sites(sites),
        when: spanInWords(words, from, to),
      }),
    );
  });
}
