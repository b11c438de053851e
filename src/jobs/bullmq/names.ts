import type { Job } from '../../ports/jobs.ts';

/** Queues, by what they are for. Each is in braces, so that all of its keys are in one slot of a Redis Cluster. */
export const QUEUES = {
  /** Messages for which somebody waits. */
  soon: '{soon}',
  /** Messages of broadcasts. */
  many: '{many}',
  /** Timers that ring, and what recurs. */
  clock: '{clock}',
} as const;

export type QueueName = keyof typeof QUEUES;

/** What the keys of all queues begin with. */
export function queuePrefix(installation: string): string {
  return `${installation}-jobs`;
}

export function queueOf(job: Job): QueueName {
  if (job.kind === 'ring') return 'clock';
  return job.priority === 0 ? 'soon' : 'many';
}

/** The id of a job: BullMQ takes none that is a number, and none with a colon. */
export function jobIdOf(job: Job): string {
  if (job.kind === 'ring') return `ring-${job.at}`;
  return `delivery-${job.delivery.replaceAll('%', '%25').replaceAll(':', '%3A')}`;
}
