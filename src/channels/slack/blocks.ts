import { cut } from '../../conversation/plain-text/clean.ts';
import { SLACK_LIMITS } from './limits.ts';
import { type Mrkdwn, type PlainText, pieces, plain, strong } from './text.ts';

export interface Button {
  readonly type: 'button';
  readonly text: PlainText;
  readonly action_id: string;
  readonly value: string;
  readonly style?: 'primary' | 'danger';
  readonly accessibility_label?: string;
}

export interface TextInput {
  readonly type: 'plain_text_input';
  readonly action_id: string;
  readonly initial_value?: string;
  readonly max_length: number;
  readonly multiline?: true;
  readonly placeholder?: PlainText;
}

export interface Option {
  readonly text: PlainText;
  readonly value: string;
}

export interface Select {
  readonly type: 'static_select';
  readonly action_id: string;
  readonly options?: readonly Option[];
  /** In place of `options`, where there are more than those may be. */
  readonly option_groups?: readonly { readonly label: PlainText; readonly options: readonly Option[] }[];
  readonly initial_option?: Option;
}

/** Several of some options. */
export interface MultiSelect extends Omit<Select, 'type' | 'initial_option'> {
  readonly type: 'multi_static_select';
  readonly initial_options?: readonly Option[];
}

/** The blocks of Slack's Block Kit that we use. */
export type Block =
  | { readonly type: 'header'; readonly text: PlainText }
  | {
      readonly type: 'section';
      readonly text?: PlainText | Mrkdwn;
      readonly fields?: readonly (PlainText | Mrkdwn)[];
      readonly accessory?: Button;
      readonly block_id?: string;
    }
  | { readonly type: 'context'; readonly elements: readonly (PlainText | Mrkdwn)[] }
  | { readonly type: 'actions'; readonly elements: readonly Button[] }
  | {
      readonly type: 'input';
      readonly block_id: string;
      readonly label: PlainText;
      readonly element: TextInput | Select | MultiSelect;
      readonly optional: true;
    }
  | { readonly type: 'divider' };

export const DIVIDER: Block = { type: 'divider' };

/** A heading, with the rest below it if it is long. */
export function header(text: string): Block[] {
  if (text.length <= SLACK_LIMITS.header) return [{ type: 'header', text: plain(text, SLACK_LIMITS.header) }];
  return [{ type: 'header', text: plain(text, SLACK_LIMITS.header) }, ...paragraph(text)];
}

export function paragraph(text: string): Block[] {
  return pieces(text, SLACK_LIMITS.section).map((piece) => ({ type: 'section', text: plain(piece) }));
}

/** Several short lines as one paragraph. */
export function lines(texts: readonly string[]): Block[] {
  return texts.length === 0 ? [] : paragraph(texts.join('\n'));
}

export function bold(text: string): Block {
  return { type: 'section', text: strong(text, SLACK_LIMITS.section) };
}

/** What is good to know and small. */
export function aside(texts: readonly string[]): Block[] {
  const whole = texts.filter((text) => text !== '').join('\n');
  return pieces(whole, SLACK_LIMITS.field).map((piece) => ({
    type: 'context',
    elements: [plain(piece, SLACK_LIMITS.field)],
  }));
}

/** Pairs of short texts, side by side where there is room. */
export function pairs(rows: readonly (readonly [PlainText | Mrkdwn, PlainText | Mrkdwn])[]): Block[] {
  const perBlock = SLACK_LIMITS.fields / 2;
  const blocks: Block[] = [];
  for (let i = 0; i < rows.length; i += perBlock)
    blocks.push({ type: 'section', fields: rows.slice(i, i + perBlock).flat() });
  return blocks;
}

/**
 * @param id of the choice; unique in its message
 * @param does what pressing it does: `dialog` opens a view
 */
export function button(
  id: string,
  label: string,
  style: Button['style'] | null,
  aloud?: string,
  does: 'choice' | 'dialog' = 'choice',
): Button {
  return {
    type: 'button',
    text: plain(label, SLACK_LIMITS.button),
    action_id: `${does}:${id}`,
    value: id,
    ...(style === null || style === undefined ? {} : { style }),
    ...(aloud === undefined ? {} : { accessibility_label: cut(aloud, SLACK_LIMITS.button) }),
  };
}
