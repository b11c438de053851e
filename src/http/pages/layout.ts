import type { Language } from '../../domain/organisation/language.ts';
import { type Html, html, trusted } from '../html.ts';
import { STYLE } from './style.ts';

/** What only some pages have. */
export interface PageExtras {
  /** Style beyond that of every page; the policy that the page is sent with has to let it through. */
  readonly style?: string;
  /** Links and scripts of the head. */
  readonly head?: Html;
}

/** A whole page around its content. */
export function page(
  language: Language,
  title: string,
  content: Html,
  { style = '', head }: PageExtras = {},
): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="format-detection" content="telephone=no">
<title>${title}</title>
<style>${trusted(STYLE + style)}</style>
${head}</head>
<body><div class="page">${content}</div></body>
</html>
`.toString();
}

/** A page that says only one thing, such as that it does not exist. */
export function messagePage(language: Language, title: string, message: string): string {
  return page(language, title, html`<header><h1>${title}</h1></header><main><p>${message}</p></main>`);
}
