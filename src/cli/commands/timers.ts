import { Command } from 'commander';
import { readEnvironment } from '../../config/environment.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { operatorToken } from '../../http/api/operator.ts';
import { timerJson } from '../../http/api/timers.ts';
import { loadPlaybooks } from '../../playbook/load.ts';
import { StoredTimers } from '../../runtime/timers/desk.ts';
import { keysOf } from '../keys.ts';
import { askApi } from '../notice/client.ts';
import { countOption, playbookOf } from '../options.ts';
import { readStore } from '../store-reader.ts';
import { type Terminal, UsageError } from '../terminal.ts';

interface ListOptions {
  readonly org?: string;
  readonly kind?: string;
  readonly limit: string;
  readonly json?: boolean;
}

const MOST = 200;

/** `driftvakt timers`: what is due later. Listing reads the store, also while the service runs; cancelling asks the service. */
export function timersCommand(terminal: Terminal): Command {
  const timers = new Command('timers').description('what is due later: list it, or take it away');
  timers
    .command('list')
    .description('what waits in the store (DRIFTVAKT_STORE), earliest first; also while the service runs')
    .option('--org <organisation>', 'only of this organisation')
    .option('--kind <kind>', 'only of this kind, such as due or tick')
    .option('--limit <count>', `at most so many of each organisation, 1 to ${MOST}`, '50')
    .option('--json', 'print JSON and nothing else')
    .action((options: ListOptions) => list(terminal, options));
  timers
    .command('cancel <id>')
    .description('take a timer away, through the running service')
    .requiredOption('--org <organisation>', 'the organisation')
    .option('--base <address>', 'where the service is reached', 'http://localhost:3978')
    .option('--json', 'print JSON and nothing else')
    .action((id: string, options: { org: string; base: string; json?: boolean }) =>
      cancel(terminal, id, options),
    );
  return timers;
}

/** An organisation's timers, as they are printed. */
interface Listing {
  readonly organisation: string;
  readonly timers: readonly object[];
  readonly more: boolean;
  readonly setAside: readonly object[];
}

async function list(terminal: Terminal, options: ListOptions): Promise<void> {
  const limit = countOption('--limit', options.limit, MOST);
  const { DRIFTVAKT_PLAYBOOKS, production } = readEnvironment(terminal.environment);
  const playbooks =
    options.org === undefined
      ? [...loadPlaybooks(DRIFTVAKT_PLAYBOOKS, production).values()]
      : [playbookOf(terminal, options.org)];
  const listings = await readStore(terminal, 'ask it: GET /api/ORG/timers', (store) => {
    const stored = new StoredTimers(store, terminal.clock);
    return Promise.all(playbooks.map((playbook) => listingOf(stored, playbook, { ...options, limit })));
  });
  if (options.json) terminal.out(`${JSON.stringify({ organisations: listings })}\n`);
  else terminal.out(printed(listings));
}

async function listingOf(
  stored: StoredTimers,
  playbook: Playbook,
  { kind, limit }: { readonly kind?: string; readonly limit: number },
): Promise<Listing> {
  const { organisation } = playbook;
  const page = await stored.list({ organisation, limit, ...(kind !== undefined && { kind }) });
  const setAside = await stored.setAside(organisation);
  return {
    organisation,
    timers: page.timers.map((timer) => timerJson(playbook, timer)),
    more: page.next !== null,
    setAside: setAside.map(({ at, ...rest }) => ({
      ...rest,
      at: Temporal.Instant.fromEpochMilliseconds(at).toString(),
    })),
  };
}

function printed(listings: readonly Listing[]): string {
  const lines = listings.flatMap(({ organisation, timers, more, setAside }) => [
    ...timers.map((timer) => {
      const { dueAt, kind, does, id, overdue, fault } = timer as Record<string, unknown>;
      const marks = [overdue === true ? 'overdue' : '', typeof fault === 'string' ? fault : ''].filter(
        Boolean,
      );
      return `${dueAt}  ${organisation}  ${kind ?? '?'}: ${does ?? 'unknown to this version'}${marks.length > 0 ? ` (${marks.join('; ')})` : ''}\n    ${id}`;
    }),
    ...(more ? [`… and more of ${organisation}; see --limit and --kind`] : []),
    ...(setAside.length > 0
      ? [`${organisation}: ${setAside.length} set aside because they could not be used; --json lists them`]
      : []),
  ]);
  return lines.length === 0 ? 'Nothing waits.\n' : `${lines.join('\n')}\n`;
}

async function cancel(
  terminal: Terminal,
  id: string,
  { org, base, json }: { org: string; base: string; json?: boolean },
): Promise<void> {
  const { organisation } = playbookOf(terminal, org);
  if (!URL.canParse(base)) throw new UsageError(`--base "${base}" is no address; write https://host`);
  const access = { base, organisation, token: operatorToken(keysOf(terminal), organisation) };
  const answer = await askApi(access, '/timers/cancel', { id });
  terminal.out(json ? `${JSON.stringify(answer)}\n` : `Cancelled ${id}.\n`);
}
