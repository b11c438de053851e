import type { Cue } from './cues.ts';
import { TOPICS, type Topic } from './lexicon/lexicon.ts';

const FURTHER = 0.4;
const LONG_SIGHTED = 2.4;
const RIVALRY = 0.45;

/** How much a text speaks for a topic. */
export interface Score {
  readonly topic: Topic;
  readonly points: number;
  /** The cues that were counted. */
  readonly cues: readonly Cue[];
}

/** The topics, the likeliest first. A word speaks once for a topic, in whichever language it says most. */
export function scores(cues: readonly Cue[]): readonly Score[] {
  return TOPICS.map((topic) => scoreOf(topic, cues)).sort((a, b) => b.points - a.points);
}

function scoreOf(topic: Topic, cues: readonly Cue[]): Score {
  const counted: Cue[] = [];
  const taken = new Set<number>();
  const own = cues.filter((cue) => cue.topic === topic).sort((a, b) => b.weight - a.weight);
  for (const cue of own) {
    if (cue.found.places.some((place) => taken.has(place))) continue;
    counted.push(cue);
    for (const place of cue.found.places) taken.add(place);
  }
  const [first, ...others] = counted.map((cue) => cue.weight);
  const further = others.reduce((sum, weight, index) => sum + weight * FURTHER ** (index + 1), 0);
  return { topic, points: (first ?? 0) + further, cues: counted };
}

/** How sure the likeliest topic is, from 0 to 1: much speaks for it, and little for the next one. */
export function confidence(points: number, next: number): number {
  if (points <= 0) return 0;
  return (1 - Math.exp(-points / LONG_SIGHTED)) * (1 - RIVALRY * (Math.min(next, points) / points) ** 2);
}
