import type { Millis } from '../timeline/timeline.ts';
import { PAPER_LIMITS } from './paper.ts';

/** Which version of each sheet: of what a unit has on the wall, or of what it should have. Plain data. */
export type Versions = Readonly<Record<string, string>>;

/** `asked`: something is to be printed; `again`: it was said again; `missed`: the time for it is over. */
export type PaperStage = 'printed' | 'asked' | 'again' | 'missed';

/** What is remembered of a unit's paper. Plain data. */
export interface PaperState {
  /** What it has by its own word. */
  readonly printed: Versions;
  readonly stage: PaperStage;
  /** What it was asked to have; empty: nothing yet. */
  readonly asked: Versions;
  /** When it was asked, and last told; null: never. */
  readonly askedAt: Millis | null;
  readonly toldAt: Millis | null;
}

export const NEW_PAPER: PaperState = {
  ...{ printed: {}, stage: 'printed', asked: {}, askedAt: null, toldAt: null },
};

/** `settled`: what was asked for is not needed any more. */
export type PaperNews = 'ask' | 'again' | 'missed' | 'settled';

/** Where it stands now, what is to be told, and when to look again (null: when the playbook changes). */
export interface PaperStep {
  readonly state: PaperState;
  readonly news: PaperNews | null;
  readonly next: Millis | null;
}

/** How soon, in working days. */
export interface PaperTimes {
  readonly within: number;
  readonly again: number;
  /** The same time so many working days after an instant. */
  readonly after: (from: Millis, days: number) => Millis;
}

/** A sheet that is not as it should be. Null: there was none, or there shall be none any more. */
export interface SheetChange {
  readonly sheet: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What a unit has to print or to throw away, in the order of what it should have. */
export function outstanding(printed: Versions, wanted: Versions): readonly SheetChange[] {
  const sheets = new Set([...Object.keys(wanted), ...Object.keys(printed)]);
  return [...sheets]
    .map((sheet) => ({ sheet, from: printed[sheet] ?? null, to: wanted[sheet] ?? null }))
    .filter(({ from, to }) => from !== to);
}

/** Until when what is asked for is to be printed; null: nothing is asked for. */
export function dueOf({ within, after }: PaperTimes, { stage, askedAt }: PaperState): Millis | null {
  return stage === 'printed' || askedAt === null ? null : after(askedAt, within);
}

/**
 * Takes a unit's paper to the present. Each change is asked for once, said again once, and missed once however often and late it is
 * looked at; then it is said again now and then. A new change takes the place of the one that is asked for.
 */
export function advancePaper(times: PaperTimes, state: PaperState, wanted: Versions, now: Millis): PaperStep {
  if (outstanding(state.printed, wanted).length === 0) return settled(state);
  if (state.stage === 'printed' || outstanding(state.asked, wanted).length > 0) {
    const asked: PaperState = { ...state, stage: 'asked', asked: wanted, askedAt: now, toldAt: now };
    return { state: asked, news: 'ask', next: nextOf(times, asked) };
  }
  const next = nextOf(times, state);
  if (now < next) return { state, news: null, next };
  const isOver = now >= (dueOf(times, state) ?? now);
  const told: PaperState = { ...state, stage: isOver ? 'missed' : 'again', toldAt: now };
  return { state: told, news: isOver ? 'missed' : 'again', next: nextOf(times, told) };
}

/** All that it was to have is on the wall. */
export function printedAll(state: PaperState, wanted: Versions): PaperState {
  return { ...state, printed: wanted, stage: 'printed', asked: {} };
}

function settled(state: PaperState): PaperStep {
  const isOpen = state.stage !== 'printed';
  return {
    state: isOpen ? { ...state, stage: 'printed', asked: {} } : state,
    news: isOpen ? 'settled' : null,
    next: null,
  };
}

/** When it is to be looked at next, of what is open. */
function nextOf({ within, again, after }: PaperTimes, { stage, askedAt, toldAt }: PaperState): Millis {
  const from = askedAt ?? 0;
  if (stage === 'missed') return after(toldAt ?? from, PAPER_LIMITS.repeat);
  if (stage === 'asked' && again > 0 && again < within) return after(from, within - again);
  return after(from, within);
}
