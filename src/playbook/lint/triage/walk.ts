import type { EndFile, TreeFile } from '../../schema/triage.ts';

type Questions = NonNullable<TreeFile['questions']>;

/** The questions that follow one of a tree, as far as they are there. */
export function followers(questions: Questions, id: string): string[] {
  const next = (questions[id]?.answers ?? []).flatMap((answer) => answer.next ?? []);
  return [...new Set(next)].filter((other) => Object.hasOwn(questions, other));
}

/** The questions that the first one leads to, itself among them. */
export function reachableFrom(questions: Questions, first: string): ReadonlySet<string> {
  const reached = new Set([first]);
  // A set grows while it is walked: what is added is visited too.
  for (const id of reached) for (const other of followers(questions, id)) reached.add(other);
  return reached;
}

/** A circle on the way from a question, from its first question back to it. */
export function circleFrom(questions: Questions, first: string): string[] | null {
  const done = new Set<string>();
  const visit = (id: string, way: readonly string[]): string[] | null => {
    if (way.includes(id)) return [...way.slice(way.indexOf(id)), id];
    if (done.has(id)) return null;
    done.add(id);
    for (const other of followers(questions, id)) {
      const circle = visit(other, [...way, id]);
      if (circle !== null) return circle;
    }
    return null;
  };
  return visit(first, []);
}

/** Most questions on the way to an end of a kind; zero if there is none. Only for questions without circles. */
export function longestWay(questions: Questions, first: string, wanted: (end: EndFile) => boolean): number {
  const known = new Map<string, number>();
  const from = (id: string): number => {
    const found = known.get(id) ?? longest(id);
    known.set(id, found);
    return found;
  };
  const longest = (id: string): number => {
    const ends = (questions[id]?.answers ?? []).some(({ end }) => end !== undefined && wanted(end));
    const after = Math.max(0, ...followers(questions, id).map(from));
    return ends || after > 0 ? after + 1 : 0;
  };
  return from(first);
}
