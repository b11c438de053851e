import { say } from '../../locales/say.ts';
import type { SmallPage } from '../../ports/small-page.ts';
import { html } from '../html.ts';
import type { PageReply } from '../reply.ts';
import { page } from './layout.ts';

/** A channel's page, with the look of all others. */
export function smallPage(given: SmallPage): PageReply {
  const { status, language, title, paragraphs, list, code, action, remark, others } = given;
  const content = html`
<header><p>${say(language, 'page.home-title')}</p><h1>${title}</h1></header>
<main><section class="step">
${paragraphs.map((text) => html`<p>${text}</p>`)}
${code !== null && html`<pre tabindex="0">${code}</pre>`}
${list !== null && html`<h2 class="lead">${list.heading}</h2><ul class="points">${list.items.map((item) => html`<li>${item}</li>`)}</ul>`}
${action !== null && html`<a class="way action" href="${action.address}">${action.words}</a>`}
${remark !== null && html`<p class="remark">${remark}</p>`}
</section></main>
${
  others.length > 0 &&
  html`<footer><nav class="languages" aria-label="${say(language, 'form.language')}">${others.map(
    ({ language: other, address }) =>
      html`<a href="${address}" hreflang="${other}" lang="${other}">${say(other, 'language.name')}</a>`,
  )}</nav></footer>`
}`;
  return { status, body: page(language, title, content) };
}
