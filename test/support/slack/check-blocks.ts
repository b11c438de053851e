import { anyBlock, plain } from './block-kit.ts';
import { anything, bool, type Check, isObject, type Json, list, object, oneOf, string } from './check.ts';
import { FAKE_LIMITS } from './limits.ts';

/** What is wrong, under Slack's name for it; null: nothing. */
export type Refusal = { readonly error: string; readonly messages: readonly string[] } | null;

/** The blocks of a message. */
export function refusedBlocks(blocks: readonly unknown[]): Refusal {
  const faults = blockFaults(blocks, 'messageBlocks', '/blocks');
  if (faults.length > 0) return { error: 'invalid_blocks', messages: faults };
  const long = JSON.stringify(blocks).length > FAKE_LIMITS.messageCharacters.max;
  return long ? { error: 'msg_blocks_too_long', messages: [] } : null;
}

/** A view for `views.open` and the like. */
export function refusedView(view: unknown, types: readonly ('modal' | 'home')[]): Refusal {
  if (JSON.stringify(view).length > FAKE_LIMITS.viewBytes.max)
    return { error: 'view_too_large', messages: [] };
  const messages = viewFaults(view, types);
  return messages.length === 0 ? null : { error: 'invalid_arguments', messages };
}

const COMMON = {
  private_metadata: string('privateMetadata', 0),
  callback_id: string('callbackId', 0),
  external_id: string('externalId', 0),
};

const VIEWS: Record<'modal' | 'home', Check> = {
  modal: object(
    { type: oneOf('modal'), title: plain('viewTitle'), blocks: anything },
    {
      ...COMMON,
      submit: plain('viewSubmit'),
      close: plain('viewClose'),
      clear_on_close: bool,
      notify_on_close: bool,
      submit_disabled: bool,
    },
  ),
  home: object({ type: oneOf('home'), blocks: anything }, COMMON),
};

function viewFaults(view: unknown, types: readonly ('modal' | 'home')[]): string[] {
  const known = isObject(view) ? types.find((type) => type === view.type) : undefined;
  if (!isObject(view) || known === undefined) return ['[ERROR] unsupported type [json-pointer:/view/type]'];
  const faults = VIEWS[known](view, '/view');
  if (!Array.isArray(view.blocks)) return [...faults, '[ERROR] must be an array [json-pointer:/view/blocks]'];
  const asks = view.blocks.some((block) => isObject(block) && block.type === 'input');
  const lacks =
    known === 'modal' && asks && view.submit === undefined
      ? ['[ERROR] missing required field: submit [json-pointer:/view]']
      : [];
  return [...faults, ...lacks, ...blockFaults(view.blocks, 'viewBlocks', '/view/blocks')];
}

function blockFaults(
  blocks: readonly unknown[],
  limit: 'messageBlocks' | 'viewBlocks',
  at: string,
): string[] {
  return [...list(anyBlock, limit, 0)(blocks, at), ...markdownFaults(blocks, at), ...twice(blocks, at)];
}

/** The limit of markdown holds for all blocks of it together. */
function markdownFaults(blocks: readonly unknown[], at: string): string[] {
  const texts = blocks.filter(isObject).filter(({ type }) => type === 'markdown');
  const count = texts.reduce((sum, { text }) => sum + String(text).length, 0);
  const { max } = FAKE_LIMITS.markdown;
  return count > max
    ? [`[ERROR] markdown must be less than ${max + 1} characters in all [json-pointer:${at}]`]
    : [];
}

/** A block's id is one of a kind in its message, an action's in its block. */
function twice(blocks: readonly unknown[], at: string): string[] {
  const known = blocks.filter(isObject);
  return [
    ...repeated(known.map(({ block_id: id }) => id)).map(
      (id) => `[ERROR] block_id ${id} already exists [json-pointer:${at}]`,
    ),
    ...known.flatMap((block, index) =>
      repeated(elementsOf(block).map(({ action_id: id }) => id)).map(
        (id) => `[ERROR] action_id ${id} already exists [json-pointer:${at}/${index}]`,
      ),
    ),
  ];
}

function repeated(ids: readonly unknown[]): string[] {
  const given = ids.filter((id) => typeof id === 'string');
  return [...new Set(given.filter((id, index) => given.indexOf(id) !== index))];
}

/** All that can be pressed or filled in in a block. */
export function elementsOf(block: Json): Json[] {
  const { elements, accessory, element } = block;
  const all = [...(block.type === 'actions' && Array.isArray(elements) ? elements : []), accessory, element];
  return all.filter(isObject);
}

/** Slack gives an id to each block and action that has none. */
export function withIds(blocks: readonly Json[], nextId: () => string): Json[] {
  const named = (element: unknown) =>
    isObject(element) && needsId(element)
      ? { ...element, action_id: element.action_id ?? nextId() }
      : element;
  return blocks.map((block) => ({
    ...block,
    block_id: block.block_id ?? nextId(),
    ...(block.type === 'actions' && { elements: (block.elements as unknown[]).map(named) }),
    ...(block.accessory !== undefined && { accessory: named(block.accessory) }),
    ...(block.element !== undefined && { element: named(block.element) }),
  }));
}

function needsId({ type }: Json): boolean {
  return type !== 'image';
}
