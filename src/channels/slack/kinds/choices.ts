import type { Choice, Message } from '../../../conversation/messages.ts';
import { type Block, type Button, button } from '../blocks.ts';
import { SLACK_LIMITS } from '../limits.ts';

const STYLES = { main: 'primary', danger: 'danger', plain: null, quiet: null } as const;

/** The choices as buttons, ways out in a row of their own at the end. */
export function choiceBlocks(message: Message, inPlace: readonly string[] = []): Block[] {
  const choices = message.choices.filter(({ id }) => !inPlace.includes(id));
  const quiet = choices.filter(({ style }) => style === 'quiet');
  const onward = choices.filter(({ style }) => style !== 'quiet');
  return [...rows(onward.map(choiceButton)), ...rows(quiet.map(choiceButton))];
}

export function choiceButton({ id, label, style }: Choice): Button {
  return button(id, label, STYLES[style]);
}

function rows(buttons: readonly Button[]): Block[] {
  const blocks: Block[] = [];
  for (let i = 0; i < buttons.length; i += SLACK_LIMITS.actions)
    blocks.push({ type: 'actions', elements: buttons.slice(i, i + SLACK_LIMITS.actions) });
  return blocks;
}
