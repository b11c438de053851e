import { answerInWords } from '../../conversation/who/words.ts';
import { situationIn, UnknownSituationError } from '../../domain/contacts/situation.ts';
import { who } from '../../domain/contacts/who.ts';
import { LANGUAGES, type Language } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { say } from '../../locales/say.ts';
import type { Clock } from '../../ports/clock.ts';
import type { LinkKeys } from '../link-key.ts';
import { messagePage } from '../pages/layout.ts';
import { whoPage } from '../pages/who-page.ts';
import type { PageReply } from '../reply.ts';

/** What the page needs from around it. */
export interface WhoPageParts {
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly clock: Clock;
  readonly keys: LinkKeys;
}

/** Answers GET /who/:org. */
export function whoRoute(parts: WhoPageParts, organisation: string, query: URLSearchParams): PageReply {
  const playbook = parts.playbooks.get(organisation);
  if (playbook === undefined) return refusal(404, 'en', say('en', 'page.no-organisation'));
  const language = languageOf(playbook, query.get('lang'));
  const trusted = parts.keys.opens('who', organisation, query.get('key'));
  if (playbook.whoPage === 'nobody') return refusal(404, language, say(language, 'page.closed'));
  if (playbook.whoPage === 'link' && !trusted)
    return refusal(403, language, say(language, 'page.needs-link'));
  const now = parts.clock.now().toZonedDateTimeISO(playbook.timezone);
  const chosenAt = momentIn(query.get('at'), playbook.timezone);
  if (chosenAt === undefined) return refusal(400, language, say(language, 'page.bad-time'));
  try {
    const asked = {
      class: query.get('class') || 'critical',
      service: query.get('service'),
      site: query.get('site'),
      role: query.get('role'),
    };
    const situation = situationIn(playbook, asked);
    const answer = who(playbook, situation, chosenAt ?? now);
    const words = answerInWords(playbook, answer, language, trusted ? 'trusted' : 'everybody');
    const request = { situation, language, chosenAt, now, key: trusted ? query.get('key') : null };
    return { status: 200, body: whoPage(playbook, request, words) };
  } catch (cause) {
    if (!(cause instanceof UnknownSituationError)) throw cause;
    return refusal(400, language, say(language, 'page.bad-input', { problem: cause.message }));
  }
}

function refusal(status: number, language: Language, message: string): PageReply {
  return { status, body: messagePage(language, say(language, 'who.title'), message) };
}

function languageOf(playbook: Playbook, wanted: string | null): Language {
  return (
    LANGUAGES.find((language) => language === wanted && playbook.languages.includes(language)) ??
    playbook.languages[0]
  );
}

/** A local or an absolute time; null if none is given, undefined if it cannot be read. */
function momentIn(text: string | null, zone: string): Temporal.ZonedDateTime | null | undefined {
  if (text === null || text === '') return null;
  const restored = text.replace(' ', '+'); // a "+" in a query arrives as a space
  try {
    if (/(Z|[+-]\d{2}:\d{2})$/.test(restored))
      return Temporal.Instant.from(restored).toZonedDateTimeISO(zone);
    return Temporal.PlainDateTime.from(restored).toZonedDateTime(zone);
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}
