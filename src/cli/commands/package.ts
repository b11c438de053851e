import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import type { IdentityOptions } from '../package/identity.ts';
import { type SlackAppOptions, slackAppOf } from '../package/slack-app.ts';
import { type Terminal, UsageError } from '../terminal.ts';

interface OutputOptions {
  readonly out: string;
  readonly force?: boolean;
  readonly json?: boolean;
}
type TeamsOptions = OutputOptions & IdentityOptions;
type SlackOptions = OutputOptions & SlackAppOptions;
type PackageOptions = Omit<TeamsOptions, 'host'> &
  SlackOptions & { readonly teams?: true; readonly slack?: true };

/** What is for one platform only, by its long name as commander keeps it. */
const ONLY_TEAMS = ['appId', 'appVersion', 'developer', 'website', 'privacy', 'terms'] as const;
const ONLY_SLACK = ['socket', 'language', 'orgWide', 'severalWorkspaces'] as const;

/** `driftvakt package`: the app that an administrator uploads to Microsoft Teams, or makes in Slack. */
export function packageCommand(terminal: Terminal): Command {
  const command: Command = new Command('package')
    .description('pack the app for Microsoft Teams, or write the manifest of the app for Slack')
    .option('--teams', 'the app for Microsoft Teams, a zip file')
    .option('--slack', 'the manifest of the app for Slack, a YAML file')
    .option('--host <name>', 'the public host name of the service, as in bot.example.org')
    .requiredOption('--out <file>', 'the new file')
    .option('--name <name>', 'what people call the app', 'Driftvakt')
    .option(
      '--app-id <guid>',
      'Teams: the bot’s Microsoft App ID (default: MicrosoftAppId of the environment)',
    )
    .option('--app-version <version>', 'Teams: its version; a change needs a higher one (default: ours)')
    .option('--developer <name>', 'Teams: who provides the app (default: its name)')
    .option('--website <address>', 'Teams: where people find help with it (default: the host)')
    .option('--privacy <address>', 'Teams: what you say about privacy (default: the website)')
    .option('--terms <address>', 'Teams: your terms of use (default: the website)')
    .option('--socket', 'Slack: Socket Mode, where the service has no public address')
    .option('--language <language>', 'Slack: of the texts that people see in Slack: sv, nb, nl or en', 'en')
    .option('--org-wide', 'Slack: for all workspaces of an Enterprise organisation at once')
    .option('--several-workspaces', 'Slack: to be installed with OAuth in each workspace')
    .option('--force', 'overwrite the file if it is there')
    .option('--json', 'print JSON and nothing else')
    .action(async (options: PackageOptions) => {
      if (options.teams === options.slack) throw new UsageError('say --teams or --slack, one of them');
      refuse(command, options.teams ? ONLY_SLACK : ONLY_TEAMS, options.teams ? 'Slack' : 'Teams');
      if (options.slack) return packSlack(terminal, options);
      if (options.host === undefined)
        throw new UsageError('--host is missing: the public host name of the service');
      await packTeams(terminal, { ...options, host: options.host });
    });
  return command;
}

/** An option of the other platform would be without effect, which nobody means. */
function refuse(command: Command, names: readonly string[], platform: string): void {
  const given = names.find((name) => command.getOptionValueSource(name) === 'cli');
  if (given === undefined) return;
  const option = given.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new UsageError(`--${option} is for ${platform}`);
}

async function packTeams(terminal: Terminal, options: TeamsOptions): Promise<void> {
  const [{ identityOf }, { teamsFiles }, { zipped }] = await Promise.all([
    import('../package/identity.ts'),
    import('../package/teams.ts'),
    import('../package/zip.ts'),
  ]);
  const identity = identityOf(terminal, options);
  const files = teamsFiles(identity);
  const zip = zipped(files);
  write(options, zip);
  const { name, version, appId, website, host } = identity;
  if (options.website === undefined)
    terminal.err(
      `note: no --website is given, so the app’s links lead to ${website}, where production shows no page\n`,
    );
  const endpoint = `https://${host}/api/messages`;
  const said = { bytes: zip.length, ...identity, endpoint, files: files.map((file) => file.name) };
  const words = `Packed ${name} ${version} (${appId}) into ${options.out}.\nThe bot’s messaging endpoint in Azure is ${endpoint}\n`;
  tell(terminal, options, said, words);
}

async function packSlack(terminal: Terminal, options: SlackOptions): Promise<void> {
  const app = slackAppOf(options);
  const { slackManifest } = await import('../package/slack.ts');
  const manifest = new TextEncoder().encode(slackManifest(app));
  write(options, manifest);
  const { mode, host, name, language } = app;
  const endpoint = mode === 'http' ? `https://${host}/slack/events` : null;
  const way = endpoint === null ? 'by Socket Mode' : `at ${endpoint}`;
  const words = `Wrote the manifest of ${name} into ${options.out}. Slack reaches the service ${way}\nCreate the app from it at https://api.slack.com/apps (docs/slack.md).\n`;
  tell(terminal, options, { bytes: manifest.length, mode, host, name, language, endpoint }, words);
}

function tell(terminal: Terminal, { out, json }: OutputOptions, said: object, words: string): void {
  terminal.out(json ? `${JSON.stringify({ out, ...said })}\n` : words);
}

function write({ out, force }: OutputOptions, bytes: Uint8Array): void {
  if (out === '') throw new UsageError('--out is empty; name a new file');
  try {
    writeFileSync(out, bytes, { flag: force ? 'w' : 'wx' });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    throw new UsageError(
      code === 'EEXIST'
        ? `--out ${JSON.stringify(out)} exists; choose another, or overwrite it with --force`
        : `--out ${JSON.stringify(out)} cannot be written (${code})`,
    );
  }
}
