import { readFileSync } from 'node:fs';
import type { Playbook } from '../../src/domain/organisation/playbook.ts';
import { playbookFrom, shippedText } from './playbooks.ts';

/** The five municipalities of scenario E, each with a playbook of its own, and the department that serves them. */
export const MUNICIPALITIES = ['heby', 'alvkarleby', 'knivsta', 'tierp', 'osthammar'] as const;
export type Municipality = (typeof MUNICIPALITIES)[number];
export const DEPARTMENT = 'itcentrum';

/** Each in a workspace of its own, with a channel for notices; `with` adds to a municipality's channels. */
export function servedPlaybooks(added: Partial<Record<Municipality | 'itcentrum', string>> = {}) {
  const department = inWorkspace(
    shippedText('itcentrum').replace('notices:\n', `notices:\n${channels(DEPARTMENT, added.itcentrum)}`),
    DEPARTMENT,
  );
  const all = MUNICIPALITIES.map((id) => inWorkspace(textOf(id, added[id]), id));
  return new Map(
    [department, ...all].map((text) => playbookFrom(text)).map((each) => [each.organisation, each]),
  );
}

/** The channel in which an organisation reads notices. */
export function channelOf(organisation: string): string {
  return `slack/${organisation}/T${code(organisation)}/C${code(organisation)}`;
}

export function example(name: 'tierp' | 'alvkarleby'): Playbook {
  return playbookFrom(exampleText(name));
}

/** Those that ship no example are like Älvkarleby, with the same ids as the department and in two languages. */
function textOf(id: Municipality, added = ''): string {
  if (id === 'tierp') return exampleText(id).replace('notices:\n', `notices:\n${channels(id, added)}`);
  const like = `${exampleText('alvkarleby')}\nnotices:\n${channels(id, added)}`;
  if (id === 'alvkarleby') return like;
  return like
    .replaceAll('alvkarleby', id)
    .replace('Älvkarleby kommun', `${id} kommun`)
    .replaceAll('home-care-planning', 'tes')
    .replace('languages: [sv]', 'languages: [en, sv]');
}

function exampleText(name: string): string {
  return readFileSync(new URL(`../../playbooks/examples/${name}.yaml`, import.meta.url), 'utf8');
}

function inWorkspace(text: string, id: string): string {
  return `${text}\nslack: { workspaces: [T${code(id)}], desk: CDESK${code(id)} }\n`;
}

function channels(id: string, added = ''): string {
  return `  channels:\n    - { slack: C${code(id)}, name: "#drift-${id}" }\n${added}`;
}

function code(id: string): string {
  return id.toUpperCase();
}
