import type { Block, Button } from './blocks.ts';
import { SLACK_LIMITS } from './limits.ts';
import { plain } from './text.ts';

/** What a button says besides its choice. */
export interface Sign {
  /** Whose conversation it belongs to: in a channel everybody can press it. */
  readonly of: string;
  /** The key of the message. */
  readonly on: string;
}

/** The block that says what a form held before it was sent (kinds/form.ts). */
export const BEFORE = 'before';

/** Blocks whose buttons say where they belong: their value is `{"choice","of","on"}`. */
export function signedBlocks(blocks: readonly Block[], sign: Sign): readonly Block[] {
  return blocks.map((block): Block => {
    if (block.type === 'actions')
      return { ...block, elements: block.elements.map((each) => signed(each, sign)) };
    if (block.type === 'section' && block.accessory !== undefined)
      return { ...block, accessory: signed(block.accessory, sign) };
    return block;
  });
}

/** @throws RangeError if it is longer than Slack takes: a value that was cut could not be read */
function signed(button: Button, { of, on }: Sign): Button {
  const value = JSON.stringify({ choice: button.value, of, on });
  if (value.length > SLACK_LIMITS.value) throw new RangeError('a button’s value is too long for Slack');
  return { ...button, value };
}

/** Blocks that were answered: nothing on them can be pressed or filled in but numbers to call, and they say what was chosen. */
export function spentBlocks(blocks: readonly Block[], chosen: string | null): readonly Block[] {
  const rest = blocks.flatMap((block): Block[] => {
    if (block.type === 'actions' || block.type === 'input') return [];
    if (block.type !== 'section') return [block];
    if (block.block_id === BEFORE) return [];
    const { accessory: _pressed, ...told } = block;
    return [told];
  });
  const line: Block = { type: 'section', text: plain(`✓ ${chosen ?? ''}`) };
  return chosen === null ? rest : [...rest, line];
}
