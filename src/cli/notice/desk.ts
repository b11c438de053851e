import { readEnvironment } from '../../config/environment.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { toolToken } from '../../http/api/tool.ts';
import { keysOf } from '../keys.ts';
import { playbookOf } from '../options.ts';
import { type Terminal, UsageError } from '../terminal.ts';
import type { TextOptions } from './body.ts';
import type { ApiAccess } from './client.ts';

/** Options that every action has. */
interface Common extends TextOptions {
  readonly org: string;
  readonly base: string;
  readonly json?: boolean;
  readonly wait?: string;
}

/** What an action needs: the playbook for words and times, and the way to the service. */
export interface Desk {
  readonly playbook: Playbook;
  readonly access: ApiAccess;
  readonly options: Common & Readonly<Record<string, unknown>>;
}

/** @throws UsageError where the service, or the right to ask it, is not named */
export function deskOf(terminal: Terminal, options: Desk['options']): Desk {
  const playbook = playbookOf(terminal, options.org);
  const { organisation, notices } = playbook;
  if (!URL.canParse(options.base))
    throw new UsageError(`--base "${options.base}" is no address; write https://host`);
  const { DRIFTVAKT_TOKEN } = readEnvironment(terminal.environment);
  const [tool] = notices.tools;
  if (DRIFTVAKT_TOKEN === undefined && tool === undefined)
    throw new UsageError(
      `the playbook of ${organisation} lets no program write notices; name one under notices.tools, or set DRIFTVAKT_TOKEN`,
    );
  const token = DRIFTVAKT_TOKEN ?? toolToken(keysOf(terminal), organisation, tool ?? '');
  return { playbook, options, access: { base: options.base, organisation, token } };
}

/** @throws UsageError for what is no reference */
export function idOf(text: string): string {
  if (!/^[0-9A-Za-z-]{1,40}$/.test(text))
    throw new UsageError(`"${text}" is no reference of a notice, as K7M2-QX4P`);
  return text.toUpperCase();
}
