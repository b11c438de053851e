import { messageJson } from './answers.ts';
import { FAKE_APP } from './app.ts';
import { fieldsOf, viewJson } from './calls/views.ts';
import { isObject, type Json } from './check.ts';
import type { FakeWorkspace } from './workspace.ts';
import type { FakeChannel, FakeMessage, FakeUser, FakeView } from './world.ts';

/** What was filled in: the text, or the value of the option, by the id of the block. */
export type Filled = Readonly<Record<string, string>>;

/** What stands around all interactivity. */
function around(workspace: FakeWorkspace, user: FakeUser): Json {
  const { team, domain, enterprise } = workspace;
  return {
    user: { id: user.id, username: user.name, name: user.name, team_id: user.team },
    ...{ api_app_id: FAKE_APP.appId, token: FAKE_APP.verificationToken, team: { id: team, domain } },
    ...{
      enterprise: enterprise === null ? null : { id: enterprise, name: domain },
      is_enterprise_install: false,
    },
  };
}

/** A pressed button of a message (docs.slack.dev/reference/interaction-payloads/block_actions-payload). */
export function blockActions(
  workspace: FakeWorkspace,
  user: FakeUser,
  message: FakeMessage,
  pressed: { readonly block: Json; readonly element: Json },
  filled: Filled = {},
): Json {
  const { ts, channel, threadTs, ephemeralTo, blocks } = message;
  const isEphemeral = ephemeralTo !== null;
  const place = workspace.channels.get(channel);
  return {
    ...{ type: 'block_actions', ...around(workspace, user), trigger_id: workspace.trigger(user.id).id },
    container: {
      ...{ type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: isEphemeral },
      ...(threadTs !== null && { thread_ts: threadTs }),
    },
    channel: { id: channel, name: place?.name ?? '' },
    ...(!isEphemeral && { message: messageJson(workspace, message, false) }),
    state: { values: valuesOf(blocks, filled) },
    response_url: workspace.responseUrl(user.id, channel, ts),
    actions: [actionOf(workspace, pressed)],
  };
}

/** A pressed button of a Home tab or a modal. */
export function viewActions(
  workspace: FakeWorkspace,
  user: FakeUser,
  shown: FakeView,
  pressed: { readonly block: Json; readonly element: Json },
  filled: Filled = {},
): Json {
  const values = valuesOf(shown.view.blocks as Json[], filled);
  return {
    ...{ type: 'block_actions', ...around(workspace, user), trigger_id: workspace.trigger(user.id).id },
    ...{ container: { type: 'view', view_id: shown.id }, view: viewJson(workspace, shown, values) },
    actions: [actionOf(workspace, pressed)],
  };
}

export function viewSubmission(
  workspace: FakeWorkspace,
  user: FakeUser,
  shown: FakeView,
  filled: Filled,
): Json {
  const values = valuesOf(shown.view.blocks as Json[], filled);
  return {
    ...{ type: 'view_submission', ...around(workspace, user), trigger_id: workspace.trigger(user.id).id },
    ...{ view: viewJson(workspace, shown, values), response_urls: [] },
  };
}

/** Sent only where the view asked for it (`notify_on_close`). */
export function viewClosed(workspace: FakeWorkspace, user: FakeUser, shown: FakeView): Json {
  return {
    type: 'view_closed',
    ...around(workspace, user),
    view: viewJson(workspace, shown),
    is_cleared: false,
  };
}

/** A shortcut on a message. */
export function messageAction(
  workspace: FakeWorkspace,
  user: FakeUser,
  message: FakeMessage,
  callbackId: string,
): Json {
  const { channel, ts } = message;
  return {
    ...{
      type: 'message_action',
      ...around(workspace, user),
      action_ts: workspace.clock.ts(),
      callback_id: callbackId,
    },
    ...{
      trigger_id: workspace.trigger(user.id).id,
      response_url: workspace.responseUrl(user.id, channel, null),
    },
    channel: { id: channel, name: workspace.channels.get(channel)?.name ?? '' },
    ...{ message_ts: ts, message: messageJson(workspace, message, false) },
  };
}

/** A shortcut from the search or the composer: it knows no channel. */
export function globalShortcut(workspace: FakeWorkspace, user: FakeUser, callbackId: string): Json {
  return {
    ...{
      type: 'shortcut',
      ...around(workspace, user),
      action_ts: workspace.clock.ts(),
      callback_id: callbackId,
    },
    trigger_id: workspace.trigger(user.id).id,
  };
}

/** The fields of a command's form. */
export function slashCommand(
  workspace: FakeWorkspace,
  user: FakeUser,
  channel: FakeChannel,
  command: string,
  text: string,
): Record<string, string> {
  const { team, domain, enterprise } = workspace;
  return {
    ...{ token: FAKE_APP.verificationToken, team_id: team, team_domain: domain },
    ...(enterprise !== null && { enterprise_id: enterprise, enterprise_name: domain }),
    ...{
      channel_id: channel.id,
      channel_name: channel.name,
      user_id: user.id,
      user_name: user.name,
      command,
      text,
    },
    ...{ api_app_id: FAKE_APP.appId, is_enterprise_install: 'false' },
    ...{
      response_url: workspace.responseUrl(user.id, channel.id, null),
      trigger_id: workspace.trigger(user.id).id,
    },
  };
}

function actionOf({ clock }: FakeWorkspace, { block, element }: { block: Json; element: Json }): Json {
  const { type, action_id: action, text, value, style } = element;
  return {
    ...{ action_id: action, block_id: block.block_id, text, value, type, action_ts: clock.ts() },
    ...(style !== undefined && { style }),
  };
}

/** `state.values`: all inputs, filled in or as they were shown. */
function valuesOf(blocks: readonly Json[], filled: Filled): Json {
  const values: Record<string, Record<string, Json>> = {};
  for (const { block, element } of fieldsOf(blocks)) {
    const value = stateOf(element, filled[String(block.block_id)]);
    if (value === null) continue;
    const id = String(block.block_id);
    values[id] = { ...values[id], [String(element.action_id)]: value };
  }
  return values;
}

function stateOf(element: Json, given: string | undefined): Json | null {
  const { type } = element;
  switch (type) {
    case 'plain_text_input':
      return {
        type,
        value: (given ?? element.initial_value ?? '') === '' ? null : (given ?? element.initial_value),
      };
    case 'static_select':
    case 'radio_buttons':
      return {
        type,
        selected_option: given === undefined ? (element.initial_option ?? null) : optionOf(element, given),
      };
    case 'checkboxes':
    case 'multi_static_select':
      return {
        type,
        selected_options:
          given === undefined
            ? (element.initial_options ?? [])
            : given.split(',').map((each) => optionOf(element, each)),
      };
    default:
      return null;
  }
}

function optionOf({ options, option_groups: groups }: Json, value: string): Json {
  const all = [
    options,
    ...(Array.isArray(groups) ? groups.map((group) => (group as Json).options) : []),
  ].flat();
  // An option must have a value: that for nothing has a dash.
  const found = all.filter(isObject).find((option) => option.value === (value === '' ? '-' : value));
  if (found === undefined) throw new Error(`no option has the value "${value}"`);
  return found;
}
