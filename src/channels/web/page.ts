import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { escapedHtml } from '../../conversation/plain-text/html.ts';
import { LANGUAGES, type Language } from '../../domain/organisation/language.ts';
import type { TextKey } from '../../locales/catalogue.ts';
import { say } from '../../locales/say.ts';
import { addressOf } from './organisations.ts';
import type { OrganisationPage, PlaygroundParts } from './parts.ts';

const TEMPLATE = new URL('page/index.html', import.meta.url);

/** The page, in a language. Its scripts put in all else, and other languages. */
export function playgroundPage(parts: PlaygroundParts, language: Language): string {
  return readFileSync(TEMPLATE, 'utf8')
    .replace('<html lang="en">', `<html lang="${language}">`)
    .replace(/\{\{([\w.-]+)\}\}/g, (_whole, name: string) => {
      if (name === 'pages') return pageLinks(parts);
      return escapedHtml(say(language, name as TextKey));
    });
}

/** The language that the reader's browser asks for, if it is one of ours. */
export function languageOf(request: IncomingMessage, wanted: string | null): Language {
  const asked = [wanted ?? '', ...(request.headers['accept-language'] ?? '').split(',')];
  const tags = asked.map((tag) => tag.split(';')[0]?.trim().toLowerCase().split('-')[0] ?? '');
  const found = tags
    .map((tag) => (tag === 'no' || tag === 'nn' ? 'nb' : tag))
    .find((tag) => LANGUAGES.some((language) => language === tag));
  return (found as Language | undefined) ?? 'en';
}

function pageLinks(parts: PlaygroundParts): string {
  return [...parts.playbooks.values()]
    .map(({ organisation, name, languages: [own] }) => {
      const link = (page: OrganisationPage, key: TextKey) =>
        `<a href="${escapedHtml(addressOf(parts, page, organisation))}">${escapedHtml(say(own, key))}</a>`;
      return `<li lang="${own}"><span class="whose">${escapedHtml(name)}</span> ${link('who', 'who.title')} ${link('routine', 'routine.link')} ${link('status', 'status.title')}</li>`;
    })
    .join('\n');
}
