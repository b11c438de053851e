import { servicesOf } from '../../conversation/notices/parts.ts';
import { spanInWords } from '../../conversation/notices/times.ts';
import { stateOf, supportInWords } from '../../conversation/notices/window-words.ts';
import { Wording } from '../../conversation/notices/wording.ts';
import { cleanText } from '../../conversation/plain-text/clean.ts';
import type {
  MaintenanceWindow,
  Notice,
  NoticeUpdate,
  OutageNotice,
  WindowPart,
} from '../../domain/notices/notice.ts';
import { partsNow, windowPhase } from '../../domain/notices/view.ts';
import type { Millis } from '../../domain/timeline/timeline.ts';
import type { TextKey } from '../../locales/catalogue.ts';
import { momentOf, ours, type Said, type Speaking, said, sayIn, servicesIn, sitesIn } from './words.ts';

/** A fact with its label; `at` is the instant that it names, if it names one. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly at: Millis | null;
}

/** Part of a window as it is shown. */
export interface PartInWords {
  readonly when: string;
  readonly what: string;
  readonly where: string;
  readonly effect: Said;
  /** "Going on now", "done"; null: it is to come. */
  readonly state: string | null;
  readonly isNow: boolean;
}

/** A later word as it is shown. */
export interface UpdateInWords {
  readonly at: Millis;
  readonly when: string;
  /** What it had come to; null: no new phase. */
  readonly phase: string | null;
  readonly words: Said | null;
  /** That, and when, it was corrected; null: never. */
  readonly corrected: string | null;
}

/** A notice as pages and feeds show it. Plain text throughout: each format escapes it. */
export interface NoticeInWords {
  readonly id: string;
  readonly title: Said;
  /** How far it has come, in a few words. */
  readonly state: string;
  readonly text: Said | null;
  readonly corrected: string | null;
  readonly facts: readonly Fact[];
  readonly remarks: readonly string[];
  readonly parts: readonly PartInWords[];
  readonly support: readonly string[];
  readonly meanwhile: Said | null;
  /** Whether to wait before contacting IT; null: it is over, or never was a question. */
  readonly contact: { readonly waits: boolean; readonly text: string } | null;
  /** Newest first. */
  readonly updates: readonly UpdateInWords[];
  readonly retrospect: Said | null;
}

/** Says a notice. */
export function noticeInWords(view: Speaking, notice: Notice): NoticeInWords {
  const { id, text, meanwhile, correctedAt, updates } = notice;
  const shared = {
    id,
    title: titleOf(view, notice),
    text: said(view, text),
    corrected: correctedIn(view, correctedAt),
    meanwhile: said(view, meanwhile),
    updates: updates.toReversed().map((update) => updateInWords(view, update)),
  };
  const own = notice.kind === 'outage' ? outageInWords(view, notice) : windowInWords(view, notice);
  return { ...shared, ...own, facts: [...own.facts, ...senderOf(view, notice)] };
}

/** Whose it is, if a department wrote it that serves several organisations. */
function senderOf(view: Speaking, { origin }: Notice): Fact[] {
  if (origin === undefined) return [];
  return [{ label: sayIn(view, 'notice.from'), value: cleanText(origin.name), at: null }];
}

/** What it is called: in its author's words, or after what it hits. */
export function titleOf(view: Speaking, notice: Notice): Said {
  const own = ownTitle(view, notice);
  if (own !== null) return own;
  const what = servicesIn(view, servicesHit(notice));
  if (notice.kind === 'maintenance')
    return ours(sayIn(view, 'notice.window', { what: what ?? everything(view) }));
  return ours(what === null ? sayIn(view, 'notice.outage-unknown') : sayIn(view, 'notice.outage', { what }));
}

/** What it is about, for a sentence: "Works again: TES". */
export function subjectOf(view: Speaking, notice: Notice): Said {
  return ownTitle(view, notice) ?? ours(servicesIn(view, servicesHit(notice)) ?? everything(view));
}

function ownTitle(view: Speaking, { title }: Notice): Said | null {
  const own = said(view, title);
  return own === null ? null : { ...own, text: own.text.replace(/\s+/g, ' ') };
}

