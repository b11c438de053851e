import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { slackManifest } from '../../../../src/cli/package/slack.ts';
import type { SlackApp } from '../../../../src/cli/package/slack-app.ts';
import { manifestShape, type SlackManifest } from './schema.ts';

/** An app as an administrator may describe it. */
export const APP: SlackApp = {
  ...{ mode: 'http', host: 'bot.kommun.se', name: 'Driftvakt', botName: 'driftvakt', language: 'en' },
  ...{ isOrgWide: false, isForSeveral: false },
};

export const MODES = ['http', 'socket'] as const;

/** A manifest as it lies in the folder. */
export function template(mode: SlackApp['mode']): SlackManifest {
  const file = new URL(`../../../../manifests/slack/${mode}.yaml`, import.meta.url);
  return manifestShape.parse(parse(readFileSync(file, 'utf8')));
}

/** A manifest as it is written for somebody. */
export function written(app: Partial<SlackApp> = {}): SlackManifest {
  return manifestShape.parse(parse(slackManifest({ ...APP, ...app })));
}
