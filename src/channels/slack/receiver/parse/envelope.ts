import { z } from 'zod';
import type { Installation } from './actor.ts';
import { id, many, maybe, object, token } from './shapes.ts';

/**
 * One installation of the app that sees the event. In a channel shared with other organisations it tells ours; the
 * workspace where the event happened may be theirs. Source: “Events API”, docs.slack.dev
 */
const authorization = z.object({
  team_id: maybe(id),
  enterprise_id: maybe(id),
  user_id: maybe(id),
  is_bot: maybe(z.boolean()),
});

const envelope = z.object({
  event_id: token,
  team_id: maybe(id),
  enterprise_id: maybe(id),
  context_team_id: maybe(id),
  context_enterprise_id: maybe(id),
  authorizations: many,
  event: object,
});
const typed = z.object({ type: z.string() });

/** An event as Slack wraps it. */
export interface Envelope {
  readonly id: string;
  readonly type: string;
  readonly event: Readonly<Record<string, unknown>>;
  readonly installation: Installation;
  /** The bot's own ids there. */
  readonly bots: readonly string[];
}

/** Null if what is needed is missing or malformed. */
export function envelopeFrom(value: unknown): Envelope | null {
  const { data } = envelope.safeParse(value);
  const type = typed.safeParse(data?.event).data?.type;
  if (data === undefined || type === undefined) return null;
  const authorizations = data.authorizations.flatMap((one) => authorization.safeParse(one).data ?? []);
  const [first] = authorizations;
  const enterprise =
    first === undefined ? (data.context_enterprise_id ?? data.enterprise_id) : first.enterprise_id;
  // Of an app of a whole organisation that was removed no workspace is named, and no authorization is left.
  const team = first?.team_id ?? data.context_team_id ?? data.team_id ?? enterprise;
  if (team === null) return null;
  return {
    ...{ id: data.event_id, type, event: data.event, installation: { team, enterprise } },
    bots: authorizations.flatMap(({ user_id, is_bot }) => (is_bot && user_id !== null ? [user_id] : [])),
  };
}
