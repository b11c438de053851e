import { TEAMS_LIMITS } from './limits.ts';
import { literal } from './literal.ts';
import type { TeamsCard } from './render.ts';
import { sizeOf } from './size.ts';

/** What the buttons of a card say besides their choice. */
export interface Sign {
  /** Whose conversation they belong to: in a channel everybody can press them. */
  readonly of: string;
  /** The key of the message. */
  readonly on: string;
}

/** The id of what a form holds before it is sent (cards/form.json). */
const BEFORE = 'before';
/** How the ids of choices begin that are no buttons (cards/parts/choices.json). */
const OPTION = 'option-';

/** What an action and the one in its place have in common. */
const SHARED = ['title', 'style', 'mode', 'associatedInputs'] as const;

interface Node {
  readonly type?: unknown;
  readonly [property: string]: unknown;
}

/**
 * A card whose buttons say where they belong. Clients that do not know `Action.Execute` get `Action.Submit` in its
 * place, which comes as a message. An `Action.Submit` of the card's own opens a dialog, or sends one. A card that is too
 * large with all that has no such second buttons: no client of today needs them, and everybody reads the words.
 */
export function signedCard(card: TeamsCard, sign: Sign): TeamsCard {
  const signed = mapped(card, (node) => withSign(node, sign, true)) as TeamsCard;
  const fits = sizeOf(signed) <= TEAMS_LIMITS.cardBytes;
  return fits ? signed : (mapped(card, (node) => withSign(node, sign, false)) as TeamsCard);
}

function withSign(node: Node, sign: Sign, hasFallback: boolean): Node {
  if (node.type !== 'Action.Execute' && node.type !== 'Action.Submit') return node;
  const data = { ...(node.data as object), ...sign };
  if (node.type === 'Action.Submit' || !hasFallback) return { ...node, data };
  const fallback: Record<string, unknown> = { type: 'Action.Submit', data };
  for (const name of SHARED) if (node[name] !== undefined) fallback[name] = node[name];
  return { ...node, data, fallback };
}

/** A card that was answered: nothing on it can be pressed or filled in but numbers to call, and it says what was chosen. */
export function spentCard(card: TeamsCard, chosen: string | null): TeamsCard {
  const { body, ...rest } = mapped(card, (node) => (isQuestion(node) ? null : node)) as TeamsCard;
  const line = {
    type: 'RichTextBlock',
    spacing: 'Medium',
    inlines: [{ type: 'TextRun', text: `✓ ${literal(chosen ?? '')}`, weight: 'Bolder' }],
  };
  return { ...rest, body: chosen === null ? body : [...body, line] };
}

/** What an answer makes untrue: what can be pressed and filled in, and what a form held before it was sent. */
function isQuestion({ type, id, actions }: Node): boolean {
  if (type === 'ActionSet') return Array.isArray(actions) && actions.length === 0;
  if (type === 'Container' && typeof id === 'string' && (id === BEFORE || id.startsWith(OPTION))) return true;
  const asks = type === 'Action.Execute' || type === 'Action.Submit';
  return asks || (typeof type === 'string' && type.startsWith('Input.'));
}

/** Every part of a card as `change` has it, innermost first; null takes it away. Written for speed: it runs for each message. */
function mapped(value: unknown, change: (node: Node) => Node | null): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const item of value) {
      const kept = mapped(item, change);
      if (kept !== null) items.push(kept);
    }
    return items;
  }
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const kept = mapped((value as Node)[name], change);
    if (kept !== null) copy[name] = kept;
  }
  return change(copy);
}
