import { readFileSync } from 'node:fs';
import { BEGUN, CLAIMED, DELIVERY_MOVES } from '../../ports/store/outbox.ts';
import { LUA_KEYS } from './keys.ts';

/** Every script, each in a file of its own in lua/. Those that only read run where nothing may be written, too. */
const SCRIPTS = {
  receive: 'receive',
  claimEvents: 'claim-events',
  postponeEvent: 'postpone-event',
  releaseEvents: 'release-events',
  hastenEvents: 'hasten-events',
  ringTimers: 'ring-timers',
  commit: 'commit',
  writeRecords: 'write-records',
  read: 'read',
  claimDeliveries: 'claim-deliveries',
  claimNext: 'claim-next',
  nextDue: 'next-due',
  begin: 'begin',
  settle: 'settle',
  hasten: 'hasten',
  interrupted: 'interrupted',
  delivery: 'delivery',
  findDeliveries: 'find-deliveries',
  countDeliveries: 'count-deliveries',
  findDestinations: 'find-destinations',
  latestDelivery: 'latest-delivery',
  findTimers: 'find-timers',
  nextTimer: 'next-timer',
  cancelTimer: 'cancel-timer',
  health: 'health',
  pruneEvents: 'prune-events',
  pruneDeliveries: 'prune-deliveries',
  prepare: 'prepare',
  release: 'release',
  apply: 'apply',
  resolve: 'resolve',
  onItsWay: 'on-its-way',
  arrived: 'arrived',
  put: 'put',
  meta: 'meta',
} as const;

export type ScriptName = keyof typeof SCRIPTS;

/** Names of commands of our own begin so: none is Redis's own. */
const COMMAND_PREFIX = 'driftvakt:';

export const commandOf = (script: ScriptName): string => COMMAND_PREFIX + script;

/** What the scripts share with this program. */
const CONSTANTS = [
  `local CLAIMED, BEGUN = '${CLAIMED}', '${BEGUN}'`,
  '-- From which states each can be reached.',
  'local MOVES = {',
  ...Object.entries(DELIVERY_MOVES).map(
    ([state, from]) => `  ${state} = { ${from.map((each) => `${each} = true`).join(', ')} },`,
  ),
  '}',
].join('\n');

/** How ioredis takes a script. */
export interface ScriptDefinition {
  readonly lua: string;
  readonly numberOfKeys: number;
}

/** All scripts by the names of their commands. */
export function scriptDefinitions(): Record<string, ScriptDefinition> {
  return Object.fromEntries(
    Object.entries(SCRIPTS).map(([name, file]) => [
      commandOf(name as ScriptName),
      { lua: wholeOf(file), numberOfKeys: 1 },
    ]),
  );
}

/** A script with what it includes, in the order that it names. */
function wholeOf(file: string): string {
  const lua = luaFile(file);
  const [, names = ''] = /^-- include: (.+)$/m.exec(lua) ?? [];
  const parts = names.split(', ').filter((name) => name !== '');
  return [LUA_KEYS, CONSTANTS, ...parts.map((name) => luaFile(`lib/${name}`)), lua].join('\n');
}

function luaFile(name: string): string {
  return readFileSync(new URL(`lua/${name}.lua`, import.meta.url), 'utf8');
}
