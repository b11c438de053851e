import { contactsOf } from '../../domain/absence/announced.ts';
import type { AgreedEntry, AwayEntry } from '../../domain/absence/entry.ts';
import { toldOf } from '../../domain/absence/told.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { TimerChange } from '../../ports/store/turn.ts';
import type { Store } from '../../ports/store.ts';
import { holdersOf, speakerOf } from '../people/holders.ts';
import { Process, type ProcessParts } from '../process/process.ts';
import type { ProcessJob, Step } from '../process/step.ts';
import { tellTimer } from '../process/tell.ts';
import { readBook } from './book.ts';
import { AWAY_EVENTS, type AwayHappening } from './events.ts';

interface AwayState {
  readonly schema: 1;
}
interface AwayParts {
  readonly store: Pick<Store, 'record' | 'findRecords'>;
}
const STATE: AwayState = { schema: 1 };

/** Tells those whom the playbook names of absences and agreements. */
export function awayProcess(parts: AwayParts & ProcessParts): Process<AwayHappening, AwayState> {
  return new Process(parts, {
    name: 'an absence',
    events: AWAY_EVENTS,
    stateOf: () => STATE,
    plan: (job) => planAway(parts, job),
  });
}

async function planAway(
  { store }: AwayParts,
  job: ProcessJob<AwayHappening, AwayState>,
): Promise<Step<AwayState>> {
  const { event, playbook, process } = job;
  const { organisation, subject: id } = event;
  const { book } = await readBook(store, organisation);
  const entry = [...book.entries, ...book.agreed].find((each) => each.id === id);
  if (entry === undefined) return { process };
  const contacts = hearersOf(playbook, entry, event.what.site);
  const timers = await Promise.all(contacts.map((contact) => timersOf(store, job, entry, contact)));
  // Somebody who holds several of them is told once.
  const byId = new Map(timers.flat().map((timer) => [timer.id, timer]));
  return { process, timers: [...byId.values()] };
}

/** Those whom the playbook names, and whom it is about where somebody else told it. */
function hearersOf(
  playbook: Playbook,
  entry: AwayEntry | AgreedEntry,
  site: string | null,
): readonly string[] {
  const about = 'about' in entry ? contactsOf(playbook, entry) : [entry.contact];
  return [...new Set([...toldOf(playbook, entry, site), ...about])];
}

async function timersOf(
  store: AwayParts['store'],
  { playbook, event, now }: ProcessJob<AwayHappening, AwayState>,
  entry: AwayEntry | AgreedEntry,
  contact: string,
): Promise<TimerChange[]> {
  const { organisation, ahead, what } = event;
  const holders = await holdersOf(store, playbook, contact);
  return holders
    .filter(({ conversation }) => conversation !== entry.by.conversation)
    .map((holder) => {
      const { conversation } = holder;
      const from = speakerOf(holder);
      const name = `away-news/${organisation}/${entry.id}/${what.revision}/${what.news}/${conversation}`;
      const news = { kind: 'away-news', entry: entry.id, news: what.news } as const;
      return tellTimer({ organisation, conversation, from }, news, name, { now, ahead });
    });
}
