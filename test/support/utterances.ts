import { readFileSync } from 'node:fs';
import type { Intent, Understanding } from '../../src/conversation/understanding/understand.ts';
import type { Shipped } from './playbooks.ts';

/** A sentence that an employee wrote, and what it means. */
export interface Utterance {
  readonly organisation: Shipped;
  readonly text: string;
  readonly intent: Intent;
  readonly service: string | null;
  readonly scope: string | null;
}

/** One sentence with what was understood. */
export interface Judged {
  readonly said: Utterance;
  readonly understood: Understanding;
}

/** The sentences of a file beside this one. */
export function utterances(file: string): readonly Utterance[] {
  const text = readFileSync(new URL(`./utterances/${file}.tsv`, import.meta.url), 'utf8');
  return text.trim().split('\n').slice(1).map(utterance);
}

function utterance(line: string): Utterance {
  const [organisation = '', text = '', intent = '', service = '-', scope = '-'] = line.split('\t');
  return {
    organisation: organisation as Shipped,
    text,
    intent: intent as Intent,
    service: service === '-' ? null : service,
    scope: scope === '-' ? null : scope,
  };
}

/** The share of sentences for which something is right. */
export function share(judged: readonly Judged[], right: (one: Judged) => boolean): number {
  return judged.filter(right).length / judged.length;
}

/** Intents that were meant, down, against those that were understood, across. */
export function confusionTable(judged: readonly Judged[], intents: readonly Intent[]): string {
  const head = ['meant \\ understood', ...intents].map((name, index) => cell(name, index)).join('');
  const rows = intents.map((meant) => {
    const counts = intents.map((understood) =>
      count(judged, (one) => one.said.intent === meant && one.understood.intent === understood),
    );
    return [meant, ...counts.map((number) => (number === 0 ? '·' : String(number)))].map(cell).join('');
  });
  return [head, ...rows].join('\n');
}

function count(judged: readonly Judged[], which: (one: Judged) => boolean): number {
  return judged.filter(which).length;
}

function cell(text: string, index: number): string {
  return index === 0 ? text.padEnd(20) : text.padStart(11);
}
