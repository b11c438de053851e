import type { Reply } from '../../../src/conversation/messages.ts';

type Fields = Readonly<Record<string, string>>;

/** What a form sends that was filled in: its fields as they were shown, but for those that were changed. */
export function shownFields(replies: readonly Reply[], changed: Fields): Fields {
  const form = replies.map(({ message }) => message).findLast(({ kind }) => kind === 'form');
  if (form?.kind !== 'form') throw new Error('no form was shown');
  const unknown = Object.keys(changed).filter((name) => !form.fields.some(({ id }) => id === name));
  if (unknown.length > 0) throw new Error(`the form has no ${unknown.join(', ')}`);
  return { ...Object.fromEntries(form.fields.map(({ id, value }) => [id, value])), ...changed };
}
