import type { Language } from '../../../../domain/organisation/language.ts';

/** What a slash command wants. */
export type CommandName = 'fault' | 'who' | 'notice';

/** What a command is called, in which language. The English names stand for everybody. */
export interface Alias {
  readonly command: CommandName;
  readonly language: Language | null;
}

/** Every slash command. The app's manifests list all of them but those that Slack keeps for itself. */
export const COMMANDS: ReadonlyMap<string, Alias> = new Map<string, Alias>([
  ['/fault', { command: 'fault', language: null }],
  ['/fel', { command: 'fault', language: 'sv' }],
  ['/felanmalan', { command: 'fault', language: 'sv' }],
  ['/feil', { command: 'fault', language: 'nb' }],
  ['/feilmelding', { command: 'fault', language: 'nb' }],
  ['/storing', { command: 'fault', language: 'nl' }],
  ['/who', { command: 'who', language: null }],
  ['/who-to-call', { command: 'who', language: null }],
  ['/vem', { command: 'who', language: 'sv' }],
  ['/hvem', { command: 'who', language: 'nb' }],
  ['/wie', { command: 'who', language: 'nl' }],
  ['/notice', { command: 'notice', language: null }],
  ['/driftinfo', { command: 'notice', language: 'sv' }],
  ['/driftsmelding', { command: 'notice', language: 'nb' }],
  ['/mededeling', { command: 'notice', language: 'nl' }],
]);

/**
 * Commands that Slack has itself. A manifest with one of them is refused as a whole, so whoever asks for `/who` in Slack
 * finds `/who-to-call` beside Slack's own, which lists the members of a channel; where Slack gives `/who` away, it works.
 * Sources: “Slash commands in Slack” at slack.com/help; NousResearch/hermes-agent #17054, #18456; openclaw/openclaw #29032
 */
export const RESERVED_COMMANDS: ReadonlySet<string> = new Set(
  (
    '/archive /away /call /collapse /dm /dnd /expand /feed /help /invite /join /leave /me /msg /mute /open /prefs /pro ' +
    '/remind /remove /rename /search /shortcuts /shrug /star /status /topic /who'
  ).split(' '),
);
