import { PAPER_VERSION } from '../../conversation/paper/version.ts';
import { routinePage } from '../pages/routine-page.ts';
import type { PageReply } from '../reply.ts';
import { admit, type PageParts } from './admission.ts';

/** What the page of the routines needs from around it. */
export interface RoutineParts extends PageParts {
  /** Where people reach the service; left out or null: nobody said, and no code to scan is printed. */
  readonly publicUrl?: () => string | null;
}

/** Answers GET /routine/:org. */
export function routineRoute(parts: RoutineParts, organisation: string, query: URLSearchParams): PageReply {
  const admitted = admit(parts, 'routine', organisation, query);
  if ('status' in admitted) return admitted;
  const now = parts.clock.now().toZonedDateTimeISO(admitted.playbook.timezone);
  const printed = query.get('printed') ?? '';
  const page = routinePage(admitted, now, {
    publicUrl: parts.publicUrl?.() ?? null,
    // Anything else is not said back.
    printed: PAPER_VERSION.test(printed) ? printed : null,
    hasPack: true,
  });
  return { status: 200, body: page };
}
