import type { NoticeFault } from '../../../domain/notices/commands.ts';
import { LOCALE_TAGS } from '../../../locales/say.ts';
import type { LineFault, NotUnderstood } from '../../notices/reading/faults.ts';
import { cut } from '../../plain-text/clean.ts';
import type { Talk } from '../../talk.ts';
import { type DraftField, fieldOfFault } from './fields.ts';

/** What is wrong with a field of a draft, in words. */
export interface FieldFault {
  readonly field: string;
  readonly text: string;
}

/** Characters of a line that are shown again. */
const SHOWN = 60;

/** A command's fault in words, next to its field. */
export function noticeFault(talk: Talk, { field, why }: NoticeFault): FieldFault {
  const [, part] = /^(?:parts|support)\.(\d+)\./.exec(field) ?? [];
  const text = talk.say(`notice-fault.${why}`);
  return {
    field: fieldOfFault(field),
    text: part === undefined ? text : talk.say('author.fault-line', { line: part, why: text }),
  };
}

/** A line that was not understood: which, and why. */
export function lineFault(talk: Talk, field: string, { line, text, why, what }: LineFault): FieldFault {
  const reason = reasonOf(talk, why, what);
  return {
    field,
    text: talk.say('author.fault-in-line', { line, text: cut(text, SHOWN), why: reason }),
  };
}

/** A moment, or some names, that were not understood. */
export function momentFault(talk: Talk, field: string, { why, what }: NotUnderstood): FieldFault {
  const text =
    why === 'not-understood' ? talk.say('author.fault-unknown', { what }) : reasonOf(talk, why, what);
  return { field, text };
}

function reasonOf(talk: Talk, why: LineFault['why'], what: string): string {
  return talk.say(`part-fault.${why}`, { what: why === 'wrong-weekday' ? weekdayOf(talk, what) : what });
}

/** "Saturday 29 October 2022". */
function weekdayOf({ language }: Talk, day: string): string {
  const shown = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return Temporal.PlainDate.from(day).toLocaleString(LOCALE_TAGS[language], shown);
}

/** The faults as a form shows them above its fields, each with the name of its own. */
export function faultLines(faults: readonly FieldFault[], fields: readonly DraftField[]): string[] {
  return faults.map(({ field, text }) => {
    const label = fields.find(({ id }) => id === field)?.label;
    return label === undefined ? text : `${label}: ${text}`;
  });
}
