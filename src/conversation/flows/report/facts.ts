import type { MatterClass } from '../../../domain/contacts/contact.ts';
import type { Situation } from '../../../domain/contacts/situation.ts';
import type { Hit, Report } from '../../../domain/reports/report.ts';
import { decide } from '../../../domain/triage/decide.ts';
import { treeFor } from '../../../domain/triage/tree.ts';
import type { TriageEnd, TriageQuestion, TriageTree } from '../../../domain/triage/triage.ts';
import type { Talk } from '../../talk.ts';
import { answerTo, type Draft } from './draft.ts';
import { QUESTION, VALUE } from './question.ts';

/** What was decided about a report, and by what. */
export interface Verdict {
  readonly class: MatterClass;
  /** The circumstance that decided; null: none did. */
  readonly because: string | null;
  readonly circumstances: readonly string[];
  readonly hit: Hit | null;
  readonly service: string | null;
  readonly policy: string | null;
  readonly routine: string | null;
  readonly advice: string | null;
}

/** Where somebody stands in a tree of questions. */
export type Place =
  | { readonly tree: TriageTree; readonly question: TriageQuestion }
  | { readonly tree: TriageTree; readonly end: TriageEnd };

/** The service that the reporter speaks of. */
export function reportedService(talk: Talk, draft: Draft): string | null {
  const chosen = answerTo(draft, QUESTION.service);
  const id = chosen === null ? draft.service : chosen === VALUE.other ? null : chosen;
  return id !== null && talk.playbook.services.has(id) ? id : null;
}

/** Whether it is still open which service the fault is of. */
export function serviceIsOpen(talk: Talk, draft: Draft): boolean {
  return (
    talk.playbook.services.size > 0 &&
    reportedService(talk, draft) === null &&
    answerTo(draft, QUESTION.service) !== VALUE.other
  );
}

/** The role that the questions go by. */
export function roleOf(talk: Talk, draft: Draft): string | null {
  const chosen = answerTo(draft, QUESTION.role);
  return chosen !== null && talk.playbook.roles.has(chosen) ? chosen : talk.role;
}

/** Where the answers lead in the organisation's own questions; null where it has none for this. */
export function placeInTree(talk: Talk, draft: Draft): Place | null {
  if (draft.again) return null;
  const tree = treeFor(talk.playbook, reportedService(talk, draft), roleOf(talk, draft));
  if (tree === null) return null;
  let [question] = tree.questions.values();
  if (question === undefined) return tree.end === null ? null : { tree, end: tree.end };
  for (let steps = 0; steps <= tree.questions.size; steps++) {
    const value = answerTo(draft, treeQuestion(tree, question));
    const answer = value === null ? undefined : question.answers[Number(value)];
    if (answer === undefined) return { tree, question };
    if (answer.end !== null) return { tree, end: answer.end };
    const next = tree.questions.get(answer.next ?? '');
    if (next === undefined) return null;
    question = next;
  }
  return null;
}

export function treeQuestion(tree: TriageTree, question: TriageQuestion): string {
  return `tree:${tree.id}:${question.id}`;
}

/** What the rules make of the answers; null while too little is known. */
export function verdictOn(talk: Talk, draft: Draft): Verdict | null {
  const { playbook } = talk;
  const service = reportedService(talk, draft);
  const place = placeInTree(talk, draft);
  const end = place !== null && 'end' in place ? place.end : null;
  if (draft.danger) return dangerVerdict(talk, draft, end);
  if (end !== null) {
    const { class: matterClass, because } = decide(playbook, { is: end.is, class: end.class });
    const { is, policy, routine } = end;
    const advice = end.advice === null ? null : talk.local(end.advice);
    return {
      ...{ class: matterClass, because, circumstances: is, policy, routine, advice },
      hit: stopsUnit(talk, is) ? 'everybody' : null,
      service: end.service ?? service,
    };
  }
  const judged = answerTo(draft, QUESTION.judge);
  if (judged === null || place !== null) return null;
  const is = playbook.circumstances.has(judged) ? [judged] : [];
  return {
    ...decide(playbook, { is, class: null }),
    circumstances: is,
    hit: hitBy(talk, judged, is),
    ...{ service, policy: null, routine: null, advice: null },
  };
}

function hitBy(talk: Talk, judged: string, is: readonly string[]): Hit | null {
  if (stopsUnit(talk, is)) return 'everybody';
  return judged === VALUE.one ? 'one' : judged === VALUE.several ? 'several' : null;
}

/** What is critical without danger to life is so because a whole unit is stopped. */
function stopsUnit({ playbook }: Talk, is: readonly string[]): boolean {
  const rules = playbook.classes.get('critical')?.when ?? [];
  return is.some((id) => id !== playbook.danger && rules.includes(id));
}

/** Danger to life or health is critical at once, and goes the way of the routes. */
function dangerVerdict(talk: Talk, draft: Draft, end: TriageEnd | null): Verdict {
  const { danger } = talk.playbook;
  return {
    class: 'critical',
    because: danger,
    circumstances: danger === null ? [] : [danger],
    hit: null,
    service: end?.service ?? reportedService(talk, draft),
    policy: null,
    routine: end?.routine ?? null,
    advice: null,
  };
}

/** Whom a report's numbers are looked up for. */
export function situationOf({ class: matterClass, service, site, role, policy }: Report): Situation {
  return { class: matterClass, service, site, role, policy };
}
