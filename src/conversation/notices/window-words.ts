import type { MaintenanceWindow, Place, SupportTime, WindowPart } from '../../domain/notices/notice.ts';
import { endOf, supportFor, windowPhase } from '../../domain/notices/view.ts';
import type { Fact, NoticeMessage } from '../messages.ts';
import { historyOf, latestOf, type NoticeBody, partsSeen, servicesOf } from './parts.ts';
import { shortAt, spanInWords } from './times.ts';
import type { Wording } from './wording.ts';

type Part = NoticeMessage['parts'][number];

/** Planned work as it stands for a place: only the parts that concern it. */
export function windowBody(window: MaintenanceWindow, place: Place, words: Wording): NoticeBody {
  const parts = partsSeen(window, place, words);
  const seen = { ...window, parts };
  const phase = windowPhase(seen, words.now.epochMilliseconds);
  return {
    title: titleOf(seen, words),
    tone: phase === 'finished' ? 'good' : 'plain',
    facts: [
      words.fact('notice.state', words.say(`notice.window-${phase}`)),
      ...whyFacts(window, words),
      ...supportFacts(supportFor(words.playbook, window, place), phase, words),
    ],
    latest: latestOf(window, words),
    parts: parts.map((part) => partInWords(part, window, words)),
    advice: phase === 'announced' || phase === 'under-way' ? adviceOf(window, words) : [],
    history: historyOf(window, words),
  };
}

function titleOf(window: MaintenanceWindow, words: Wording): string {
  const title = words.written(window.title);
  const what = title === '' ? words.services(servicesOf(window.parts)) : title;
  const phase = windowPhase(window, words.now.epochMilliseconds);
  if (phase === 'cancelled' || phase === 'finished') return words.say(`notice.title-${phase}`, { what });
  if (title !== '') return title;
  return words.say(window.shortNotice ? 'notice.window-short' : 'notice.window', { what });
}

function whyFacts({ text, shortNotice }: MaintenanceWindow, words: Wording): Fact[] {
  const why = words.written(text);
  return [
    ...(shortNotice ? [words.fact('notice.notice', words.say('notice.short-notice'))] : []),
    ...(why === '' ? [] : [words.fact('notice.why', why)]),
  ];
}

/** Scenario E3: when somebody answers during it. Of no use once it is over. */
function supportFacts(
  support: readonly SupportTime[],
  phase: ReturnType<typeof windowPhase>,
  words: Wording,
): Fact[] {
  if (support.length === 0 || phase === 'finished' || phase === 'cancelled') return [];
  return [words.fact('notice.support', support.map((time) => supportInWords(time, words)).join('\n'))];
}

/** "Tierp: söndag 30 oktober 10–16, telefon 0293-21 80 00"; for whom is left out where it is for everybody. */
export function supportInWords(time: SupportTime, words: Wording): string {
  const { services = [], sites = null, from, to, text } = time;
  const whom = [
    ...(services.length === 0 ? [] : [words.services(services)]),
    ...(sites === null ? [] : [words.sites(sites)]),
  ].join(', ');
  const said = [spanInWords(words, from, to), words.written(text)].filter((part) => part !== '').join(', ');
  return whom === '' ? said : `${whom}: ${said}`;
}

function partInWords(part: WindowPart, window: MaintenanceWindow, words: Wording): Part {
  const state = stateOf(part, window, words);
  return {
    heading: spanInWords(words, part.from, part.to),
    facts: [
      words.fact('notice.what', words.services(part.services)),
      words.fact('outage.where', words.sites(part.sites)),
      ...(isDone(part, window, words) ? [] : [words.fact('notice.effect', effectOf(part, words))]),
      ...(state === null ? [] : [words.fact('notice.state', state)]),
    ],
  };
}

function effectOf({ effect }: WindowPart, words: Wording): string {
  const written = words.written(effect);
  return written === '' ? words.say('notice.effect-down') : written;
}

/** Whether nothing of it is noticed any more. */
function isDone(part: WindowPart, window: MaintenanceWindow, words: Wording): boolean {
  return window.cancelledAt !== null || endOf(part) <= words.now.epochMilliseconds;
}

/** Where a part stands; null: it is planned, and that is all. */
export function stateOf(part: WindowPart, window: MaintenanceWindow, words: Wording): string | null {
  const now = words.now.epochMilliseconds;
  const { from, to, endedAt, extendedFrom = null } = part;
  const isEarly = endedAt !== null && endedAt < to;
  if (isEarly && endedAt <= from) return words.say('notice.part-not-needed');
  if (isEarly && endedAt <= now) return words.say('notice.part-early', { at: shortAt(words, endedAt, from) });
  if (window.cancelledAt !== null && window.cancelledAt < endOf(part))
    return words.say('notice.part-cancelled');
  if (endOf(part) <= now) return words.say('notice.part-finished');
  const longer =
    extendedFrom === null
      ? null
      : words.say('notice.part-extended', { at: shortAt(words, extendedFrom, from) });
  const under = from <= now ? words.say('notice.part-now') : null;
  return [under, longer].filter((each) => each !== null).join('. ') || null;
}

function adviceOf({ meanwhile, routine }: MaintenanceWindow, words: Wording): string[] {
  const [doing, named] = [words.written(meanwhile), words.playbook.routines.get(routine ?? '')];
  return [
    ...(doing === '' ? [] : [words.say('notice.meanwhile', { text: doing })]),
    ...(named === undefined ? [] : [words.say('notice.routine', { name: words.local(named.name) })]),
  ];
}
