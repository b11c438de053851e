import { escapedHtml } from '../conversation/plain-text/html.ts';

/** Markup that is safe to put on a page as it is. Made only by `html` and `trusted`. */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

type Part = Html | string | number | null | undefined | false | readonly Part[];

/** A template whose values are escaped, so that no text ever becomes markup. Null, undefined and false leave nothing. */
export function html(texts: TemplateStringsArray, ...values: readonly Part[]): Html {
  return new Html(texts.reduce((markup, text, i) => markup + render(values[i - 1]) + text));
}

/** Our own constant markup, such as a style sheet. Never for text from outside. */
export function trusted(markup: string): Html {
  return new Html(markup);
}

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Html) return part.toString();
  if (typeof part === 'object') return part.map(render).join('');
  return escapedHtml(String(part));
}
