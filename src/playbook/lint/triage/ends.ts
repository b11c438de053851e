import type { MatterClass } from '../../../domain/contacts/contact.ts';
import { DANGER } from '../../../domain/triage/triage.ts';
import type { FaultPath } from '../../fault.ts';
import type { PlaybookFile } from '../../schema/playbook.ts';
import type { AnswerFile, EndFile, TreeFile } from '../../schema/triage.ts';

/** An answer, and where it stands in the file. */
export interface PlacedAnswer {
  readonly path: FaultPath;
  readonly answer: AnswerFile;
}

/** An end, and where it stands in the file. */
export interface PlacedEnd {
  readonly path: FaultPath;
  readonly end: EndFile;
}

/** Every answer of a tree. */
export function answersOf(id: string, tree: TreeFile): PlacedAnswer[] {
  return Object.entries(tree.questions ?? {}).flatMap(([question, { answers }]) =>
    answers.map((answer, i) => ({
      path: ['triage', id, 'questions', question, 'answers', i],
      answer,
    })),
  );
}

/** Every end of a tree. */
export function endsOf(id: string, tree: TreeFile): PlacedEnd[] {
  const own = tree.end === undefined ? [] : [{ path: ['triage', id, 'end'], end: tree.end }];
  const ofAnswers = answersOf(id, tree).flatMap(({ path, answer: { end } }) =>
    end === undefined ? [] : [{ path: [...path, 'end'], end }],
  );
  return [...own, ...ofAnswers];
}

/** Every end of every tree. */
export function allEnds(content: PlaybookFile): PlacedEnd[] {
  return Object.entries(content.triage).flatMap(([id, tree]) => endsOf(id, tree));
}

/** The circumstance of an end that makes it critical. */
export function criticalCircumstance(content: PlaybookFile, end: EndFile): string | undefined {
  const { when } = content.classes.critical;
  return end.is?.find((id) => id === DANGER || when.includes(id));
}

/** The class that an end comes to, as `decide` says it of the loaded playbook. */
export function classOf(content: PlaybookFile, end: EndFile): MatterClass {
  return criticalCircumstance(content, end) === undefined ? (end.class ?? 'normal') : 'critical';
}
