import type { IncomingMessage } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { withoutPrivate } from '../../domain/people/access.ts';
import { type PeopleChanges, peopleChanges } from '../../domain/people/changes.ts';
import type { Listing } from '../../domain/people/listing.ts';
import { PERSON_LIMITS, type Person } from '../../domain/people/person.ts';
import { withFile, withoutContactNumbers, withProfiles } from '../../domain/people/profiles.ts';
import { peopleOf } from '../../people-file/from-profiles.ts';
import { PEOPLE_FILE_LIMITS, readPeopleFile } from '../../people-file/read-file.ts';
import type { ProfileSource } from '../../ports/profiles.ts';
import type { LinkKeys } from '../link-key.ts';
import type { ChannelRoute } from '../server.ts';
import { ApiRefusal, readBody } from './exchange.ts';
import { addressOf, operatorRoute } from './operators.ts';

/** What the routes need of an organisation's people. */
export interface ApiPeople<Kept extends { readonly people: readonly Person[]; readonly version: number }> {
  read(organisation: string): Promise<Kept>;
  replace(
    organisation: string,
    people: readonly Person[],
    about: { readonly before: Kept; readonly by: string },
  ): Promise<{ readonly outcome: 'written' | 'conflict' }>;
  listing(playbook: Playbook): Promise<Listing>;
}

export interface DirectoryApiParts<
  Kept extends { readonly people: readonly Person[]; readonly version: number },
> {
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly keys: LinkKeys;
  readonly people: ApiPeople<Kept>;
  /** Platforms whose profiles can be read, as they are set up. */
  readonly profiles?: readonly ProfileSource[];
}

/** People of each sort that are named in a preview. */
const NAMED = 20;
/** Of so many more of those who are there would be removed, it is taken for another's file. */
const MOST_REMOVED = 0.5;
const SEARCH = 200;

/** The HTTP API for operators: reading people in, and searching for them (docs/directory.md). */
export function directoryApi<Kept extends { readonly people: readonly Person[]; readonly version: number }>(
  parts: DirectoryApiParts<Kept>,
): readonly ChannelRoute[] {
  return [
    operatorRoute(parts, 'GET', '/directory', (playbook, request) => search(parts, playbook, request)),
    operatorRoute(parts, 'POST', '/directory/import', (playbook, request) => read(parts, playbook, request)),
    operatorRoute(parts, 'POST', '/directory/sync', (playbook, request) => sync(parts, playbook, request)),
  ];
}

/** Reads a file in, or says what that would change. Nothing of a file with faults is taken. */
async function read<Kept extends { readonly people: readonly Person[]; readonly version: number }>(
  { people }: DirectoryApiParts<Kept>,
  playbook: Playbook,
  request: IncomingMessage,
): Promise<object> {
  requireDirectory(playbook);
  const bytes = await readBody(request, 'text/csv', PEOPLE_FILE_LIMITS.bytes);
  // Ten thousand lines take a second: nobody else waits for that long.
  const file = await readPeopleFile(bytes, playbook.country, () => setImmediate());
  if (file.outcome === 'faults') throw refusalOf(file.faults);
  const before = await people.read(playbook.organisation);
  const after = withFile(before.people, file.people);
  return replaced({ people, playbook, request, by: 'operator' }, before, after);
}

/** Takes the profiles of a platform in, or says what that would change: all of them, or nothing. */
async function sync<Kept extends { readonly people: readonly Person[]; readonly version: number }>(
  { people, profiles = [] }: DirectoryApiParts<Kept>,
  playbook: Playbook,
  request: IncomingMessage,
): Promise<object> {
  requireDirectory(playbook);
  const from = addressOf(request).searchParams.get('from') ?? '';
  const source = profiles.find(({ name }) => name === from);
  if (source === undefined) throw new ApiRefusal(409, notSetUp(from, profiles));
  const found = await source.read(playbook.organisation);
  if (found.outcome === 'failed')
    throw new ApiRefusal(502, `The profiles could not be read; nothing was changed: ${found.reason}.`);
  const listed = withoutContactNumbers(playbook, peopleOf(source.name, found.profiles, playbook.country));
  const before = await people.read(playbook.organisation);
  const after = withProfiles(before.people, source.name, listed);
  return replaced({ people, playbook, request, by: source.name }, before, after);
}

