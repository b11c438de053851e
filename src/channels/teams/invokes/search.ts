import type { CallMessage } from '../../../conversation/messages.ts';
import { callMessage } from '../../../conversation/who/call-message.ts';
import { findServices } from '../../../conversation/who/find-services.ts';
import { mattersToTell } from '../../../conversation/who/matters.ts';
import { inLanguage, type Language } from '../../../domain/organisation/language.ts';
import type { Playbook } from '../../../domain/organisation/playbook.ts';
import { say } from '../../../locales/say.ts';
import { literal } from '../literal.ts';
import type { Activity } from '../receiver/parse/activity.ts';
import { queryOf } from '../receiver/parse/compose.ts';
import type { Placed } from '../receiver/parse/placed.ts';
import { teamsCard } from '../render.ts';
import { type InvokeAnswer, NOT_IMPLEMENTED } from './answer.ts';
import { INVOKE_LIMITS } from './limits.ts';
import { type InvokeParts, languageOf } from './parts.ts';

/**
 * "Who do I call now?", searched for from anywhere in Teams: the answers for the services that are named, then the
 * general ones. Computed from the playbook alone, so nothing is waited for and nothing is kept.
 * Source: learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search
 */
export async function answerSearch(
  parts: InvokeParts,
  activity: Activity,
  placed: Placed,
): Promise<InvokeAnswer> {
  const query = queryOf(activity);
  if (query === null) return NOT_IMPLEMENTED;
  const playbook = parts.playbooks.get(placed.organisation);
  if (playbook === undefined) return { status: 503, body: null };
  const now = parts.clock.now().toZonedDateTimeISO(playbook.timezone);
  // All there is comes at once: whoever asks for more has it already.
  const attachments = query.skip > 0 ? [] : resultsFor(playbook, query.text, languageOf(parts, placed), now);
  const composeExtension = { type: 'result', attachmentLayout: 'list', attachments };
  return { status: 200, body: { composeExtension } };
}

/** The results for some words, the likeliest first; at most `INVOKE_LIMITS.results`. */
export function resultsFor(
  playbook: Playbook,
  text: string,
  language: Language,
  now: Temporal.ZonedDateTime,
): object[] {
  const services = findServices(playbook, text).slice(0, INVOKE_LIMITS.services);
  const isUnknown = text !== '' && services.length === 0;
  const holds =
    playbook.roles.size + playbook.sites.size > 0 ? [say(language, 'channel.search-anybody')] : [];
  const note = isUnknown ? [say(language, 'channel.search-none')] : [];
  const results = [...services, null].flatMap((service) =>
    mattersToTell(playbook, { service }, now).map((matterClass) => {
      const message = callMessage(playbook, { class: matterClass, service }, language, now, holds);
      return resultFor(message, nameOf(playbook, service, language), note);
    }),
  );
  return results.slice(0, INVOKE_LIMITS.results);
}

/** The service, or the organisation for the general answer. */
function nameOf(playbook: Playbook, service: string | null, language: Language): string {
  const about = playbook.services.get(service ?? '');
  return about === undefined ? playbook.name : inLanguage(about.name, language, playbook.languages);
}

/** The card that goes into the message, and what stands for it in the list. */
function resultFor(message: CallMessage, name: string, note: readonly string[]): object {
  const { matter, status, steps } = message.answer;
  const [first] = steps.flatMap(({ contacts }) => contacts);
  const reached = first?.phone?.text ?? first?.email ?? first?.url ?? '';
  const whom = `${first?.role ?? ''} ${reached}`.trim();
  const title = unformatted(`${name} – ${matter}`);
  const text = unformatted([...note, [whom, status].filter((part) => part !== '').join(' · ')].join(' '));
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: teamsCard(message),
    preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title, text } },
  };
}

/**
 * Thumbnails know some HTML (and no Markdown): what would begin it is broken by a character that cannot be seen.
 * Source: learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format
 */
function unformatted(text: string): string {
  return literal(text).replace(/[<&](?!\u2060)/g, '$&\u2060');
}
