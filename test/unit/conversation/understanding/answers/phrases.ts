import { readFileSync } from 'node:fs';
import { chosenAmong } from '../../../../../src/conversation/understanding/answers/choice.ts';
import { correctionIn } from '../../../../../src/conversation/understanding/answers/correction.ts';
import { saysCritical, saysDanger } from '../../../../../src/conversation/understanding/answers/danger.ts';
import { languageWish } from '../../../../../src/conversation/understanding/answers/language-wish.ts';
import { replyIn } from '../../../../../src/conversation/understanding/answers/reply.ts';
import type { Language } from '../../../../../src/domain/organisation/language.ts';

export const KINDS = ['reply', 'choice', 'danger', 'critical', 'correction', 'wish'] as const;
export type Kind = (typeof KINDS)[number];

/** A phrase, what it is asked for, what it means ("-": nothing) and what was understood. */
export interface Phrase {
  readonly kind: Kind;
  readonly locale: Language;
  readonly text: string;
  readonly meant: string;
  readonly understood: string;
}

const TEST_SET = new URL('../../../../support/utterances/answers.tsv', import.meta.url);
const DEVELOPMENT = new URL('./development.tsv', import.meta.url);

/** The phrases of the test set, or those that the lists were widened with. */
export function phrases(set: 'test' | 'development'): readonly Phrase[] {
  const lines = readFileSync(set === 'test' ? TEST_SET : DEVELOPMENT, 'utf8')
    .trim()
    .split('\n');
  return lines.slice(1).map(phrase);
}

function phrase(line: string): Phrase {
  const [kind, locale, text = '', meant = '', labels = ''] = line.split('\t');
  const said = { kind: kind as Kind, locale: locale as Language, text };
  return { ...said, meant, understood: understood(said.kind, said.locale, text, labels) };
}

function understood(kind: Kind, locale: Language, text: string, labels: string): string {
  const found = {
    reply: () => replyIn(locale, text),
    choice: () => chosenAmong(locale, text, labels.split(' | ')),
    danger: () => (saysDanger(text) ? 'yes' : null),
    critical: () => (saysCritical(text) ? 'yes' : null),
    correction: () => correctionIn(text)?.rest ?? null,
    wish: () => languageWish(text),
  }[kind]();
  return found === null ? '-' : String(found);
}

/** What was meant, down, against what was understood, across, as far as they differ from nothing. */
export function confusion(all: readonly Phrase[]): string {
  const names = [...new Set(all.flatMap(({ meant, understood }) => [meant, understood]))];
  const cell = (text: string, at: number): string => (at === 0 ? text.padEnd(20) : text.padStart(12));
  const row = (meant: string): string => {
    const counts = names.map((one) => all.filter((p) => p.meant === meant && p.understood === one).length);
    return [meant, ...counts.map((count) => (count === 0 ? '·' : String(count)))].map(cell).join('');
  };
  return [['meant \\ understood', ...names].map(cell).join(''), ...names.map(row)].join('\n');
}