function requireDirectory({ organisation, directory }: Playbook): void {
  if (directory === null)
    throw new ApiRefusal(
      409,
      `The playbook of ${organisation} has no part "directory": nobody could search for them. Add "directory: {}".`,
    );
}

function notSetUp(from: string, profiles: readonly ProfileSource[]): string {
  const names = profiles.map(({ name }) => name);
  const known = names.length === 0 ? 'none is set up' : `there are: ${names.join(', ')}`;
  return `There are no profiles from "${from}" (${known}). Teams needs DRIFTVAKT_GRAPH=1, Slack a token; see docs/directory.md.`;
}

/** What it changes; with `apply=1` it is done: all of it, or nothing. */
async function replaced<Kept extends { readonly people: readonly Person[]; readonly version: number }>(
  {
    people,
    playbook: { organisation },
    request,
    by,
  }: {
    readonly people: ApiPeople<Kept>;
    readonly playbook: Playbook;
    readonly request: IncomingMessage;
    readonly by: string;
  },
  before: Kept,
  after: readonly Person[],
): Promise<object> {
  const query = addressOf(request).searchParams;
  if (after.length > PERSON_LIMITS.people)
    throw new ApiRefusal(409, `These would be ${after.length} people; at most ${PERSON_LIMITS.people}.`);
  const changes = peopleChanges(before.people, after);
  const preview = { organisation, people: after.length, ...changesJson(changes) };
  if (query.get('apply') !== '1') return { ...preview, applied: false };
  if (changes.removed.length > before.people.length * MOST_REMOVED && query.get('remove') !== '1')
    throw new ApiRefusal(
      409,
      `It would remove ${changes.removed.length} of ${before.people.length} people. If that is meant, send remove=1 (driftvakt: --remove).`,
    );
  const { outcome } = await people.replace(organisation, after, { before, by });
  if (outcome === 'conflict')
    throw new ApiRefusal(409, 'Others were read in meanwhile; look at what it changes now, and try again.');
  return { ...preview, applied: true };
}

function refusalOf(faults: readonly { line: number; field: string; message: string }[]): ApiRefusal {
  return new ApiRefusal(
    422,
    `${faults.length} ${faults.length === 1 ? 'line has a fault' : 'lines have faults'}; nothing was read in.`,
    faults.map(({ line, field, message }) => ({
      field: `line ${line}`,
      why: 'invalid',
      message: `line ${line}${field === '' ? '' : `, ${field}`}: ${message}`,
    })),
  );
}

/** Names only, and which fields are others: never a number, for private ones are among them. */
function changesJson({ added, removed, changed, same }: PeopleChanges): object {
  const names = (all: readonly Person[]): string[] => all.slice(0, NAMED).map(nameOf);
  return {
    added: { count: added.length, first: names(added) },
    changed: {
      count: changed.length,
      first: changed.slice(0, NAMED).map(({ person, fields }) => ({ name: nameOf(person), fields })),
    },
    removed: { count: removed.length, first: names(removed) },
    same,
  };
}

function nameOf({ name, unit }: Person): string {
  return unit === null ? name : `${name}, ${unit}`;
}

async function search<Kept extends { readonly people: readonly Person[]; readonly version: number }>(
  { people }: DirectoryApiParts<Kept>,
  playbook: Playbook,
  request: IncomingMessage,
): Promise<object> {
  const text = addressOf(request).searchParams.get('find') ?? '';
  if (text === '' || text.length > SEARCH)
    throw new ApiRefusal(400, `Say whom to find, in 1 to ${SEARCH} characters: ?find=anna`);
  const listing = await people.listing(playbook);
  return { ...withoutPrivate(listing.search(text)), size: listing.size };
}
