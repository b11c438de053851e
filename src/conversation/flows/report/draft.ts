import type { Picture } from '../../../domain/reports/report.ts';

/** An answer that was given in a report's questions. */
export interface Answered {
  readonly question: string;
  /** An id, or the text that was written. */
  readonly value: string;
  /** The question and the answer in words, for the report; null for what is not told on. */
  readonly trail: { readonly question: string; readonly answer: string } | null;
}

/** A report that is being made. What is asked next follows from the answers, so that each can be taken back. */
export interface Draft {
  /** The playbook that it was asked by: the answers to another one's questions do not count. */
  readonly version: string;
  /** The words that it began with; empty if none told anything. */
  readonly text: string;
  readonly pictures: readonly Picture[];
  /** Understood from those words. */
  readonly service: string | null;
  /** The reporter said that it is critical. */
  readonly stated: boolean;
  /** The reporter said that life or health is in danger: never argued with. */
  readonly danger: boolean;
  /** It has become worse: the circumstances are asked for, whatever a tree said. */
  readonly again: boolean;
  readonly answers: readonly Answered[];
  /** The question that waits for an answer. */
  readonly pending: string | null;
  /** The reference of the report, once it is kept. */
  readonly report: string | null;
  /** Whether the class is decided. */
  readonly decided: boolean;
}

/** A report of which nothing is known. */
export function newDraft(version: string, known: Partial<Draft> = {}): Draft {
  return {
    version,
    text: '',
    pictures: [],
    service: null,
    stated: false,
    danger: false,
    again: false,
    answers: [],
    pending: null,
    report: null,
    decided: false,
    ...known,
  };
}

export function answerTo(draft: Draft, question: string): string | null {
  return draft.answers.find((answer) => answer.question === question)?.value ?? null;
}

/** The draft with an answer, which takes the place of an earlier one to the same question. */
export function answered(draft: Draft, answer: Answered): Draft {
  const others = draft.answers.filter(({ question }) => question !== answer.question);
  return { ...draft, answers: [...others, answer], pending: null };
}
