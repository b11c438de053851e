import { type Answer, type Call, jsonArg, refused, textArg } from '../answers.ts';
import { isObject, type Json } from '../check.ts';
import { refusedBlocks, withIds } from '../check-blocks.ts';
import { FAKE_LIMITS } from '../limits.ts';

/** What a message is to say; a refusal where Slack would not take it. */
export interface Content {
  readonly text: string;
  /** Null: none were given. */
  readonly blocks: readonly Json[] | null;
  /** Null: none was given; an empty object takes away what there was. */
  readonly metadata: Json | null;
  readonly warnings: readonly string[];
}

export type Read = { readonly content: Content } | { readonly refusal: Answer };

/** Reads text, blocks and metadata of a call that posts (or replaces) a message. */
export function readContent({ args, workspace }: Call, what: 'post' | 'update' | 'ephemeral'): Read {
  const text = textArg(args, 'text');
  const blocks = blocksOf(args);
  if (blocks === 'format') return { refusal: refused('invalid_blocks_format') };
  const bad = blocks === null ? null : refusedBlocks(blocks);
  if (bad !== null) return { refusal: refused(bad.error, bad.messages, { errors: bad.messages }) };
  if (text === '' && (blocks ?? []).length === 0) return { refusal: refused('no_text') };
  if (what === 'update' && text.length > FAKE_LIMITS.updateText.max)
    return { refusal: refused('msg_too_long') };
  const metadata = metadataOf(args);
  if (typeof metadata === 'string') return { refusal: refused(metadata) };
  const { max } = FAKE_LIMITS.text;
  return {
    content: {
      text: text.slice(0, max),
      blocks: blocks === null ? null : withIds(blocks, () => workspace.clock.blockId()),
      metadata: what === 'ephemeral' ? null : metadata,
      warnings: text.length > max ? ['message_truncated'] : [],
    },
  };
}

function blocksOf({ blocks }: Json): readonly Json[] | null | 'format' {
  if (blocks === undefined || blocks === null || blocks === '') return null;
  const given = jsonArg(blocks);
  return Array.isArray(given) ? (given as Json[]) : 'format';
}

/** Metadata, or what Slack says against it. Payloads are flat but for one level of objects (@slack/types). */
function metadataOf({ metadata }: Json): Json | null | string {
  if (metadata === undefined || metadata === null || metadata === '') return null;
  const given = jsonArg(metadata);
  if (!isObject(given)) return 'invalid_metadata_format';
  if (Object.keys(given).length === 0) return {};
  const { event_type: type, event_payload: payload } = given;
  if (typeof type !== 'string' || type === '' || !isObject(payload)) return 'invalid_metadata_schema';
  if (!Object.values(payload).every((value) => isFlat(value) || isShallow(value)))
    return 'invalid_metadata_schema';
  return JSON.stringify(given).length > FAKE_LIMITS.metadataCharacters.max ? 'metadata_too_large' : given;
}

function isFlat(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function isShallow(value: unknown): boolean {
  const each = Array.isArray(value) ? value : [value];
  return each.every((item) => isFlat(item) || (isObject(item) && Object.values(item).every(isFlat)));
}
