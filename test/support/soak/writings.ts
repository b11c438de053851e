/** One try to bring something to a process. */
export interface Try {
  /** In ms since 1970. */
  readonly at: number;
  /** Where the process was. */
  readonly port: string;
  /** Its status; null: none came. */
  readonly status: number | null;
}

/** Something that somebody wrote, with all that became of it on its way in. */
export interface Writing {
  readonly id: string;
  readonly text: string;
  readonly tries: Try[];
  /** When it was acknowledged, in ms since 1970; null: not yet. */
  acceptedAt: number | null;
  /** When its answer was seen; null: not yet, or never. */
  answeredAt: number | null;
}

/**
 * What people write, over and over: each is answered with one message, and none sets a reminder that would ring
 * within the run.
 */
export const TEXTS = ['hei', 'nettet er nede på skolen', 'avbryt', 'hjelp'] as const;

/** Platforms wait so long for an acknowledgement, in ms. */
const PATIENCE_MS = { teams: 15_000, slack: 3000 } as const;
/** After how long they send again, in ms: Slack's own times are at once, 1 min, 5 min; they are shorter, so that the conversation goes on. */
const AGAIN_MS = [0, 500, 1000, 2000] as const;

/** Somebody who writes, and their conversation with the bot. */
export interface Talker {
  readonly platform: 'teams' | 'slack';
  /** The conversation. */
  readonly name: string;
  readonly written: Writing[];
  /** Makes what they write next. */
  next(): Writing;
  /** Posts it as the platform does; `again` is which time it is sent again. */
  post(address: string, writing: Writing, again: number, signal: AbortSignal): Promise<number>;
  /** What the bot wrote to them, each as all its words in JSON, oldest first. */
  answers(): readonly string[];
}

/** Says where a process is that should be running. */
export type Balancer = () => Promise<string>;

/** Brings it to one process after the other until one acknowledges it. */
export async function bring(
  talker: Talker,
  writing: Writing,
  balancer: Balancer,
  over: AbortSignal,
): Promise<void> {
  for (let again = 0; !over.aborted; again++) {
    const address = await balancer();
    const at = Date.now();
    const patience = AbortSignal.timeout(PATIENCE_MS[talker.platform]);
    const status = await talker.post(address, writing, again, patience).catch(() => null);
    writing.tries.push({ at, port: new URL(address).port, status });
    if (status !== null && status < 300) {
      writing.acceptedAt = Date.now();
      return;
    }
    const wait = AGAIN_MS[Math.min(again, AGAIN_MS.length - 1)] ?? 0;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}
