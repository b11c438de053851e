import type { Happening, Speaker } from '../../conversation/event.ts';
import type { Duty } from '../../domain/duties/duty.ts';
import type { DutyNews } from '../../domain/duties/life.ts';
import type { DutyEntry } from '../../domain/duties/month.ts';
import { presentOf } from '../../domain/duties/people.ts';
import { type DayNumber, plainDate } from '../../domain/hours/days.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { TimerChange } from '../../ports/store/turn.ts';
import type { Store } from '../../ports/store.ts';
import { type Holder, speakerOf } from '../people/holders.ts';
import { holdersOfAll, nearestManagers } from '../people/reached.ts';
import { type Moment, tellTimer } from '../process/tell.ts';

type DutyWord = Extract<Happening, { kind: 'duty' }>;

/** Of what is told, and by which clock. */
export interface DutyTelling extends Moment {
  readonly store: Pick<Store, 'findRecords' | 'record'>;
  readonly playbook: Playbook;
  readonly duty: Duty;
  readonly site: string;
  /** The event's id: what is told of one does not take the place of what is told of another. */
  readonly event: string;
}

/**
 * A reminder goes to whoever does it and is there; what was missed to the nearest manager who can be written to. Where none
 * of those who do it can be, the manager hears of it in the morning already.
 */
export async function tellNews(about: DutyTelling, { what, day }: DutyNews): Promise<TimerChange[]> {
  if (what === 'missed') return toManager(about, day, 'missed');
  const doers = await doersIn(about, doersOf(about));
  if (doers.length > 0) return doers.map((holder) => toHolder(about, holder, { day, what, entry: null }));
  return what === 'remind' ? toManager(about, day, 'unmanned') : [];
}

/** It is done, and by whom: to all who do it, and to the manager if they had heard that it was not. */
export async function tellDone(
  about: DutyTelling,
  done: {
    readonly day: DayNumber;
    readonly entry: DutyEntry;
    readonly to: { readonly conversation: string; readonly from: Speaker };
    /** Else only whoever pressed hears it. */
    readonly isNew: boolean;
    readonly was: DutyEntry['state'] | null;
  },
): Promise<TimerChange[]> {
  const { day, entry, to, isNew, was } = done;
  const word = { day, what: 'done', entry } as const;
  const doers = isNew ? await doersIn(about, doersOf(about)) : [];
  const managers = isNew && was === 'missed' ? await managersIn(about) : [];
  return unique([
    tell(about, to.conversation, to.from, word),
    ...[...doers, ...managers].map((holder) => toHolder(about, holder, word)),
  ]);
}

/** It was pressed by mistake: whoever heard that it is done, and whoever pressed, hear that it is not. */
export async function tellUndone(
  about: DutyTelling,
  undone: {
    readonly day: DayNumber;
    readonly entry: DutyEntry;
    readonly to: { readonly conversation: string; readonly from: Speaker };
    /** False: it was too late to take it back; only whoever pressed hears how it stands. */
    readonly isTaken: boolean;
  },
): Promise<TimerChange[]> {
  const { day, entry, to, isTaken } = undone;
  if (!isTaken) return [tell(about, to.conversation, to.from, { day, what: 'done', entry })];
  const isMissed = entry.state === 'missed';
  const word = { day, what: isMissed ? 'missed' : 'undone', entry } as const;
  const doers = await doersIn(about, doersOf(about));
  const managers = isMissed ? await managersIn(about) : [];
  return unique([
    tell(about, to.conversation, to.from, word),
    ...[...doers, ...managers].map((holder) => toHolder(about, holder, word)),
  ]);
}

function doersOf({ playbook, duty, site, now, ahead }: DutyTelling): readonly string[] {
  return presentOf(playbook, duty.units.get(site) ?? [], now + ahead);
}

async function toManager(
  about: DutyTelling,
  day: DayNumber,
  what: 'missed' | 'unmanned',
): Promise<TimerChange[]> {
  const managers = await managersIn(about);
  return managers.map((holder) => toHolder(about, holder, { day, what, entry: null }));
}

function doersIn({ store, playbook, now, ahead }: DutyTelling, doers: readonly string[]) {
  return holdersOfAll(store, playbook, doers, now + ahead);
}

function managersIn({ store, playbook, site, now, ahead }: DutyTelling) {
  return nearestManagers(store, playbook, site, now + ahead);
}

function toHolder(about: DutyTelling, holder: Holder, word: Word): TimerChange {
  return tell(about, holder.conversation, speakerOf(holder), word);
}

type Word = Pick<DutyWord, 'what' | 'entry'> & { readonly day: DayNumber };

function tell(
  { playbook, duty, site, event, now, ahead }: DutyTelling,
  conversation: string,
  from: Speaker,
  { day, what, entry }: Word,
): TimerChange {
  const { organisation } = playbook;
  const happening: DutyWord = {
    ...{ kind: 'duty', duty: duty.id, site, day: plainDate(day).toString(), what, entry },
  };
  const name = `duty/${duty.id}.${site}/${event}/${what}/${conversation}`;
  return tellTimer({ organisation, conversation, from }, happening, name, { now, ahead });
}

function unique(timers: readonly TimerChange[]): TimerChange[] {
  return [...new Map(timers.map((timer) => [timer.id, timer])).values()];
}
