import { z } from 'zod';
import type { SlackOrganisations } from '../../organisations.ts';
import { SLACK_RECEIVER_LIMITS } from '../limits.ts';
import { COMMANDS } from './commands.ts';
import { actorOf, contextOf, guestAt, isRefused, MALFORMED, NOBODYS } from './context.ts';
import { eventId } from './ids.ts';
import { textOfMrkdwn } from './mrkdwn.ts';
import { ignored, type Parsed, unknown } from './outcome.ts';
import { id, maybe, token, words } from './shapes.ts';

const command = z.object({
  command: z.string().max(SLACK_RECEIVER_LIMITS.choice),
  text: words,
  user_id: id,
  team_id: maybe(id),
  enterprise_id: maybe(id),
  channel_id: maybe(id),
  trigger_id: token,
});

/** Somebody called a slash command. */
export function commandFrom(value: unknown, organisations: SlackOrganisations): Parsed {
  const { data } = command.safeParse(value);
  if (data === undefined) return ignored(MALFORMED);
  const alias = COMMANDS.get(data.command.toLowerCase());
  if (alias === undefined) return unknown('a command that is unknown here');
  const { enterprise_id: enterprise, channel_id: channel, trigger_id: trigger } = data;
  const team = data.team_id ?? enterprise;
  const context = team === null ? null : contextOf({ team, enterprise }, organisations);
  if (context === null) return ignored(NOBODYS);
  const actor = actorOf(context, { user: data.user_id, homes: [], profile: null });
  const spot = channel === null ? null : { channel, thread: null };
  if (isRefused(context, actor)) return guestAt(context, actor, spot, true);
  const text = textOfMrkdwn((data.text ?? '').slice(0, SLACK_RECEIVER_LIMITS.text), []).toWellFormed();
  return {
    ...{ outcome: 'direct', id: eventId(actor.team, trigger), organisation: context.organisation },
    ...{ actor, trigger, channel, deed: { kind: 'command', ...alias, text } },
  };
}
