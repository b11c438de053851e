import type { Language } from '../../../domain/organisation/language.ts';
import { say } from '../../../locales/say.ts';
import { type Choice, type Fact, MESSAGE_LIMITS, type ReceiptMessage } from '../../messages.ts';
import type { Budget } from '../budget.ts';
import { boundary, cleanText, cut } from '../clean.ts';

/** What stands where a text turned out to hold nothing to see: no channel takes an empty one. */
const NOTHING = '–';
/** Characters of what stands on one line. */
const LINE = 300;

/** How much longer a text is looked at than it may be: cleaning makes it shorter, and looking takes time. */
const MARGIN = 8;

/** Rows that are shown, and how many are not. */
export interface Rows<Row> {
  readonly kept: readonly Row[];
  readonly left: number;
}

/** Cleans the texts of a message and keeps them within a budget; says so where something is left out. */
export class Shortener {
  readonly #language: Language;
  readonly #budget: Budget;
  readonly #lines: Map<string, string>;

  /** @param lines what lines of this message are when they are clean, kept for the next, smaller budget */
  constructor(language: Language, budget: Budget, lines = new Map<string, string>()) {
    this.#language = language;
    this.#budget = budget;
    this.#lines = lines;
  }

  /** A text of several lines. */
  text(text: string): string {
    const max = this.#budget.text;
    const whole = cleanText(text.slice(0, max * MARGIN))
      .replace(/\n{3,}/g, '\n\n')
      .trim();
    if (whole.length <= max && text.length <= max * MARGIN) return whole === '' ? NOTHING : whole;
    const notice = `… ${say(this.#language, 'render.shortened')}`;
    return `${whole.slice(0, boundary(whole, max - notice.length)).trimEnd()}${notice}`;
  }

  /** A text on one line. */
  line(text: string, max: number = LINE): string {
    const whole = this.#onOneLine(text.slice(0, max * MARGIN));
    return whole === '' ? NOTHING : cut(whole, Math.min(max, this.#budget.text));
  }

  /** A line that may be empty or missing. */
  optional(text: string): string;
  optional(text: string | null): string | null;
  optional(text: string | null): string | null {
    return text === null || text === '' ? text : this.line(text);
  }

  rows<Row>(rows: readonly Row[], short: (row: Row) => Row): Rows<Row> {
    const kept = rows.slice(0, this.#budget.rows).map(short);
    return { kept, left: rows.length - kept.length };
  }

  /** Rows of text, the last of which says how many are left out. */
  texts(texts: readonly string[]): readonly string[] {
    const { kept, left } = this.rows(texts, (text) => this.text(text));
    return [...kept, ...this.more(left)];
  }

  facts(facts: readonly Fact[]): readonly Fact[] {
    const { kept, left } = this.rows(facts, ({ label, value }) => ({
      label: this.line(label),
      value: this.text(value),
    }));
    return [...kept, ...this.more(left).map((value) => ({ label: '…', value }))];
  }

  /** The first row and the newest ones, for what is told in order of time. */
  ends<Row>(rows: readonly Row[], short: (row: Row) => Row, between: (more: string) => Row): readonly Row[] {
    const left = rows.length - this.#budget.rows;
    if (left <= 0) return rows.map(short);
    const [first, ...others] = rows.toSpliced(1, left).map(short);
    return [...(first === undefined ? [] : [first]), ...this.more(left).map(between), ...others];
  }

  /** What happened: the first and the newest. */
  history(rows: ReceiptMessage['history']): ReceiptMessage['history'] {
    return this.ends(
      rows,
      ({ at, text }) => ({ at: this.optional(at), text: this.text(text) }),
      (text) => ({ at: '', text }),
    );
  }

  choice(choice: Choice): Choice {
    const label = cut(this.#onOneLine(choice.label), MESSAGE_LIMITS.label);
    return { ...choice, label: label === '' ? NOTHING : label };
  }

  #onOneLine(text: string): string {
    const known = this.#lines.get(text);
    if (known !== undefined) return known;
    const line = cleanText(text).replace(/\s+/g, ' ').trim();
    this.#lines.set(text, line);
    return line;
  }

  /** "… 3 more", if there are more. */
  more(count: number): string[] {
    return count > 0 ? [say(this.#language, 'render.more', { count })] : [];
  }
}
