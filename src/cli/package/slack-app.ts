import { LANGUAGES, type Language } from '../../domain/organisation/language.ts';
import { UsageError } from '../terminal.ts';
import { hostOf, lineOf, quoted } from './checks.ts';

/** What an administrator says about the app for Slack. */
export interface SlackAppOptions {
  readonly host?: string;
  readonly socket?: boolean;
  readonly name: string;
  readonly language: string;
  readonly orgWide?: boolean;
  readonly severalWorkspaces?: boolean;
}

/** What is filled into the manifest. */
export interface SlackApp {
  readonly mode: 'http' | 'socket';
  /** Where Slack reaches the service; null where it does not have to. */
  readonly host: string | null;
  readonly name: string;
  /** What the bot's own user is called: Slack takes few characters there. */
  readonly botName: string;
  readonly language: Language;
  /** For all workspaces of an Enterprise organisation at once. */
  readonly isOrgWide: boolean;
  /** Installed with OAuth in each workspace, with tokens that rotate. */
  readonly isForSeveral: boolean;
}

/** Source: https://docs.slack.dev/reference/app-manifest */
const NAME = { max: 35, taker: 'Slack' };

/**
 * Checks what is said about the app.
 * @throws UsageError naming the first that is wrong, and what would be right.
 */
export function slackAppOf(options: SlackAppOptions): SlackApp {
  const { socket = false, orgWide = false, severalWorkspaces = false } = options;
  const name = lineOf('--name', options.name, NAME);
  const host = options.host === undefined ? null : hostOf(options.host);
  if (host === null && !socket)
    throw new UsageError('give --host, the public host name of the service; or --socket, for Socket Mode');
  if (host === null && severalWorkspaces)
    throw new UsageError(
      '--several-workspaces needs --host: people come back there when they installed the app',
    );
  return {
    ...{ mode: socket ? 'socket' : 'http', host, name, botName: botNameOf(name) },
    ...{ language: languageOf(options.language), isOrgWide: orgWide, isForSeveral: severalWorkspaces },
  };
}

/** `a-z 0-9 - _ .` alone, at most 80; so little is left of some names that the product's stands for them. */
function botNameOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9_.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  return /[a-z0-9]/.test(plain) ? plain : 'driftvakt';
}

function languageOf(text: string): Language {
  const language = LANGUAGES.find((each) => each === text.trim().toLowerCase());
  if (language !== undefined) return language;
  throw new UsageError(`--language ${quoted(text)} is none of ${LANGUAGES.join(', ')}`);
}
