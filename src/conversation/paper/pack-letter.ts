import type { Playbook } from '../../domain/organisation/playbook.ts';
import { say } from '../../locales/say.ts';
import type { SayMessage } from '../messages.ts';
import { paperVersion } from './version.ts';

/** The letter with which the emergency pack comes, in the organisation's own language. @param isNew something on it has changed */
export function packLetter(playbook: Playbook, isNew: boolean): SayMessage {
  const [language] = playbook.languages;
  const version = paperVersion(playbook, language, 'trusted');
  const lines = [
    say(language, isNew ? 'printed.pack-changed' : 'printed.pack-weekly', { version }),
    say(language, 'printed.pack-what'),
  ];
  return { kind: 'say', language, tone: 'plain', choices: [], text: lines.join('\n\n') };
}
