import { z } from 'zod';
import type { SlackOrganisations } from '../../organisations.ts';
import { actionFrom } from './actions.ts';
import { commandFrom } from './command.ts';
import { eventFrom } from './events.ts';
import { ignored, type Parsed, unknown } from './outcome.ts';
import { globalShortcutFrom, messageShortcutFrom } from './shortcuts.ts';
import { submissionFrom } from './views.ts';

type Parse = (payload: unknown, organisations: SlackOrganisations) => Parsed;

/** What Slack sends, by its type. Slash commands have none. */
const TYPES: ReadonlyMap<string, Parse> = new Map<string, Parse>([
  ['event_callback', eventFrom],
  ['block_actions', actionFrom],
  ['view_submission', submissionFrom],
  ['message_action', messageShortcutFrom],
  ['shortcut', globalShortcutFrom],
  ['view_closed', () => ignored('a modal was closed')],
]);

const typed = z.object({ type: z.string() });
const called = z.object({ command: z.string() });

/** What somebody did, of a payload that was proven to be Slack's. Pure, and never throws. */
export function parse(payload: unknown, organisations: SlackOrganisations): Parsed {
  const type = typed.safeParse(payload).data?.type;
  const parseType = TYPES.get(type ?? '');
  if (parseType !== undefined) return parseType(payload, organisations);
  if (type === undefined && called.safeParse(payload).success) return commandFrom(payload, organisations);
  return unknown('a payload that is unknown here');
}
