import { cut } from '../../../conversation/plain-text/clean.ts';
import { notKept } from '../../../conversation/trouble.ts';
import type { Language } from '../../../domain/organisation/language.ts';
import type { Playbook } from '../../../domain/organisation/playbook.ts';
import { say } from '../../../locales/say.ts';
import { literal } from '../literal.ts';
import { type TeamsCard, teamsCard } from '../render.ts';
import type { InvokeAnswer } from './answer.ts';
import { INVOKE_LIMITS } from './limits.ts';

/** Closes a dialog, and says nothing. */
export const CLOSED: InvokeAnswer = { status: 200, body: null };

/**
 * Opens a dialog, or puts another in its place.
 * Source: learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots
 */
export function taskCard(title: string, card: TeamsCard): InvokeAnswer {
  const value = {
    title: cut(literal(title), INVOKE_LIMITS.title),
    ...{ height: 'medium', width: 'medium' },
    card: { contentType: 'application/vnd.microsoft.card.adaptive', content: card },
  };
  return { status: 200, body: { task: { type: 'continue', value } } };
}

/** Closes a dialog, and says a sentence. The same source. */
export function taskWords(text: string): InvokeAnswer {
  return { status: 200, body: { task: { type: 'message', value: text } } };
}

/** Nothing could be kept: a dialog says so, and whom to call. */
export function notKeptTask(
  playbook: Playbook,
  language: Language,
  now: Temporal.ZonedDateTime,
): InvokeAnswer {
  const replies = notKept(playbook, language, now, 'not-kept').map(({ message }) => message);
  const said = replies.flatMap((message) => (message.kind === 'say' ? [message.text] : []));
  const [call] = replies.filter((message) => message.kind === 'call');
  if (call === undefined) return taskWords(said.join(' '));
  return taskCard(say(language, 'who.title'), teamsCard({ ...call, lead: [...said, ...call.lead] }));
}
