import type { Choice, Message } from '../../../conversation/messages.ts';
import { TEAMS_LIMITS } from '../limits.ts';
import { literal } from '../literal.ts';
import { inRows, isLong } from './rows.ts';

const STYLES = { main: 'positive', danger: 'destructive', plain: 'default', quiet: 'default' } as const;
/** What stands behind a choice that is no button; `default` is nothing. */
const GROUNDS = { main: 'accent', danger: 'attention', plain: 'emphasis', quiet: 'default' } as const;

/** So many choices stand as lines to press when one is too long for a button: each takes more of the card's size. */
const LINES = 12;

interface Button {
  readonly id: string;
  readonly title: string;
  readonly style: string;
  readonly mode: 'primary' | 'secondary';
}

/** A choice as a line to press, which breaks where a button's label would be cut off. */
interface Line {
  readonly id: string;
  readonly title: string;
  readonly ground: string;
  readonly spacing: string;
}

type Rows = readonly { readonly actions: Button[]; readonly spacing: string }[];

/** The parts of `cards/parts/choices.json`, from above. */
interface ChoicesData {
  /** What stands as buttons above the lines. */
  readonly urgent: Rows;
  readonly options: readonly Line[];
  readonly choices: Rows;
}

/** The choices as rows of buttons or as lines, ways out at the end. */
export function choicesData(message: Message, inPlace: readonly string[] = []): ChoicesData {
  const choices = message.choices.filter(({ id }) => !inPlace.includes(id));
  const lines = inLines(choices);
  const buttons = choices.filter((choice) => !lines.includes(choice));
  const onward = spaced(
    inRows(buttons.filter(({ style }) => style !== 'quiet').map((each) => buttonFor(each))),
  );
  const isCrowded = choices.length > TEAMS_LIMITS.actions;
  const out = spaced(
    quietRows(
      buttons.filter(({ style }) => style === 'quiet'),
      isCrowded,
    ),
  );
  const options = lines.map((line, i) => lineFor(line, i === 0 && onward.length === 0));
  if (lines.length > 0) return { urgent: onward, options, choices: out };
  return { urgent: [], options, choices: [...onward, ...out] };
}

/**
 * What leads on stands as lines if any of it is too long for a button, so that it looks alike; but danger to life is a
 * button where it can be.
 */
function inLines(choices: readonly Choice[]): readonly Choice[] {
  const long = choices.filter(({ label }) => isLong(label));
  const alike = long.some(({ style }) => style !== 'quiet');
  const onward = choices.filter(
    (choice) => long.includes(choice) || (alike && choice.style !== 'danger' && choice.style !== 'quiet'),
  );
  const sorted = [
    ...onward.filter(({ style }) => style !== 'quiet'),
    ...onward.filter(({ style }) => style === 'quiet'),
  ];
  return sorted.length > LINES ? [] : sorted;
}

function lineFor({ id, label, style }: Choice, isFirst: boolean): Line {
  return { id, title: literal(label), ground: GROUNDS[style], spacing: isFirst ? 'Medium' : 'Small' };
}

function quietRows(quiet: readonly Choice[], isCrowded: boolean): { actions: Button[] }[] {
  // Everything can be written as well, so a menu may hold what few look for.
  const buttons = quiet.map((choice, i) => buttonFor(choice, isCrowded && i >= TEAMS_LIMITS.quiet));
  const [shown, menu] = [buttons.filter(({ mode }) => mode === 'primary'), buttons.filter(isInMenu)];
  return withMenu(inRows(shown), menu);
}

function spaced(rows: readonly { actions: Button[] }[]): Rows {
  return rows.map((row, i) => ({ ...row, spacing: i === 0 ? 'Medium' : 'Small' }));
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
