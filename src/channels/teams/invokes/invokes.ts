import type { Activity } from '../receiver/parse/activity.ts';
import type { Placed } from '../receiver/parse/placed.ts';
import { type InvokeAnswer, NOT_IMPLEMENTED } from './answer.ts';
import { answerOpening, answerSubmitted } from './dialog.ts';
import type { InvokeParts } from './parts.ts';
import { answerPress } from './press.ts';
import { answerReported, answerReporting } from './report-message.ts';
import { answerSearch } from './search.ts';

type Handler = (parts: InvokeParts, activity: Activity, placed: Placed) => Promise<InvokeAnswer>;

/** What Teams asks for and waits for, by name. */
const HANDLERS: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['adaptiveCard/action', answerPress],
  ['task/fetch', answerOpening],
  ['task/submit', answerSubmitted],
  ['composeExtension/query', answerSearch],
  ['composeExtension/fetchTask', answerReporting],
  ['composeExtension/submitAction', answerReported],
]);

/** Answers an activity that waits for its answer. */
export async function answerInvoke(
  parts: InvokeParts,
  activity: Activity,
  placed: Placed,
): Promise<InvokeAnswer> {
  const handler = HANDLERS.get(activity.name ?? '');
  if (handler !== undefined) return handler(parts, activity, placed);
  parts.log.debug('an invoke was not known');
  return NOT_IMPLEMENTED;
}
