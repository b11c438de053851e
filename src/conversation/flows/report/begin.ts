import type { Picture } from '../../../domain/reports/report.ts';
import type { Talk } from '../../talk.ts';
import { saysCritical, saysDanger } from '../../understanding/answers/danger.ts';
import type { Flow } from '../flow.ts';
import { advance } from './advance.ts';
import { newDraft } from './draft.ts';

/** Begins a report with what was said so far. What was going on is put aside, and can be taken up again. */
export function beginReport(
  talk: Talk,
  said: { readonly text: string; readonly service: string | null; readonly pictures?: readonly Picture[] },
): void {
  putAside(talk);
  const { text, service, pictures = [] } = said;
  const draft = newDraft(talk.playbook.version, {
    ...{ text, service, pictures },
    stated: saysCritical(text),
    danger: saysDanger(text),
  });
  advance(talk, talk.number, draft);
}

/** Leaves what is going on, so that it can be resumed; but for a report that is taken up in another way. */
export function putAside(talk: Talk, takenUp: string | null = null): void {
  const { flow } = talk;
  talk.flow = null;
  if (flow === null || !isWorthKeeping(flow)) return;
  const others = talk.left.filter(({ begun }) => begun !== flow.begun);
  talk.left = [flow, ...others].filter(
    (left) => left.name !== 'report' || takenUp === null || left.draft.report !== takenUp,
  );
}

function isWorthKeeping(flow: Flow): boolean {
  if (flow.name === 'notice') return true;
  return flow.name === 'report' && (!flow.draft.decided || flow.draft.pending !== null);
}
