import type { Choice, Message } from '../../../conversation/messages.ts';
import { TEAMS_LIMITS } from '../limits.ts';
import { literal } from '../literal.ts';
import { inRows } from './rows.ts';

const STYLES = { main: 'positive', danger: 'destructive', plain: 'default', quiet: 'default' } as const;

interface Button {
  readonly id: string;
  readonly title: string;
  readonly style: string;
  readonly mode: 'primary' | 'secondary';
}

/** The choices as rows of buttons, ways out in rows of their own at the end. */
export function choicesData(
  message: Message,
  inPlace: readonly string[] = [],
): { choices: { actions: Button[]; spacing: string }[] } {
  const choices = message.choices.filter(({ id }) => !inPlace.includes(id));
  const onward = choices.filter(({ style }) => style !== 'quiet').map((choice) => buttonFor(choice));
  const quiet = choices
    .filter(({ style }) => style === 'quiet')
    // Everything can be written as well, so a menu may hold what few look for.
    .map((choice, i) => buttonFor(choice, choices.length > TEAMS_LIMITS.actions && i >= TEAMS_LIMITS.quiet));
  const [shown, menu] = [quiet.filter(({ mode }) => mode === 'primary'), quiet.filter(isInMenu)];
  const rows = [...inRows(onward), ...withMenu(inRows(shown), menu)];
  return { choices: rows.map((row, i) => ({ ...row, spacing: i === 0 ? 'Medium' : 'Small' })) };
}

export function buttonFor({ id, label, style }: Choice, isHidden = false): Button {
  return { id, title: literal(label), style: STYLES[style], mode: isHidden ? 'secondary' : 'primary' };
}

function isInMenu({ mode }: Button): boolean {
  return mode === 'secondary';
}

/** Teams shows secondary actions behind the last button of their row. */
function withMenu(rows: { actions: Button[] }[], menu: Button[]): { actions: Button[] }[] {
  return rows.map((row, i) => (i === rows.length - 1 ? { actions: [...row.actions, ...menu] } : row));
}
