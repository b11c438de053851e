import { readFileSync } from 'node:fs';
import manifest from '../../../manifests/teams/manifest.json' with { type: 'json' };
import type { Identity } from './identity.ts';
import type { PackedFile } from './zip.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Nynorsk is answered in Bokmål, as everywhere in the product; English would be further away. */
const SAME_WORDS: Readonly<Record<string, string>> = { 'nn.json': 'nb.json' };
const FOLDER = new URL('../../../manifests/teams/', import.meta.url);

/** The files of the Teams app: the manifest, the words in each further language, and the two icons. */
export function teamsFiles(identity: Identity): PackedFile[] {
  const languages = manifest.localizationInfo.additionalLanguages.map(({ file }) => file);
  const { color, outline } = manifest.icons;
  return [
    ...['manifest.json', ...languages].map((name) => ({
      name,
      bytes: filledFile(SAME_WORDS[name] ?? name, identity),
    })),
    ...[color, outline].map((name) => ({ name, bytes: readFileSync(new URL(name, FOLDER)) })),
  ];
}

function filledFile(name: string, identity: Identity): Uint8Array {
  const template = JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Json;
  return new TextEncoder().encode(`${JSON.stringify(filled(template, identity), null, 2)}\n`);
}

/** Placeholders are filled in parsed texts, so that nothing that is filled in can change the file's structure. */
function filled(part: Json, identity: Identity): Json {
  if (typeof part === 'string')
    return part.replaceAll(/\$\{(\w+)\}/g, (_, key: string) => fillFor(key, identity));
  if (Array.isArray(part)) return part.map((each: Json) => filled(each, identity));
  if (part === null || typeof part !== 'object') return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, filled(value, identity)]));
}

function fillFor(key: string, identity: Identity): string {
  const value = Object.entries(identity).find(([name]) => name === key)?.[1];
  if (value === undefined) throw new Error(`manifests/teams has a placeholder that nothing fills: ${key}`);
  return value;
}
