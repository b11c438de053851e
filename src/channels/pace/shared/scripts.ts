import { readFileSync } from 'node:fs';
import type { Cluster, Redis } from 'ioredis';

/** One Lua file for each thing that is done; all of them begin with what they have in common. */
const NAMES = ['turn', 'refused', 'taken', 'late'] as const;

type Name = (typeof NAMES)[number];

/** Runs a script on keys of one slot. @throws whatever Redis, or the way to it, says */
export type Scripts = Readonly<
  Record<Name, (keys: readonly string[], values: readonly (string | number)[]) => Promise<unknown>>
>;

/** The scripts of pacing on a connection. Redis knows each by its hash once it has run. */
export function paceScripts(redis: Redis | Cluster): Scripts {
  const common = textOf('flow');
  const made = NAMES.map((name) => {
    const command = `pace_${name}`;
    redis.defineCommand(command, { lua: `${common}\n${textOf(name)}` });
    const run = (
      redis as unknown as Record<string, (count: number, ...rest: (string | number)[]) => Promise<unknown>>
    )[command]?.bind(redis);
    if (run === undefined) throw new Error(`ioredis has no command ${command}`);
    const call: Scripts[Name] = (keys, values) => run(keys.length, ...keys, ...values);
    return [name, call] as const;
  });
  return Object.fromEntries(made) as Scripts;
}

function textOf(name: string): string {
  return readFileSync(new URL(`${name}.lua`, import.meta.url), 'utf8');
}
