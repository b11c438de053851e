import { routinePage } from '../pages/routine-page.ts';
import type { PageReply } from '../reply.ts';
import { admit, type PageParts } from './admission.ts';

/** Answers GET /routine/:org. */
export function routineRoute(parts: PageParts, organisation: string, query: URLSearchParams): PageReply {
  const admitted = admit(parts, 'routine', organisation, query);
  if ('status' in admitted) return admitted;
  const now = parts.clock.now().toZonedDateTimeISO(admitted.playbook.timezone);
  return { status: 200, body: routinePage(admitted, now) };
}
