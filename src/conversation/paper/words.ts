import { inLanguage, type Language } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { PaperBy } from '../../domain/paper/copies.ts';
import type { SheetChange } from '../../domain/paper/life.ts';
import { PAPER_LIMITS, type PaperRule, type SheetId } from '../../domain/paper/paper.ts';
import { say } from '../../locales/say.ts';
import { type Fact, MESSAGE_LIMITS, type NoticeMessage } from '../messages.ts';
import { cut } from '../plain-text/clean.ts';
import { fullMoment } from '../words/moment.ts';
import { lineChanges } from './changes.ts';
import { type SheetLines, sheetName, sheetsOf } from './sheets.ts';

/** What is told of a unit's paper. Plain data. */
export interface PaperWord {
  readonly rule: string;
  readonly site: string;
  readonly what: 'ask' | 'again' | 'missed' | 'unmanned' | 'done' | 'settled';
  /** What tells all that the unit should have from what it should have had before. */
  readonly version: string;
  /** The version that stands on the page. */
  readonly shown: string;
  /** By when, in ms; null: by no time. */
  readonly due: number | null;
  /** At most `PAPER_LIMITS.sheets`. */
  readonly changes: readonly SheetChange[];
  /** How many more have changed. */
  readonly more: number;
  /** Of what is done. */
  readonly printed: { readonly at: number; readonly by: PaperBy } | null;
}

/** A word, with all that its words are made of. */
export interface PaperView {
  readonly playbook: Playbook;
  readonly rule: PaperRule;
  readonly word: PaperWord;
  /** How the sheets were before, as far as that is known. */
  readonly before: Readonly<Record<string, SheetLines>>;
  readonly language: Language;
}

const TONES = {
  ...{ ask: 'plain', again: 'warning', missed: 'warning', unmanned: 'warning' },
  ...{ done: 'good', settled: 'good' },
} as const satisfies Record<PaperWord['what'], NoticeMessage['tone']>;

/** The card without its choices: what is to be printed, by when, and what has changed. */
export function paperMessage(view: PaperView): NoticeMessage {
  const { language, word } = view;
  const isOver = word.what === 'done' || word.what === 'settled';
  return {
    ...{ kind: 'notice', language, tone: TONES[word.what], latest: null, history: [], choices: [] },
    title: say(language, 'printed.title', { name: local(view, view.rule.name), place: placeIn(view) }),
    marks: [say(language, `printed.mark-${word.what}`)],
    facts: factsOf(view),
    advice: isOver ? [] : [say(language, 'printed.advice')],
    parts: isOver ? [] : [...sheetParts(view), ...changedParts(view)],
  };
}

/** The same as a letter, in which nothing can be pressed. @param link where it is printed; null: there is no page */
export function paperLetter(view: PaperView, link: string | null): NoticeMessage {
  const { language } = view;
  const message = paperMessage(view);
  const print = link === null ? [] : [say(language, 'printed.letter-print', { link })];
  return { ...message, advice: [...message.advice, ...print, say(language, 'printed.letter-confirm')] };
}

/** When something was printed and by whom: "Saturday 28 November 2026 at 10:12, Planner in Ullared (Anna Berg)". */
export function printedWords(
  { playbook, language }: Pick<PaperView, 'playbook' | 'language'>,
  { at, by }: { readonly at: number; readonly by: PaperBy },
): string {
  const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(playbook.timezone);
  const role = playbook.contacts.get(by.contact)?.role;
  const who = role === undefined ? by.contact : inLanguage(role, language, playbook.languages);
  return `${fullMoment(moment, language)}, ${by.name === null ? who : `${who} (${by.name})`}`;
}

function factsOf(view: PaperView): Fact[] {
  const { playbook, rule, word, language } = view;
  const facts: Fact[] = [];
  if (word.printed !== null)
    facts.push({ label: say(language, 'printed.fact-printed'), value: printedWords(view, word.printed) });
  if (word.due !== null) {
    const due = Temporal.Instant.fromEpochMilliseconds(word.due).toZonedDateTimeISO(playbook.timezone);
    facts.push({ label: say(language, 'printed.fact-due'), value: fullMoment(due, language) });
  }
  if (word.what === 'missed' || word.what === 'unmanned') {
    const roles = (rule.units.get(word.site) ?? []).flatMap((id) => playbook.contacts.get(id)?.role ?? []);
    const value = roles.map((role) => local(view, role)).join(', ');
    facts.push({ label: say(language, 'printed.fact-who'), value });
  }
  facts.push({ label: say(language, 'printed.fact-version'), value: word.shown });
  return facts;
}

/** Which sheets are new, changed, or to be thrown away. */
function sheetParts(view: PaperView): NoticeMessage['parts'] {
  const { playbook, language, word } = view;
  const rows = word.changes.map(({ sheet, from, to }): Fact => {
    const what = from === null ? 'new' : to === null ? 'gone' : 'changed';
    return { label: sheetName(playbook, sheet, language), value: say(language, `printed.sheet-${what}`) };
  });
  const parts = rows.length === 0 ? [] : [{ heading: say(language, 'printed.sheets'), facts: rows }];
  if (word.more === 0) return parts;
  const label = say(language, 'printed.more-sheets');
  return [...parts, { heading: say(language, 'printed.more'), facts: [{ label, value: String(word.more) }] }];
}

/** What has changed on each, line by line, as far as there is room. */
function changedParts(view: PaperView): NoticeMessage['parts'] {
  const { playbook, language, word, before } = view;
  const sheets = sheetsOf(playbook);
  return word.changes.flatMap(({ sheet, from, to }) => {
    const now = sheets.get(sheet as SheetId);
    const old = before[sheet]?.[language] ?? before[sheet]?.[playbook.languages[0]];
    if (from === null || to === null || old === undefined || now === undefined) return [];
    const lines = now.lines[language] ?? now.lines[playbook.languages[0]] ?? [];
    const changes = lineChanges(old, lines);
    const shown = changes.slice(0, PAPER_LIMITS.lines).map(
      ({ what, line }): Fact => ({
        label: say(language, `printed.line-${what}`),
        value: cut(line, MESSAGE_LIMITS.field),
      }),
    );
    const left = changes.length - shown.length;
    const heading = say(
      language,
      changes.length === 0 ? 'printed.other-order' : left > 0 ? 'printed.changes-more' : 'printed.changes',
      { sheet: sheetName(playbook, sheet, language), count: left },
    );
    return [{ heading, facts: shown }];
  });
}

function placeIn({ playbook, word, language }: PaperView): string {
  return inLanguage(playbook.sites.get(word.site)?.name ?? {}, language, playbook.languages) || word.site;
}

function local({ playbook, language }: PaperView, text: PaperRule['name']): string {
  return inLanguage(text, language, playbook.languages);
}
