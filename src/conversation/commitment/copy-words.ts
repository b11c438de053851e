import type { Signature } from '../../domain/commitment/commitment.ts';
import { inLanguage } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { say } from '../../locales/say.ts';
import type { SayMessage } from '../messages.ts';
import { fullMoment } from '../words/moment.ts';

/** A copy of what somebody signed, in the language in which they read it. */
export interface CopyInWords {
  readonly title: string;
  /** What was signed. */
  readonly paragraphs: readonly string[];
  readonly version: string;
  /** Who signed when, where they work, and what the directory says of them. */
  readonly signed: readonly string[];
}

export function copyInWords(playbook: Playbook, signature: Signature): CopyInWords {
  const { language, title, text, version, name, known, site: workplace } = signature;
  const site = playbook.sites.get(workplace ?? '');
  const at = fullMoment(
    Temporal.Instant.fromEpochMilliseconds(signature.at).toZonedDateTimeISO(playbook.timezone),
    language,
  );
  const who = [known?.name, known?.email].filter((part) => part != null).join(', ');
  const where = site === undefined ? null : inLanguage(site.name, language, playbook.languages);
  return {
    ...{ title, paragraphs: text.split(/\n+/), version: say(language, 'commitment.version', { version }) },
    signed: [
      say(language, 'commitment.page-signed', { name, at }),
      ...(where === null ? [] : [say(language, 'commitment.page-workplace', { site: where })]),
      known === null
        ? say(language, 'commitment.page-unknown')
        : say(language, 'commitment.page-known', { who }),
    ],
  };
}

/** The letter with which a copy comes to the nearest manager, in the organisation's own language. */
export function copyLetter(
  playbook: Playbook,
  { name, site, version, title }: Pick<Signature, 'name' | 'site' | 'version' | 'title'>,
): SayMessage {
  const [language] = playbook.languages;
  const place = playbook.sites.get(site ?? '');
  const where = place === undefined ? '–' : inLanguage(place.name, language, playbook.languages);
  const lines = [
    say(language, 'commitment.letter', { title, name, site: where, version }),
    say(language, 'commitment.letter-what'),
  ];
  return { kind: 'say', language, tone: 'good', choices: [], text: lines.join('\n\n') };
}
