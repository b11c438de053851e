import { z } from 'zod';
import { isForWhoever } from '../../../../conversation/for-whoever.ts';
import { pressSigns } from '../../../spans.ts';
import { ownerSign } from '../../../teams/receiver/parse/ids.ts';
import type { SlackOrganisations } from '../../organisations.ts';
import { type Button, buttonFrom, fieldsOf } from './buttons.ts';
import { guestAt, isRefused, MALFORMED } from './context.ts';
import { eventId, isDirect, signsIn } from './ids.ts';
import { type Interaction, interactionIn } from './interaction.ts';
import { ignored, type Parsed, unknown } from './outcome.ts';
import { type Placed, placedIn, type Spot } from './placed.ts';
import { id, many, maybe, named, token, ts, words } from './shapes.ts';

/** Before the choice in the `action_id` of a button that opens a modal. */
const OPENS = 'dialog:';

const payload = z.object({
  actions: many,
  channel: maybe(named),
  message: maybe(z.object({ ts: maybe(ts), thread_ts: maybe(ts) })),
  container: maybe(z.object({ channel_id: maybe(id), message_ts: maybe(ts), thread_ts: maybe(ts) })),
  view: maybe(z.object({ type: words, state: z.unknown().optional() })),
  state: z.unknown().optional(),
});
type Payload = z.output<typeof payload>;

const action = z.object({
  type: z.string(),
  action_id: z.string(),
  value: words,
  action_ts: maybe(token),
});
type Action = z.output<typeof action>;

/** A pressed button and what it stood beside. */
interface Press {
  readonly data: Payload;
  readonly action: Action;
  readonly button: Button;
  readonly interaction: Interaction;
}

/** Something in a message, or on the bot's page, was pressed (`block_actions`). */
export function actionFrom(value: unknown, organisations: SlackOrganisations): Parsed {
  const { data } = payload.safeParse(value);
  const first = action.safeParse(data?.actions[0]).data;
  if (data === undefined || first === undefined) return ignored(MALFORMED);
  if (first.type !== 'button') return unknown('an element that is unknown here');
  const button = buttonFrom(first.value);
  // A button that only opens an address is told of too.
  if (button === null) return unknown('a button that is unknown here');
  const interaction = interactionIn(value, organisations);
  if (typeof interaction === 'string') return ignored(interaction);
  const press = { data, action: first, button, interaction };
  return data.view === null ? inMessage(press) : onPage(press);
}

function inMessage(press: Press): Parsed {
  const { data, action: pressed, button, interaction } = press;
  const { context, actor, trigger } = interaction;
  const { channel, at, thread } = placeOf(data);
  if (channel === null || at === null) return ignored(MALFORMED);
  if (isRefused(context, actor)) return guestAt(context, actor, { channel, thread: thread ?? at });
  const placed = ownerIn(press, { channel, thread }, at);
  // What may be done with a notice stands on one message for everybody, and is answered each in their own chat.
  const isStanding = isForWhoever(button.choice);
  if (isStanding && !isDirect(channel)) return ownDirect(press, { channel, thread: thread ?? at });
  if (!isStanding && button.of !== ownerSign(placed.conversation)) return { outcome: 'foreign', placed };
  if (pressed.action_id.startsWith(OPENS))
    return trigger === null ? ignored(MALFORMED) : { outcome: 'opening', placed, button, trigger };
  const { organisation, conversation, from, reach } = placed;
  const fields = fieldsOf(data.state);
  const signs = pressSigns(at, button.choice, fields, Number(pressed.action_ts) || null);
  return {
    ...{ outcome: 'event', placed, ts: at },
    inbound: {
      ...{ id: pressId(press, at), organisation, conversation, from, reach, ahead: 0 },
      what: { kind: 'pressed', choice: button.choice, fields },
      dedupeKeys: signsIn(conversation, signs),
    },
  };
}

function ownDirect({ action: { action_ts }, button, interaction }: Press, spot: Spot): Parsed {
  const { context, actor, trigger } = interaction;
  const name = trigger ?? action_ts;
  if (name === null) return ignored(MALFORMED);
  return {
    ...{ outcome: 'direct', id: eventId(actor.team, name), organisation: context.organisation },
    ...{ actor, trigger, channel: spot.channel, deed: { kind: 'standing', choice: button.choice, spot } },
  };
}

/** A message outside of every thread belongs to a conversation of the whole channel, or begins a thread. */
function ownerIn({ button, interaction }: Press, { channel, thread }: Spot, at: string): Placed {
  const { actor, context } = interaction;
  const [whole, threaded] = [thread, thread ?? at].map((within) =>
    placedIn(actor, { channel, thread: within }, context.organisation, context.organisations),
  ) as [Placed, Placed];
  return ownerSign(whole.conversation) === button.of ? whole : threaded;
}

function onPage({ data, button, interaction, action: { action_ts } }: Press): Parsed {
  if (data.view?.type !== 'home') return unknown('a button of a modal');
  const { context, actor, trigger } = interaction;
  if (isRefused(context, actor)) return guestAt(context, actor, null);
  const name = trigger ?? action_ts;
  if (name === null) return ignored(MALFORMED);
  return {
    ...{ outcome: 'direct', id: eventId(actor.team, name), organisation: context.organisation },
    ...{ actor, trigger, channel: null },
    deed: { kind: 'pressed', button, fields: fieldsOf(data.view.state) },
  };
}

function placeOf({ channel, container, message }: Payload) {
  return {
    channel: channel?.id ?? container?.channel_id ?? null,
    at: container?.message_ts ?? message?.ts ?? null,
    thread: message?.thread_ts ?? container?.thread_ts ?? null,
  };
}

/** Slack names every press; where it does not, the press's own time does. */
function pressId({ interaction: { actor, trigger }, action: { action_ts } }: Press, at: string): string {
  return eventId(actor.team, trigger ?? `${at}.${action_ts ?? actor.user}`);
}
