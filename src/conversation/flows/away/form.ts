import { AWAY_LIMITS, AWAY_REASONS, type AwayEntry, type AwayReason } from '../../../domain/absence/entry.ts';
import { type FormField, MESSAGE_LIMITS } from '../../messages.ts';
import { cut } from '../../plain-text/clean.ts';
import type { Talk } from '../../talk.ts';
import { type Period, readPeriod } from '../../understanding/periods/period.ts';
import { keepAndTellAs } from './form-keep.ts';
import { coverOf } from './read.ts';
import { timesInWords } from './times.ts';

/** All of an absence in one form; null: a new one of one's own. What may be written in words is said too. */
export function tellForm(talk: Talk, entry: AwayEntry | null): void {
  const id = entry?.id ?? '';
  talk.tell({
    ...{ kind: 'form', title: talk.say('away.form'), text: talk.say('away.form-text') },
    fields: fieldsFor(talk, entry),
    submit: talk.offer(talk.say('away.save'), { do: 'away', entry: id, deed: 'save', value: '' }, 'main'),
    choices: [],
  });
}

/** The form was sent. What cannot be read is said, and the form comes again. */
export function saveForm(
  talk: Talk,
  entry: AwayEntry | null,
  fields: Readonly<Record<string, string>>,
): void {
  const period = periodIn(talk, entry, fields.when ?? '');
  if (period === null) {
    talk.note('away.ask-again', {}, 'warning');
    return tellForm(talk, entry);
  }
  const reason = AWAY_REASONS.find((each) => each === fields.reason) ?? null;
  const emergency = cut((fields.emergency ?? '').trim(), AWAY_LIMITS.words);
  keepAndTellAs(talk, entry, period, {
    ...{ reason, calls: coverOf(talk, fields.calls ?? ''), errands: coverOf(talk, fields.errands ?? '') },
    emergency: emergency === '' ? null : emergency,
  });
}

function periodIn(talk: Talk, entry: AwayEntry | null, text: string): Period | null {
  // What was shown and not touched is what it was.
  if (entry !== null && text.trim() === timesInWords(talk, entry.start, entry.end))
    return { from: entry.start, to: entry.end };
  const read = readPeriod({ language: talk.language, now: talk.now }, text);
  return read.kind === 'period' ? read.period : null;
}

function fieldsFor(talk: Talk, entry: AwayEntry | null): FormField[] {
  const text = (id: string, label: string, value: string, hint: string): FormField => ({
    ...{ id, label, value, options: null, max: AWAY_LIMITS.words, hint: cut(hint, MESSAGE_LIMITS.hint) },
  });
  const reasons = [
    { value: '', label: talk.say('away.reason-none') },
    ...AWAY_REASONS.map((value: AwayReason) => ({ value, label: talk.say(`away.reason-${value}`) })),
  ];
  const when = entry === null ? '' : timesInWords(talk, entry.start, entry.end);
  return [
    text('when', talk.say('away.when'), when, talk.say('away.hint-when')),
    { id: 'reason', label: talk.say('away.reason-who-sees'), value: entry?.reason ?? '', options: reasons },
    text('calls', talk.say('away.calls'), entry?.calls?.words ?? '', talk.say('away.hint-cover')),
    text('errands', talk.say('away.errands'), entry?.errands?.words ?? '', talk.say('away.hint-cover')),
    text('emergency', talk.say('away.emergency'), entry?.emergency ?? '', talk.say('away.hint-emergency')),
  ];
}
