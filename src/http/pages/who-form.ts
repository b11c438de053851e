import { inLanguage, type LocalText } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { TextKey } from '../../locales/catalogue.ts';
import { say } from '../../locales/say.ts';
import { type Html, html } from '../html.ts';
import type { WhoRequest } from './who-page.ts';

/** Picks service, site, role and time. A plain form: it works without JavaScript. */
export function whoForm(playbook: Playbook, request: WhoRequest): Html {
  const { situation, language, chosenAt, now, key } = request;
  const named = (entries: ReadonlyMap<string, { readonly name: LocalText }>) =>
    [...entries].map(([id, { name }]): [string, LocalText] => [id, name]);
  const at = (chosenAt ?? now).toPlainDateTime().toString({ smallestUnit: 'minute' });
  const changed = situation.service !== null || situation.site !== null || situation.role !== null;
  return html`<details${changed && html` open`}><summary>${say(language, 'form.change')}</summary>
<form action="/who/${playbook.organisation}" method="get">
<input type="hidden" name="class" value="${situation.class}">
${language !== playbook.languages[0] && html`<input type="hidden" name="lang" value="${language}">`}
${key !== null && html`<input type="hidden" name="key" value="${key}">`}
${choice(playbook, request, 'service', named(playbook.services))}
${choice(playbook, request, 'site', named(playbook.sites))}
${choice(playbook, request, 'role', [...playbook.roles])}
<label>${say(language, 'form.at')}<input type="datetime-local" name="at" value="${chosenAt === null ? '' : at}"></label>
<button>${say(language, 'form.show')}</button>
</form></details>`;
}

function choice(
  playbook: Playbook,
  request: WhoRequest,
  field: 'service' | 'site' | 'role',
  entries: readonly (readonly [string, LocalText])[],
): Html | null {
  if (entries.length === 0) return null;
  const { language, situation } = request;
  const label: TextKey = `form.${field}`;
  return html`<label>${say(language, label)}<select name="${field}"><option value="">${say(language, 'form.any')}</option>${entries.map(
    ([id, name]) =>
      html`<option value="${id}"${situation[field] === id && html` selected`}>${inLanguage(name, language, playbook.languages)}</option>`,
  )}</select></label>`;
}
