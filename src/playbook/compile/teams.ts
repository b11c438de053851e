import type { TeamsPart } from '../../domain/organisation/playbook.ts';
import type { TeamsFile } from '../schema/teams.ts';

/** What of Microsoft Teams belongs to the organisation; null where the file does not speak of it. */
export function compileTeams(file: TeamsFile | undefined): TeamsPart | null {
  if (file === undefined) return null;
  return { tenants: file.tenants ?? [], teams: file.teams ?? [], desk: file.desk ?? null };
}
