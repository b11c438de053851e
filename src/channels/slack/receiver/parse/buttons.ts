import { z } from 'zod';
import { valueInView } from '../../modal.ts';
import { SLACK_RECEIVER_LIMITS } from '../limits.ts';
import { object } from './shapes.ts';

const sign = z.string().min(1).max(SLACK_RECEIVER_LIMITS.choice);
const button = z.object({
  choice: sign,
  /** Whose conversation it belongs to. */
  of: sign,
  /** The key of the message on which it stands. */
  on: sign,
});

/** What a button of ours says about itself. */
export type Button = z.output<typeof button>;

/** Reads a button's value, which is JSON; null for what is none of ours. */
export function buttonFrom(value: string | null): Button | null {
  const { data } = button.safeParse(jsonOf(value, SLACK_RECEIVER_LIMITS.value));
  return data === undefined ? null : wellFormed(data);
}

/** @param max characters; more than that is none of ours */
export function jsonOf(text: string | null, max: number): unknown {
  if (text === null || text.length > max) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function wellFormed({ choice, of, on }: Button): Button {
  return { choice: choice.toWellFormed(), of: of.toWellFormed(), on: on.toWellFormed() };
}

const option = z.object({ value: z.string() }).nullish();
/** What of an input's state is of interest; `selected_option` is null where nothing is chosen. */
const input = z.object({
  value: z.string().nullish(),
  selected_option: option,
  selected_options: z.array(z.object({ value: z.string() })).optional(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
});
const state = z.object({ values: z.record(z.string(), object) });

/** What was filled in, by the id of the field: `state.values[block][field]`. What was left empty is empty. */
export function fieldsOf(value: unknown): Readonly<Record<string, string>> {
  const { data } = state.safeParse(value);
  const inputs = Object.values(data?.values ?? {}).flatMap((block) => Object.entries(block));
  const fields = inputs.slice(0, SLACK_RECEIVER_LIMITS.fields).flatMap(([id, filled]) => {
    const text = textOf(filled);
    return text === null || id.length > SLACK_RECEIVER_LIMITS.choice ? [] : [[id, text] as const];
  });
  return Object.fromEntries(
    fields.map(([id, text]) => [
      id.toWellFormed(),
      text.slice(0, SLACK_RECEIVER_LIMITS.field).toWellFormed(),
    ]),
  );
}

function textOf(filled: unknown): string | null {
  const { data } = input.safeParse(filled);
  if (data === undefined) return null;
  const { selected_option: chosen, selected_options: several } = data;
  if (chosen !== undefined) return valueInView(chosen?.value ?? null);
  if (several !== undefined) return several.map(({ value }) => valueInView(value)).join(', ');
  return data.value ?? data.selected_date ?? data.selected_time ?? '';
}
