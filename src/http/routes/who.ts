import { answerInWords } from '../../conversation/who/words.ts';
import { situationIn, UnknownSituationError } from '../../domain/contacts/situation.ts';
import { who } from '../../domain/contacts/who.ts';
import { say } from '../../locales/say.ts';
import { whoPage } from '../pages/who-page.ts';
import type { PageReply } from '../reply.ts';
import { type Admitted, admit, type PageParts, refusal } from './admission.ts';

/** Answers GET /who/:org. */
export function whoRoute(parts: PageParts, organisation: string, query: URLSearchParams): PageReply {
  const admitted = admit(parts, 'who', organisation, query);
  if ('status' in admitted) return admitted;
  const { playbook, language } = admitted;
  const now = parts.clock.now().toZonedDateTimeISO(playbook.timezone);
  const chosenAt = momentIn(query.get('at'), playbook.timezone);
  if (chosenAt === undefined) return refusal(400, language, 'who', say(language, 'page.bad-time'));
  try {
    return { status: 200, body: answerPage(admitted, query, now, chosenAt) };
  } catch (cause) {
    if (!(cause instanceof UnknownSituationError)) throw cause;
    return refusal(400, language, 'who', say(language, 'page.bad-input', { problem: cause.message }));
  }
}

function answerPage(
  { playbook, language, key }: Admitted,
  query: URLSearchParams,
  now: Temporal.ZonedDateTime,
  chosenAt: Temporal.ZonedDateTime | null,
): string {
  const [service, site, role] = [query.get('service'), query.get('site'), query.get('role')];
  const situation = situationIn(playbook, { class: query.get('class') || 'critical', service, site, role });
  const answer = who(playbook, situation, chosenAt ?? now);
  const words = answerInWords(playbook, answer, language, key === null ? 'everybody' : 'trusted');
  return whoPage(playbook, { situation, language, chosenAt, now, key }, words);
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
