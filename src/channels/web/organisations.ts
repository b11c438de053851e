import { LANGUAGES, type Language, type LocalText } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { CATALOGUES } from '../../locales/say.ts';
import type { OrganisationPage, PlaygroundParts } from './parts.ts';
import { suggestionsFor } from './suggestions.ts';
import type { NamedThing, OrganisationAnswer, OrganisationsAnswer } from './wire.ts';

const PREFIX = 'playground.';

/** Everything that can be picked, and the page's own words. */
export function organisationsAnswer(parts: PlaygroundParts): OrganisationsAnswer {
  return {
    organisations: [...parts.playbooks.values()].map((playbook) => organisation(playbook, parts)),
    texts: Object.fromEntries(LANGUAGES.map((language) => [language, textsOf(language)])) as Record<
      Language,
      Record<string, string>
    >,
  };
}

/** The address of a page of an organisation. */
export function addressOf(parts: PlaygroundParts, page: OrganisationPage, id: string): string {
  return parts.pageAddress?.(page, id) ?? `/${page}/${id}`;
}

function organisation(playbook: Playbook, parts: PlaygroundParts): OrganisationAnswer {
  const { organisation: id, name, languages, timezone, roles, contacts, sites, services } = playbook;
  return {
    id,
    name,
    languages,
    zone: timezone,
    roles: [...roles].map(([role, called]) => ({ id: role, name: called })),
    duties: [...contacts.values()]
      .filter((contact) => !roles.has(contact.id))
      .map((contact) => ({ id: contact.id, name: contact.role })),
    sites: named(sites),
    services: named(services),
    suggestions: suggestionsFor(playbook),
    pages: {
      who: addressOf(parts, 'who', id),
      routine: addressOf(parts, 'routine', id),
      status: addressOf(parts, 'status', id),
    },
  };
}

function named(things: ReadonlyMap<string, { readonly name: LocalText }>): NamedThing[] {
  return [...things].map(([id, { name }]) => ({ id, name }));
}

function textsOf(language: Language): Record<string, string> {
  const entries = Object.entries(CATALOGUES[language]).filter(([key]) => key.startsWith(PREFIX));
  return Object.fromEntries(entries.map(([key, text]) => [key.slice(PREFIX.length), text]));
}
