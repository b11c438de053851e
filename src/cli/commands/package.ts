import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { type Identity, type IdentityOptions, identityOf } from '../package/identity.ts';
import { type Terminal, UsageError } from '../terminal.ts';

interface PackageOptions extends IdentityOptions {
  readonly out: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `driftvakt package`: the app package that an administrator uploads. */
export function packageCommand(terminal: Terminal): Command {
  return new Command('package')
    .description('pack the app for Microsoft Teams, to be uploaded by an administrator')
    .requiredOption('--teams', 'the app for Microsoft Teams')
    .option('--app-id <guid>', 'the bot’s Microsoft App ID (default: MicrosoftAppId of the environment)')
    .requiredOption('--host <name>', 'the public host name of the service, as in bot.example.org')
    .requiredOption('--out <file>', 'the new zip file')
    .option('--name <name>', 'what the app is called in Teams', 'Driftvakt')
    .option('--app-version <version>', 'its version; Teams wants a higher one for a change (default: ours)')
    .option('--developer <name>', 'who provides the app (default: its name)')
    .option('--website <address>', 'where people find help with it (default: the host)')
    .option('--privacy <address>', 'what you say about privacy (default: the website)')
    .option('--terms <address>', 'your terms of use (default: the website)')
    .option('--force', 'overwrite the file if it is there')
    .option('--json', 'print JSON and nothing else')
    .action(async (options: PackageOptions) => {
      const identity = identityOf(terminal, options);
      const [{ teamsFiles }, { zipped }] = await Promise.all([
        import('../package/teams.ts'),
        import('../package/zip.ts'),
      ]);
      const files = teamsFiles(identity);
      const zip = zipped(files);
      write(options, zip);
      if (options.website === undefined) terminal.err(hint(identity));
      terminal.out(
        options.json
          ? `${JSON.stringify({ out: options.out, bytes: zip.length, ...identity, endpoint: endpoint(identity), files: files.map(({ name }) => name) })}\n`
          : words(options, identity),
      );
    });
}

function write({ out, force }: PackageOptions, zip: Uint8Array): void {
  if (out === '') throw new UsageError('--out is empty; name a new file');
  try {
    writeFileSync(out, zip, { flag: force ? 'w' : 'wx' });
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

function words({ out }: PackageOptions, identity: Identity): string {
  const { name, version, appId } = identity;
  return `Packed ${name} ${version} (${appId}) into ${out}.\nThe bot’s messaging endpoint in Azure is ${endpoint(identity)}\n`;
}

function endpoint({ host }: Identity): string {
  return `https://${host}/api/messages`;
}

function hint({ website }: Identity): string {
  return `note: no --website is given, so the app’s links lead to ${website}, where production shows no page\n`;
}
