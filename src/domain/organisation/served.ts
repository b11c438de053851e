import type { Playbook } from './playbook.ts';

/**
 * The IT department that serves an organisation: what it publishes about the organisation's site and services is the
 * organisation's too.
 */
export interface ServedBy {
  /** The department's organisation. */
  readonly organisation: string;
  /** Which of the department's sites this organisation is. */
  readonly site: string;
  /** Which of the department's services are this organisation's: its own ids by the department's. */
  readonly services: ReadonlyMap<string, string>;
  /** Whether the playbook lists them; else they are all that have the same id. */
  readonly listed: boolean;
  /** Units of this organisation by the department's sites below `site`. */
  readonly sites: ReadonlyMap<string, string>;
}

/** The organisations that a department serves, in the order of the playbooks. */
export function servedOf<P extends Pick<Playbook, 'servedBy'>>(
  playbooks: ReadonlyMap<string, P>,
  department: string,
): readonly P[] {
  return [...playbooks.values()].filter(({ servedBy }) => servedBy?.organisation === department);
}

/** Their ids. */
export function servedIds(
  playbooks: ReadonlyMap<string, Pick<Playbook, 'organisation' | 'servedBy'>>,
  department: string,
): readonly string[] {
  return servedOf(playbooks, department).map(({ organisation }) => organisation);
}
