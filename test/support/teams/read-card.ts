import { cleanText } from '../../../src/conversation/plain-text/clean.ts';
import { parts } from '../shown.ts';

type Json = { readonly [key: string]: unknown };

/** A button of a card, with what pressing it sends. */
export interface CardButton {
  readonly title: string;
  readonly data: Json & { readonly choice: string; readonly of: string; readonly on: string };
}

/** The card of a message; null if it is none. */
export function cardOf({ attachments = [] }: Json): Json | null {
  const [first] = attachments as { contentType: string; content: Json }[];
  return first?.contentType === 'application/vnd.microsoft.card.adaptive' ? first.content : null;
}

/** What a message says, as a reader sees it: texts, facts, fields, and the words on links. */
export function textOfMessage(message: Json): string {
  const card = cardOf(message);
  if (card === null) return String(message.text ?? '');
  return cleanText(parts(withoutLines(card.body)).map(textOfPart).filter(Boolean).join('\n'));
}

/** Without the choices that stand as lines to press (cards/parts/choices.json): they are buttons. */
function withoutLines(body: unknown): unknown[] {
  return (body as Json[]).filter(({ id }) => !String(id).startsWith('option-'));
}

function textOfPart({ type, text, facts, title, label, url, altText }: Json): string {
  switch (type) {
    case 'TextBlock':
    case 'TextRun':
      return String(text);
    case 'FactSet':
      return (facts as { title: string; value: string }[])
        .map((fact) => `${fact.title} ${fact.value}`)
        .join('\n');
    case 'Action.OpenUrl':
      return `${title} ${url}`;
    case 'Image':
      return String(altText ?? '');
    default:
      return typeof label === 'string' ? label : '';
  }
}

/** What can be pressed. */
export function buttonsOf(message: Json): CardButton[] {
  return parts(cardOf(message)?.body)
    .filter(({ type }) => type === 'Action.Execute')
    .map(({ title, data }) => ({ title: cleanText(String(title)), data: data as CardButton['data'] }));
}

/** What the button that opens the dialog of a form sends; null: there is none. */
export function dialogOf(message: Json): Json | null {
  const data = parts(cardOf(message)?.body).map((part) => part.data as Json | undefined);
  return data.find((each) => each?.dialog !== undefined) ?? null;
}

/** The button of an opened dialog, what it sends, and what the fields hold. */
export function openedDialog(answer: unknown): {
  readonly title: string;
  readonly data: Json;
  readonly held: Readonly<Record<string, string>>;
} {
  const all = parts(answer);
  const button = all.find(({ type }) => type === 'Action.Submit');
  const inputs = all.filter(({ type }) => String(type).startsWith('Input.'));
  const held = Object.fromEntries(inputs.map(({ id, value }) => [String(id), String(value ?? '')]));
  return { title: cleanText(String(button?.title)), data: (button?.data ?? {}) as Json, held };
}
