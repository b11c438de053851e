import type { Language } from '../../../../domain/organisation/language.ts';

/** What a slash command wants. */
export type CommandName = 'fault' | 'who' | 'notice';

/** What a command is called, in which language. The English names stand for everybody. */
export interface Alias {
  readonly command: CommandName;
  readonly language: Language | null;
}

/** Every slash command, as the app's manifest lists them. */
export const COMMANDS: ReadonlyMap<string, Alias> = new Map<string, Alias>([
  ['/fault', { command: 'fault', language: null }],
  ['/fel', { command: 'fault', language: 'sv' }],
  ['/feil', { command: 'fault', language: 'nb' }],
  ['/storing', { command: 'fault', language: 'nl' }],
  ['/who', { command: 'who', language: null }],
  ['/vem', { command: 'who', language: 'sv' }],
  ['/hvem', { command: 'who', language: 'nb' }],
  ['/wie', { command: 'who', language: 'nl' }],
  ['/notice', { command: 'notice', language: null }],
  ['/driftinfo', { command: 'notice', language: 'sv' }],
  ['/driftsmelding', { command: 'notice', language: 'nb' }],
  ['/mededeling', { command: 'notice', language: 'nl' }],
]);
