import { readFileSync } from 'node:fs';
import { type Document, parse, parseDocument, visit } from 'yaml';
import { z } from 'zod';
import type { SlackApp } from './slack-app.ts';

const FOLDER = new URL('../../../manifests/slack/', import.meta.url);
/** What stands in the manifests where the name and the host of an installation belong. */
const NAME = 'Driftvakt';
const HOST = 'https://bot.example.org/';
/** Where Slack leads whoever has installed the app. */
const REDIRECT = 'slack/oauth_redirect';

const shown = z.record(z.string(), z.string());
/** The words of a further language (manifests/slack/words). */
const words = z.strictObject({
  description: z.string(),
  long_description: z.string(),
  shortcuts: z.record(z.string(), shown),
  slash_commands: z.record(z.string(), shown),
});

/** The manifest as YAML, with the comments within its template. */
export function slackManifest(app: SlackApp): string {
  const template = readFileSync(new URL(`${app.mode}.yaml`, FOLDER), 'utf8');
  // Its head tells how to fill it in.
  const manifest = parseDocument(template.replace(/^(?:#.*\n)+/, ''));
  if (app.language !== 'en') translate(manifest, app.language);
  manifest.setIn(['display_information', 'name'], app.name);
  manifest.setIn(['features', 'bot_user', 'display_name'], app.botName);
  rename(manifest, app.name);
  if (app.host !== null) settle(manifest, app.host);
  if (app.isOrgWide) manifest.setIn(['settings', 'org_deploy_enabled'], true);
  if (app.isForSeveral) {
    manifest.setIn(['settings', 'token_rotation_enabled'], true);
    manifest.setIn(['oauth_config', 'redirect_urls'], [`https://${app.host}/${REDIRECT}`]);
  }
  return manifest.toString({ lineWidth: 0 });
}

function translate(manifest: Document, language: string): void {
  const said = words.parse(parse(readFileSync(new URL(`words/${language}.yaml`, FOLDER), 'utf8')));
  manifest.setIn(['display_information', 'description'], said.description);
  manifest.setIn(['display_information', 'long_description'], said.long_description);
  put(manifest, ['features', 'shortcuts'], 'callback_id', said.shortcuts);
  put(manifest, ['features', 'slash_commands'], 'command', said.slash_commands);
}

/** Puts words into the items of a list, each of which is known by one of its fields. */
function put(
  manifest: Document,
  path: readonly string[],
  key: string,
  said: Readonly<Record<string, Readonly<Record<string, string>>>>,
): void {
  for (let i = 0; manifest.hasIn([...path, i]); i += 1) {
    const name = String(manifest.getIn([...path, i, key]));
    for (const [field, text] of Object.entries(said[name] ?? {})) manifest.setIn([...path, i, field], text);
  }
}

function rename(manifest: Document, name: string): void {
  const path = ['display_information', 'long_description'];
  manifest.setIn(
    path,
    String(manifest.getIn(path)).replaceAll(NAME, () => name),
  );
}

/** Each address is replaced as a parsed value, so that nothing that is filled in can change the file's structure. */
function settle(manifest: Document, host: string): void {
  visit(manifest, {
    Scalar(_key, node) {
      if (typeof node.value === 'string' && node.value.startsWith(HOST))
        node.value = node.value.replace(HOST, () => `https://${host}/`);
    },
  });
}
