import type { TeamsCard } from '../render.ts';

/** The response to an invoke: `body` as JSON, or nothing. */
export interface InvokeAnswer {
  readonly status: number;
  readonly body: object | null;
}

/** Nobody here knows this invoke. */
export const NOT_IMPLEMENTED: InvokeAnswer = { status: 501, body: null };

/**
 * Puts a card in the place of the pressed one, for whoever pressed it.
 * Source: learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model, “Response format”.
 */
export function cardAnswer(card: TeamsCard): InvokeAnswer {
  const type = 'application/vnd.microsoft.card.adaptive';
  return { status: 200, body: { statusCode: 200, type, value: card } };
}

/** Leaves the pressed card as it is, and tells whoever pressed it something. */
export function wordsAnswer(text: string): InvokeAnswer {
  const type = 'application/vnd.microsoft.activity.message';
  return { status: 200, body: { statusCode: 200, type, value: text } };
}
