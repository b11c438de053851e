import service from '../../../package.json' with { type: 'json' };
import { readEnvironment } from '../../config/environment.ts';
import { type Terminal, UsageError } from '../terminal.ts';
import { hostOf, lineOf, quoted } from './checks.ts';

/** What an administrator says about the app. */
export interface IdentityOptions {
  readonly appId?: string;
  readonly host: string;
  readonly name: string;
  readonly appVersion?: string;
  readonly developer?: string;
  readonly website?: string;
  readonly privacy?: string;
  readonly terms?: string;
}

/** What the manifest's placeholders stand for. */
export interface Identity {
  readonly appId: string;
  readonly host: string;
  readonly name: string;
  readonly version: string;
  readonly developer: string;
  readonly website: string;
  readonly privacy: string;
  readonly terms: string;
}

/** Microsoft's limits for texts in a manifest. */
const NAME = { max: 30, taker: 'Teams' };
const DEVELOPER = { max: 32, taker: 'Teams' };
const MAX_ADDRESS = 2048;
const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const NO_GUID = '00000000-0000-0000-0000-000000000000';
const VERSION = /^(?:0|[1-9]\d{0,4})(?:\.(?:0|[1-9]\d{0,4})){2}$/;

/**
 * Checks what is said about the app.
 * @throws UsageError naming the first that is wrong, and what would be right.
 */
export function identityOf(terminal: Terminal, options: IdentityOptions): Identity {
  const host = hostOf(options.host);
  const name = lineOf('--name', options.name, NAME);
  const website = addressOf('--website', options.website) ?? `https://${host}/`;
  return {
    appId: appIdOf(options.appId, readEnvironment(terminal.environment).MicrosoftAppId),
    host,
    name,
    version: versionOf(options.appVersion ?? service.version),
    developer: lineOf('--developer', options.developer ?? name, DEVELOPER),
    website,
    privacy: addressOf('--privacy', options.privacy) ?? website,
    terms: addressOf('--terms', options.terms) ?? website,
  };
}

function appIdOf(option: string | undefined, variable: string | undefined): string {
  const [source, text] = option === undefined ? ['MicrosoftAppId', variable] : ['--app-id', option];
  if (text === undefined || (text === '' && option === undefined))
    throw new UsageError('no app id; give --app-id, or set MicrosoftAppId to the id of the bot in Azure');
  const id = text.trim().toLowerCase();
  if (GUID.test(id) && id !== NO_GUID) return id;
  throw new UsageError(
    `${source} ${quoted(text)} is no app id; write the GUID that Azure shows as “Microsoft App ID” of the bot`,
  );
}

function versionOf(text: string): string {
  if (VERSION.test(text)) return text;
  throw new UsageError(
    `--app-version ${quoted(text)} is no version; write three numbers with dots, as in 1.0.0`,
  );
}

function addressOf(option: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol === 'https:' && url.href.length <= MAX_ADDRESS) return url.href;
  throw new UsageError(`${option} ${quoted(text)} is no address; write it with https://`);
}
