import type { Playbook } from '../../domain/organisation/playbook.ts';
import { say } from '../../locales/say.ts';
import { html } from '../html.ts';
import { page } from './layout.ts';

/** The way in: every organisation, in its own language. */
export function homePage(playbooks: ReadonlyMap<string, Playbook>): string {
  const entries = [...playbooks.values()].map(({ organisation, name, languages: [language] }) => {
    return html`<li><a href="/who/${organisation}" lang="${language}">${name}<small>${say(language, 'who.title')}</small></a> <a class="paper-link" href="/routine/${organisation}" lang="${language}">${say(language, 'routine.link')}</a></li>`;
  });
  return page(
    'en',
    'Driftvakt',
    html`<header><h1>${say('en', 'page.home-title')}</h1><p>${say('en', 'page.home-intro')}</p></header><main><ul class="list">${entries}</ul></main>`,
  );
}