function servicesHit(notice: Notice): readonly string[] {
  return notice.kind === 'outage' ? notice.services : servicesOf(notice.parts);
}

function everything(view: Speaking): string {
  return sayIn(view, 'notice.everything');
}

function outageInWords(view: Speaking, notice: OutageNotice) {
  const { services, sites, since, over, phase, wait, long, retrospect } = notice;
  const isOver = over !== null;
  const moment = (key: TextKey, at: Millis | null): Fact[] =>
    at === null ? [] : [{ label: sayIn(view, key), value: momentOf(view, at), at }];
  const what = servicesIn(view, services) ?? sayIn(view, 'status.unknown-what');
  return {
    state: sayIn(view, `notice.phase-${phase}`),
    facts: [
      ...moment('outage.since', since),
      ...moment('status.until', over),
      { label: sayIn(view, 'notice.what'), value: what, at: null },
      { label: sayIn(view, 'outage.where'), value: sitesIn(view, sites), at: null },
      ...(isOver ? [] : nextWord(view, notice)),
    ],
    remarks: long && !isOver ? [sayIn(view, 'outage.long')] : [],
    ...{ parts: [], support: [] },
    contact: isOver ? null : { waits: wait, text: sayIn(view, wait ? 'notice.wait' : 'status.contact-free') },
    retrospect: said(view, retrospect),
  };
}

/** A word that was promised and did not come is called late, not left out. */
function nextWord(view: Speaking, { nextWord: at }: OutageNotice): Fact[] {
  if (at === null) return [];
  const moment = momentOf(view, at);
  const isLate = at <= view.now.epochMilliseconds;
  const value = isLate ? sayIn(view, 'notice.next-word-late', { at: moment }) : moment;
  return [{ label: sayIn(view, 'notice.next-word'), value, at }];
}

function windowInWords(view: Speaking, window: MaintenanceWindow) {
  const { parts, support, shortNotice } = window;
  const wording = new Wording(view.playbook, view.language, view.now);
  const phase = windowPhase(window, view.now.epochMilliseconds);
  return {
    state: sayIn(view, `notice.window-${phase}`),
    facts: [],
    remarks: shortNotice ? [sayIn(view, 'status.short-notice')] : [],
    parts: parts.map((part) => partInWords(view, part, window, wording)),
    support: supportLines(view, window, support),
    ...{ contact: null, retrospect: null },
  };
}

/** When support can be reached, a line each. Of no use once nothing is done any more. */
export function supportLines(
  view: Speaking,
  window: MaintenanceWindow,
  support: MaintenanceWindow['support'],
): readonly string[] {
  const phase = windowPhase(window, view.now.epochMilliseconds);
  if (phase !== 'announced' && phase !== 'under-way') return [];
  const wording = new Wording(view.playbook, view.language, view.now);
  return support.map((time) => cleanText(supportInWords(time, wording)));
}

function partInWords(
  view: Speaking,
  part: WindowPart,
  window: MaintenanceWindow,
  wording: Wording,
): PartInWords {
  const isNow = window.cancelledAt === null && partsNow([part], view.now.epochMilliseconds).length > 0;
  return {
    when: spanInWords(view, part.from, part.to),
    what: servicesIn(view, part.services) ?? everything(view),
    where: sitesIn(view, part.sites),
    effect: said(view, part.effect) ?? ours(sayIn(view, 'notice.effect-down')),
    state: stateOf(part, window, wording),
    isNow,
  };
}

function updateInWords(view: Speaking, { at, phase, text, correctedAt }: NoticeUpdate): UpdateInWords {
  return {
    at,
    when: momentOf(view, at),
    phase: phase === null ? null : sayIn(view, `notice.phase-${phase}`),
    words: said(view, text),
    corrected: correctedIn(view, correctedAt),
  };
}

function correctedIn(view: Speaking, at: Millis | null): string | null {
  return at === null ? null : sayIn(view, 'notice.corrected', { at: momentOf(view, at) });
}
