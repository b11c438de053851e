import { z } from 'zod';
import type { Job } from '../../ports/jobs.ts';
import { PRIORITIES, type Priority } from '../../ports/store/outbox.ts';

/** Another one is of another version of this program, which runs beside this one. */
const SCHEMA = 1;

const job = z.discriminatedUnion('kind', [
  z.object({
    schema: z.literal(SCHEMA),
    kind: z.literal('deliver'),
    delivery: z.string().min(1),
    destination: z.string().min(1),
    priority: z.literal([...PRIORITIES]),
    at: z.number(),
  }),
  z.object({ schema: z.literal(SCHEMA), kind: z.literal('ring'), at: z.number() }),
]);

const recurring = z.object({ schema: z.literal(SCHEMA), kind: z.literal('recurring'), name: z.string() });

/** What a job holds in Redis: names and an instant, nothing of what anybody wrote. */
export function payloadOf(one: Job): object {
  if (one.kind === 'ring') return { schema: SCHEMA, kind: one.kind, at: one.at };
  const { kind, delivery, destination, priority, at } = one;
  return { schema: SCHEMA, kind, delivery, destination, priority, at };
}

export function recurringPayload(name: string): object {
  return { schema: SCHEMA, kind: 'recurring', name };
}

/** Reads that again; null: another version wrote it. */
export function readPayload(
  data: unknown,
): Job | { readonly kind: 'recurring'; readonly name: string } | null {
  const read = z.union([job, recurring]).safeParse(data);
  if (!read.success) return null;
  const { schema: _schema, ...named } = read.data;
  return named.kind === 'deliver' ? { ...named, priority: named.priority as Priority } : named;
}
