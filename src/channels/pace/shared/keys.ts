/** Where what is known of a whole (a tenant, a workspace, a method in one) stands: all of it in one slot of a Redis Cluster. */
export function paceKeys(installation: string, { whole, part }: { whole: string; part: string | null }) {
  const root = `{${installation}-pace:${plain(whole)}}`;
  const of = `${root}:part:${part ?? ''}`;
  return {
    /** zset by instant: departures */
    gone: `${root}:gone`,
    partGone: `${of}:gone`,
    /** hash: what refusals left of the rate */
    restraint: `${root}:restraint`,
    partRestraint: `${of}:restraint`,
    /** zset by instant: when what was told to come back is expected */
    promised: `${root}:promised`,
  } as const;
}

/** Braces say what decides about the slot. */
function plain(name: string): string {
  return name.replaceAll('%', '%25').replaceAll('{', '%7B').replaceAll('}', '%7D');
}
