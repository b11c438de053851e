import { z } from 'zod';
import { ownerSign } from '../../../teams/receiver/parse/ids.ts';
import type { SlackOrganisations } from '../../organisations.ts';
import { SLACK_RECEIVER_LIMITS } from '../limits.ts';
import { buttonFrom, fieldsOf, jsonOf } from './buttons.ts';
import { guestAt, isRefused, MALFORMED } from './context.ts';
import { eventId, signsIn } from './ids.ts';
import { interactionIn } from './interaction.ts';
import { ignored, type Parsed, unknown } from './outcome.ts';
import { placedIn } from './placed.ts';
import { id, maybe, token, ts } from './shapes.ts';

const view = z.object({
  view: z.object({
    id: token,
    hash: maybe(token),
    private_metadata: z.string().max(SLACK_RECEIVER_LIMITS.metadata),
    state: z.unknown().optional(),
  }),
});

/** Besides what its button says, a modal keeps where its conversation is: Slack does not tell it. */
const kept = z.object({ channel: id, thread: maybe(ts) });

/** A modal was sent (`view_submission`). */
export function submissionFrom(value: unknown, organisations: SlackOrganisations): Parsed {
  const { data } = view.safeParse(value);
  if (data === undefined) return ignored(MALFORMED);
  const { private_metadata: metadata, state, hash, id: name } = data.view;
  const button = buttonFrom(metadata);
  const spot = kept.safeParse(jsonOf(metadata, SLACK_RECEIVER_LIMITS.metadata)).data;
  if (button === null || spot === undefined) return unknown('a modal that is unknown here');
  const interaction = interactionIn(value, organisations);
  if (typeof interaction === 'string') return ignored(interaction);
  const { context, actor, trigger } = interaction;
  if (isRefused(context, actor)) return guestAt(context, actor, spot);
  const placed = placedIn(actor, spot, context.organisation, context.organisations);
  const { organisation, conversation, from, reach } = placed;
  if (button.of !== ownerSign(conversation)) return { outcome: 'foreign', placed };
  const fields = fieldsOf(state);
  return {
    ...{ outcome: 'modal', placed, button, view: name, fields },
    inbound: {
      ...{ organisation, conversation, from, reach, ahead: 0 },
      id: eventId(actor.team, trigger ?? `${name}.${hash ?? ''}`),
      what: { kind: 'pressed', choice: button.choice, fields },
      dedupeKeys: signsIn(conversation, [`sent/${button.on}/${button.choice}`]),
    },
  };
}
