import type { Playbook } from '../domain/organisation/playbook.ts';
import type { ServedBy } from '../domain/organisation/served.ts';
import { siteLine } from '../domain/organisation/site.ts';
import { error, type Finding, warning } from './fault.ts';
import { suggestion } from './suggestion.ts';

const PART = 'served-by';

/** What a playbook says of the IT department that serves it, held against the department's own. */
export function servedFindings(playbook: Playbook, all: ReadonlyMap<string, Playbook>): readonly Finding[] {
  const { servedBy } = playbook;
  if (servedBy === null || servedBy.organisation === playbook.organisation) return [];
  const department = all.get(servedBy.organisation);
  if (department === undefined) return [missing(servedBy, playbook, all)];
  if (department.servedBy !== null) return [error([PART], chained(playbook, department, all))];
  return [
    ...unknownSite(servedBy, department),
    ...unknownServices(servedBy, department),
    ...unknownUnits(servedBy, department),
    ...forgotten(servedBy, department),
  ];
}

/** Alone a playbook can be looked at all the same; beside others the department must be among them. */
function missing({ organisation }: ServedBy, own: Playbook, all: ReadonlyMap<string, Playbook>): Finding {
  if (all.size <= 1)
    return warning(
      [PART],
      `names "${organisation}", whose playbook is not looked at here; check both together`,
    );
  const others = [...all.keys()].filter((other) => other !== own.organisation);
  const meant = suggestion(organisation, others);
  return error([PART], `names "${organisation}", which has no playbook here; put it beside this one${meant}`);
}

/** A department that is served by another would have to hand on what is not its own. */
function chained(
  { organisation }: Playbook,
  department: Playbook,
  all: ReadonlyMap<string, Playbook>,
): string {
  const line = [organisation];
  for (let next: string | undefined = department.organisation; next !== undefined; ) {
    const isCircle = line.includes(next);
    line.push(next);
    if (isCircle) return `runs in a circle: ${line.join(' → ')}; a department is served by nobody`;
    next = all.get(next)?.servedBy?.organisation;
  }
  const last = line.at(-1);
  return `names "${department.organisation}", which is itself served by "${department.servedBy?.organisation}"; name "${last}"`;
}

function unknownSite({ organisation, site }: ServedBy, { sites }: Playbook): Finding[] {
  if (sites.has(site)) return [];
  const meant = suggestion(site, sites.keys());
  return [
    error(
      [PART, 'site'],
      `is "${site}", which "${organisation}" does not know; add it to its "sites:", or say under "site:" which of them this organisation is${meant}`,
    ),
  ];
}

function unknownServices({ organisation, services, listed }: ServedBy, department: Playbook): Finding[] {
  if (!listed) return [];
  return [...services]
    .filter(([theirs]) => !department.services.has(theirs))
    .map(([theirs]) =>
      error(
        [PART, 'services'],
        `names "${theirs}", which is not in "services:" of "${organisation}"${suggestion(theirs, department.services.keys())}`,
      ),
    );
}

function unknownUnits({ organisation, site, sites }: ServedBy, department: Playbook): Finding[] {
  return [...sites].flatMap(([theirs, own]) => {
    const path = [PART, 'sites', own];
    if (!department.sites.has(theirs)) {
      const meant = suggestion(theirs, department.sites.keys());
      return [error(path, `names "${theirs}", which is not in "sites:" of "${organisation}"${meant}`)];
    }
    const isBelow = theirs !== site && siteLine(department.sites, theirs).some(({ id }) => id === site);
    return isBelow
      ? []
      : [error(path, `names "${theirs}", which does not belong to "${site}" of "${organisation}"`)];
  });
}

/** Nobody said that these are not its own; notices about them would come to nobody here. */
function forgotten({ organisation, services, listed }: ServedBy, department: Playbook): Finding[] {
  const unknown = [...department.services.keys()].filter((id) => !services.has(id));
  if (listed || unknown.length === 0) return [];
  return [
    warning(
      [PART],
      `does not say which services of "${organisation}" are this organisation’s, and ${unknown.join(', ')} ${unknown.length === 1 ? 'is' : 'are'} not in "services:" here: notices about ${unknown.length === 1 ? 'it' : 'them'} do not come; add what is used, or list what is under "served-by", "services:"`,
    ),
  ];
}
