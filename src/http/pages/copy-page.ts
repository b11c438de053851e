import { copyInWords } from '../../conversation/commitment/copy-words.ts';
import type { Signature } from '../../domain/commitment/commitment.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { say } from '../../locales/say.ts';
import { html } from '../html.ts';
import { page } from './layout.ts';

/** What somebody signed, as they read it, to print or to save: on one page of paper. @param pdf where the same is a PDF */
export function copyPage(playbook: Playbook, signature: Signature, pdf: string): string {
  const { language } = signature;
  const { title, paragraphs, version, signed } = copyInWords(playbook, signature);
  return page(
    language,
    title,
    html`
<header><p>${playbook.name}</p><h1>${title}</h1></header>
<main><p class="screen-only"><a href="${pdf}">${say(language, 'commitment.pdf')}</a></p>
<section class="step">
${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
<p>${version}</p>
</section>
<section class="step">
${signed.map((line) => html`<p>${line}</p>`)}
</section></main>`,
  );
}
