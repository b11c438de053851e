import type { Speaker } from '../../conversation/event.ts';
import { printedVersion } from '../../conversation/paper/version.ts';
import type { PaperWord } from '../../conversation/paper/words.ts';
import { presentOf } from '../../domain/duties/people.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { PaperNews, SheetChange } from '../../domain/paper/life.ts';
import { PAPER_LIMITS, type PaperRule } from '../../domain/paper/paper.ts';
import type { NewDelivery } from '../../ports/store/outbox.ts';
import type { TimerChange } from '../../ports/store/turn.ts';
import type { Store } from '../../ports/store.ts';
import type { Ways } from '../escalations/pingable.ts';
import { type Holder, speakerOf } from '../people/holders.ts';
import { holdersOfAll, nearestManagers } from '../people/reached.ts';
import { type Moment, tellTimer } from '../process/tell.ts';
import type { PrintLinks } from './known.ts';
import { paperLetters } from './letters.ts';

/** Of what is told, and by which clock. */
export interface PaperTelling extends Moment {
  readonly store: Pick<Store, 'findRecords' | 'record'>;
  readonly ways: Ways;
  readonly printLinks: PrintLinks | null;
  readonly playbook: Playbook;
  readonly rule: PaperRule;
  readonly site: string;
  /** The event's id: what is told of one does not take the place of what is told of another. */
  readonly event: string;
  /** Of all that the unit should have. */
  readonly version: string;
  readonly due: number | null;
  readonly changes: readonly SheetChange[];
  /** Whether those who hear of what is not printed had heard of it. */
  readonly wasMissed: boolean;
}

/** Where somebody is answered. */
interface Place {
  readonly conversation: string;
  readonly from: Speaker;
}

interface Told {
  readonly timers: readonly TimerChange[];
  readonly deliveries: readonly NewDelivery[];
}

/**
 * What is to be printed is told to whoever prints it and is there, by mail where no chat reaches them; what was not, to them and to those
 * who hear of it. Where nobody can be asked these hear of it at once.
 */
export async function tellPaperNews(about: PaperTelling, news: PaperNews): Promise<Told> {
  const word = wordOf(about, news);
  const printers = await holdersIn(about, printersOf(about));
  const timers = printers.map((holder) => toHolder(about, holder, word));
  if (news === 'settled') return { timers, deliveries: [] };
  const deliveries = printers.length > 0 ? [] : await paperLetters(about, printersOf(about), word);
  const isUnmanned = news === 'ask' && printers.length === 0 && deliveries.length === 0;
  if (news !== 'missed' && !isUnmanned) return { timers, deliveries };
  const told = await hearersOf(about);
  const what = isUnmanned ? 'unmanned' : news;
  return {
    timers: unique([...timers, ...told.map((holder) => toHolder(about, holder, { ...word, what }))]),
    deliveries,
  };
}

/** It is printed, and by whom: to all who print it, and to those who had heard that it was not. */
export async function tellPrinted(
  about: PaperTelling,
  printed: NonNullable<PaperWord['printed']>,
  to: Place,
): Promise<TimerChange[]> {
  const word: PaperWord = { ...wordOf(about, 'done'), ...{ printed, due: null, changes: [], more: 0 } };
  const printers = await holdersIn(about, printersOf(about));
  const hearers = about.wasMissed ? await hearersOf(about) : [];
  return unique([
    tell(about, to, word),
    ...[...printers, ...hearers].map((holder) => toHolder(about, holder, word)),
  ]);
}

/** It was printed before: only whoever pressed hears it. */
export function tellPrintedAlready(
  about: PaperTelling,
  printed: NonNullable<PaperWord['printed']>,
  to: Place,
): TimerChange[] {
  return [tell(about, to, { ...wordOf(about, 'done'), ...{ printed, due: null, changes: [], more: 0 } })];
}

/** What they printed is not the present version any more: they are shown that. */
export function tellStale(about: PaperTelling, to: Place): TimerChange[] {
  return [tell(about, to, wordOf(about, 'ask'))];
}

function wordOf(
  { playbook, rule, site, version, due, changes }: PaperTelling,
  what: PaperWord['what'],
): PaperWord {
  const shown = changes.slice(0, PAPER_LIMITS.sheets);
  return {
    ...{ rule: rule.id, site, what, version, due, printed: null, shown: printedVersion(playbook) },
    ...{ changes: shown, more: changes.length - shown.length },
  };
}

function printersOf({ playbook, rule, site, now, ahead }: PaperTelling): readonly string[] {
  return presentOf(playbook, rule.units.get(site) ?? [], now + ahead);
}

/** Who hears of what is not printed: those whom the playbook names, else the nearest manager who can be written to. */
async function hearersOf(about: PaperTelling): Promise<readonly Holder[]> {
  const { store, playbook, rule, site, now, ahead } = about;
  if (rule.tell.length === 0) return nearestManagers(store, playbook, site, now + ahead);
  return holdersIn(about, presentOf(playbook, rule.tell, now + ahead));
}

function holdersIn({ store, playbook, now, ahead }: PaperTelling, contacts: readonly string[]) {
  return holdersOfAll(store, playbook, contacts, now + ahead);
}

function toHolder(about: PaperTelling, holder: Holder, word: PaperWord): TimerChange {
  return tell(about, { conversation: holder.conversation, from: speakerOf(holder) }, word);
}

function tell(
  { playbook, event, now, ahead }: PaperTelling,
  { conversation, from }: Place,
  word: PaperWord,
): TimerChange {
  const { organisation } = playbook;
  const name = `paper/${word.rule}.${word.site}/${event}/${word.what}/${conversation}`;
  return tellTimer({ organisation, conversation, from }, { kind: 'paper', ...word }, name, { now, ahead });
}

function unique(timers: readonly TimerChange[]): TimerChange[] {
  // Whoever prints and hears is told once.
  return [...new Map(timers.map((timer) => [timer.id, timer])).values()];
}
