import type { Language } from '../../../domain/organisation/language.ts';
import { say } from '../../../locales/say.ts';
import { html } from '../../html.ts';
import { AS_OF } from '../../status/as-of.ts';
import type { StatusView } from '../../status/view.ts';
import { page } from '../layout.ts';
import { bannerOf } from './banner.ts';
import { STATUS_STYLE } from './style.ts';

/**
 * All organisations of the installation whose page is open to everybody, each in its own language.
 * @param addressOf the address of an organisation's page
 * @returns with `AS_OF` where the time is to stand
 */
export function allStatusPage(
  language: Language,
  views: readonly StatusView[],
  addressOf: (view: StatusView) => string,
  as: 'page' | 'copy',
): string {
  const title = say(language, 'status.all-title');
  const content = html`<header><h1>${title}</h1></header>
<main>${as === 'copy' && html`<p class="notice">${say(language, 'status.copy', { at: AS_OF })}</p>`}
${views.length === 0 && html`<p>${say(language, 'status.none-open')}</p>`}
<ul class="list organisations">${views.map((view) => {
    const { tone, headline, lines } = bannerOf(view);
    return html`<li lang="${view.language}"><a class="${tone}" href="${addressOf(view)}">${view.playbook.name}<small><strong>${headline}</strong></small>${lines.map((line) => html`<small>${line}</small>`)}</a></li>`;
  })}</ul></main>
<footer><p>${say(language, 'who.checked-at', { at: AS_OF })}</p></footer>`;
  return page(language, title, content, { style: STATUS_STYLE });
}
