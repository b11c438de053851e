import { fullMoment } from '../../conversation/words/moment.ts';
import type { Signature } from '../../domain/commitment/commitment.ts';
import { inLanguage } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { say } from '../../locales/say.ts';
import { html } from '../html.ts';
import { page } from './layout.ts';

/** What somebody signed, as they read it, to print or to save: on one page of paper. */
export function copyPage(playbook: Playbook, signature: Signature): string {
  const { language, title, text, version, name, known, site: workplace } = signature;
  const site = playbook.sites.get(workplace ?? '');
  const at = fullMoment(
    Temporal.Instant.fromEpochMilliseconds(signature.at).toZonedDateTimeISO(playbook.timezone),
    language,
  );
  const who = [known?.name, known?.email].filter((part) => part != null).join(', ');
  return page(
    language,
    title,
    html`
<header><p>${playbook.name}</p><h1>${title}</h1></header>
<main><section class="step">
${text.split(/\n+/).map((paragraph) => html`<p>${paragraph}</p>`)}
<p>${say(language, 'commitment.version', { version })}</p>
</section>
<section class="step">
<p>${say(language, 'commitment.page-signed', { name, at })}</p>
${site !== undefined && html`<p>${say(language, 'commitment.page-workplace', { site: inLanguage(site.name, language, playbook.languages) })}</p>`}
<p>${known === null ? say(language, 'commitment.page-unknown') : say(language, 'commitment.page-known', { who })}</p>
</section></main>`,
  );
}
