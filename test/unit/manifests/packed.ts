import { strFromU8 } from 'fflate';
import { teamsFiles } from '../../../src/cli/package/teams.ts';

/** An app as an administrator may describe it. */
export const IDENTITY = {
  appId: '1c2d3e4f-1111-2222-3333-444455556666',
  host: 'bot.example.org',
  name: 'Driftvakt',
  version: '1.2.3',
  developer: 'Porsanger kommune',
  website: 'https://www.example.org/it',
  privacy: 'https://www.example.org/privacy',
  terms: 'https://www.example.org/terms',
};

/** A command of the message extension. */
export interface ExtensionCommand {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly description: string;
  readonly context: readonly string[];
  readonly fetchTask?: boolean;
  readonly initialRun?: boolean;
  readonly parameters?: readonly {
    readonly name: string;
    readonly title: string;
    readonly description: string;
  }[];
}

/** What the tests look at in a manifest. */
export interface Manifest {
  readonly $schema: string;
  readonly manifestVersion: string;
  readonly version: string;
  readonly id: string;
  readonly name: { readonly short: string; readonly full: string };
  readonly description: { readonly short: string; readonly full: string };
  readonly developer: Readonly<Record<string, string>>;
  readonly localizationInfo: {
    readonly defaultLanguageTag: string;
    readonly additionalLanguages: readonly { readonly languageTag: string; readonly file: string }[];
  };
  readonly bots: readonly [
    {
      readonly botId: string;
      readonly scopes: readonly string[];
      readonly supportsFiles: boolean;
      readonly commandLists: readonly {
        readonly scopes: readonly string[];
        readonly commands: readonly { readonly title: string; readonly description: string }[];
      }[];
    },
  ];
  readonly composeExtensions: readonly [
    { readonly botId: string; readonly commands: readonly ExtensionCommand[] },
  ];
  readonly permissions: readonly string[];
}

/** The words of one language, by the key of Teams. */
export type Words = Readonly<Record<string, string>>;

/** A packed JSON file, parsed. */
export function packed<T>(name: string, identity = IDENTITY): T {
  const file = teamsFiles(identity).find((each) => each.name === name);
  if (file === undefined) throw new Error(`${name} is not packed`);
  return JSON.parse(strFromU8(file.bytes)) as T;
}
