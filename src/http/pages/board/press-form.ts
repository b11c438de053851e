import { type Html, html } from '../../html.ts';
import type { BoardView } from './view.ts';

/** Something that can be pressed on a page of the board. */
export interface Pressable {
  /** Where it is sent. */
  readonly address: string;
  /** Names what is pressed on this page: pressed twice it is done once. */
  readonly once: string;
  readonly deed: string;
  readonly label: string;
}

/** A form of one button, which needs no script. @param field what is asked for with it */
export function pressForm(
  { proof }: Pick<BoardView, 'proof'>,
  { address, once, deed, label }: Pressable,
  field: Html | null = null,
): Html {
  return html`<form action="${address}" method="post"><input type="hidden" name="proof" value="${proof}"><input type="hidden" name="once" value="${once}"><input type="hidden" name="deed" value="${deed}">${field}<button>${label}</button></form>`;
}

/** What is seen when its label is pressed. */
export function folded(label: string, content: Html, open: boolean): Html {
  return html`<details${open && html` open`}><summary>${label}</summary>${content}</details>`;
}
