import { type Answer, type Call, done, jsonArg, refused, textArg } from '../answers.ts';
import { FAKE_APP } from '../app.ts';
import { isObject, type Json } from '../check.ts';
import { elementsOf, refusedView, withIds } from '../check-blocks.ts';
import type { FakeWorkspace } from '../workspace.ts';
import type { FakeView } from '../world.ts';

/** `views.open`: one view for one trigger, within 3 s. */
export function openView(call: Call): Answer {
  const { workspace, args } = call;
  const read = readView(call, ['modal']);
  if ('refusal' in read) return read.refusal;
  const given = textArg(args, 'trigger_id');
  const trigger = workspace.triggers.get(given);
  if (given === '') return refused('invalid_arguments', ['[ERROR] missing required field: trigger_id']);
  if (trigger === undefined) return refused('invalid_trigger_id');
  if (workspace.isTriggerOld(trigger)) return refused('expired_trigger_id');
  if (trigger.isUsed) return refused('exchanged_trigger_id');
  trigger.isUsed = true;
  return done({ view: viewJson(workspace, keepView(workspace, trigger.user, read.view)) });
}

/** `views.update`, by the view's id or the app's own for it. */
export function updateView(call: Call): Answer {
  const { workspace, args } = call;
  const read = readView(call, ['modal', 'home']);
  if ('refusal' in read) return read.refusal;
  const found = namedView(workspace, args);
  if (found === null) return refused('not_found');
  const hash = textArg(args, 'hash');
  if (hash !== '' && hash !== found.hash) return refused('hash_conflict');
  if (found.view.type !== read.view.type) return refused('invalid_arguments', ['[ERROR] view type changed']);
  return done({ view: viewJson(workspace, replaceView(workspace, found, read.view)) });
}

/** `views.publish`: the Home tab of somebody. */
export function publishView(call: Call): Answer {
  const { workspace, args } = call;
  const read = readView(call, ['home']);
  if ('refusal' in read) return read.refusal;
  const user = textArg(args, 'user_id');
  if (!workspace.users.has(user)) return refused('invalid_arguments', ['invalid `user_id`']);
  const known = workspace.viewOf(user, 'home');
  const hash = textArg(args, 'hash');
  if (hash !== '' && hash !== known?.hash) return refused('hash_conflict');
  const view =
    known === null ? keepView(workspace, user, read.view) : replaceView(workspace, known, read.view);
  return done({ view: viewJson(workspace, view) });
}

/** A view as Slack writes it; `values`: what was filled in. */
export function viewJson(
  { team, botId }: FakeWorkspace,
  { id, view, hash }: FakeView,
  values: Json = {},
): Json {
  return {
    ...{ id, team_id: team, private_metadata: '', callback_id: '', external_id: '' },
    ...(view.type === 'modal' && {
      submit: null,
      close: null,
      clear_on_close: false,
      notify_on_close: false,
    }),
    ...view,
    ...{ state: { values }, hash, previous_view_id: null, root_view_id: id, app_id: FAKE_APP.appId },
    ...{ app_installed_team_id: team, bot_id: botId },
  };
}

/** Also for a view in the answer to a submission. */
export function replaceView({ clock }: FakeWorkspace, known: FakeView, view: Json): FakeView {
  known.view = withNames(view, () => clock.blockId());
  known.hash = `${clock.ts()}`;
  known.updates += 1;
  return known;
}

function keepView(workspace: FakeWorkspace, user: string, view: Json): FakeView {
  const { clock } = workspace;
  const named = withNames(view, () => clock.blockId());
  const kept: FakeView = { id: clock.id('V'), user, view: named, hash: clock.ts(), isOpen: true, updates: 0 };
  workspace.views.set(kept.id, kept);
  return kept;
}

function withNames(view: Json, nextId: () => string): Json {
  return { ...view, blocks: withIds((view.blocks as Json[]) ?? [], nextId) };
}

function namedView({ views }: FakeWorkspace, args: Json): FakeView | null {
  const [id, external] = [textArg(args, 'view_id'), textArg(args, 'external_id')];
  const open = [...views.values()].filter(({ isOpen }) => isOpen);
  return (
    open.find((each) => each.id === id || (external !== '' && each.view.external_id === external)) ?? null
  );
}

function readView(
  { args, workspace }: Call,
  types: readonly ('modal' | 'home')[],
): { view: Json } | { refusal: Answer } {
  const view = jsonArg(args.view);
  if (!isObject(view))
    return { refusal: refused('invalid_arguments', ['[ERROR] must be an object [json-pointer:/view]']) };
  const bad = refusedView(view, types);
  if (bad !== null) return { refusal: refused(bad.error, bad.messages) };
  const external = view.external_id;
  const isTaken =
    typeof external === 'string' &&
    external !== '' &&
    [...workspace.views.values()].some(
      (each) =>
        each.isOpen &&
        each.view.external_id === external &&
        each.id !== args.view_id &&
        args.external_id !== external,
    );
  return isTaken ? { refusal: refused('duplicate_external_id') } : { view };
}

/** All that can be filled in or pressed in a view or a message, with the block that it is in. */
export function fieldsOf(blocks: readonly Json[]): { readonly block: Json; readonly element: Json }[] {
  return blocks.flatMap((block) => elementsOf(block).map((element) => ({ block, element })));
}
