import { error, type Finding } from '../../fault.ts';
import { LIMITS } from '../../limits.ts';
import type { PlaybookFile } from '../../schema/playbook.ts';
import type { TreeFile } from '../../schema/triage.ts';
import { suggestion } from '../../suggestion.ts';
import type { LintContext, LintRule } from '../context.ts';
import { includesAll } from '../routes.ts';
import { allEnds, answersOf, classOf, criticalCircumstance, type PlacedAnswer } from './ends.ts';
import { circleFrom, longestWay, reachableFrom } from './walk.ts';

/** An answer leads to a question of its own tree. */
export const unknownQuestions: LintRule = (context) =>
  soundTrees(context).flatMap(([id, tree]) => {
    const known = Object.keys(tree.questions ?? {});
    return lostAnswers(id, tree).map(({ path, answer: { next = '' } }) =>
      error(
        [...path, 'next'],
        `names "${next}", which is not in "questions:" of this triage${suggestion(next, known)}`,
      ),
    );
  });

/** The first question leads to all others, and from none back to itself. */
export const questionsInOrder: LintRule = (context) =>
  soundTrees(context).flatMap(([id, tree]): Finding[] => {
    const { questions = {} } = tree;
    const [first] = Object.keys(questions);
    if (first === undefined) return [];
    const place = (question: string) => ['triage', id, 'questions', question];
    const circle = circleFrom(questions, first);
    return [
      ...unasked(id, tree, first).map((question) => error(place(question), NEVER_ASKED)),
      ...(circle === null ? [] : [error(place(circle[0] ?? first), inCircle(circle))]),
    ];
  });

const NEVER_ASKED = 'is never asked: no answer leads to it; name it after a "next:", or remove it';

function inCircle(circle: readonly string[]): string {
  return `runs in a circle: ${circle.join(' → ')}; let one of the answers end instead`;
}

/** The questions to which nothing leads. With an answer that leads nowhere it cannot be known: it may mean any of them. */
function unasked(id: string, tree: TreeFile, first: string): string[] {
  const { questions = {} } = tree;
  if (lostAnswers(id, tree).length > 0) return [];
  const reached = reachableFrom(questions, first);
  return Object.keys(questions).filter((question) => !reached.has(question));
}

/** Answers that lead to a question that is not there. */
function lostAnswers(id: string, tree: TreeFile): PlacedAnswer[] {
  const { questions = {} } = tree;
  return answersOf(id, tree).filter(
    ({ answer: { next } }) => next !== undefined && !Object.hasOwn(questions, next),
  );
}

/** Whoever has a critical matter gets the number soon. */
export const criticalSoon: LintRule = (context) => {
  if (!context.isSound(['classes'])) return [];
  return soundTrees(context).flatMap(([id, { questions = {} }]): Finding[] => {
    const [first] = Object.keys(questions);
    if (first === undefined || circleFrom(questions, first) !== null) return [];
    const count = longestWay(questions, first, (end) => classOf(context.content, end) === 'critical');
    if (count <= LIMITS.questionsIfCritical) return [];
    const message = `needs ${count} questions before it ends as critical; at most ${LIMITS.questionsIfCritical} may come before the number`;
    return [error(['triage', id], `${message}: ask what is critical first`)];
  });
};

/** An end that is called normal must not hold what makes a matter critical. */
export const contradictoryEnds: LintRule = ({ content, isSound }) => {
  if (!isSound(['classes'])) return [];
  return allEnds(content).flatMap(({ path, end }) => {
    const circumstance = criticalCircumstance(content, end);
    if (end.class !== 'normal' || circumstance === undefined) return [];
    const message = `is normal, but "${circumstance}" is critical; remove one of the two`;
    return [error([...path, 'class'], message)];
  });
};

/** What is used only in a long outage cannot follow from a report (scenario A4). */
export const routinesTooEarly: LintRule = ({ content }) =>
  allEnds(content).flatMap(({ path, end: { routine } }) => {
    if (routine === undefined || content.routines[routine]?.['only-when-declared'] !== true) return [];
    const message = `names "${routine}", which is used only once IT has declared a long outage; name another routine`;
    return [error([...path, 'routine'], message)];
  });

/** A triage after one that takes the same and more is never reached. */
export const unreachableTrees: LintRule = (context) => {
  const trees = soundTrees(context);
  return trees.flatMap(([id, tree], i) => {
    const earlier = trees.slice(0, i).find(([, other]) => takesAll(other, tree));
    if (earlier === undefined) return [];
    const message = `is never reached: "${earlier[0]}" takes all that it would take; move it before that one, or remove it`;
    return [error(['triage', id], message)];
  });
};

function takesAll(wide: TreeFile, narrow: TreeFile): boolean {
  return includesAll(wide.service, narrow.service) && includesAll(wide.role, narrow.role);
}

/** The trees in which nothing is wrong with the shape: of the others questions may have been left out. */
function soundTrees({ content, isSound }: LintContext): [string, PlaybookFile['triage'][string]][] {
  return Object.entries(content.triage).filter(([id]) => isSound(['triage', id]));
}
