import type { Absence, Announcements } from '../absence/announcements.ts';
import type { Playbook } from '../organisation/playbook.ts';
import { remembered } from '../timeline/chunked.ts';
import {
  holdsUntil,
  type Millis,
  type Segment,
  segmentsBetween,
  type Timeline,
} from '../timeline/timeline.ts';
import type { Answer, AnsweredContact, StandingAnswer } from './answer.ts';
import { sameReach } from './availability.ts';
import { AvailabilityBook } from './availability-book.ts';
import type { MatterClass } from './contact.ts';
import { PlanEvaluator } from './evaluate.ts';
import { type Plan, planFor } from './plan.ts';
import { sameAnswer, sameCalls, sameSaid } from './same.ts';
import type { Situation } from './situation.ts';

interface Desk {
  /** In what is critical whoever is reached in an emergency is there, if not surely. */
  readonly books: Readonly<Record<MatterClass, AvailabilityBook>>;
  readonly bySituation: Map<string, Timeline<StandingAnswer>>;
  readonly byPlan: Map<string, Timeline<StandingAnswer>>;
}

/** Answers are large: some seven years of each plan are kept. */
const ANSWER_CHUNKS = 20;
/** Most situations whose plan is remembered; beyond, they are worked out again. */
const MAX_SITUATIONS = 10_000;

/** Worked-out timelines live as long as the announcements that they rest on. */
const desks = new WeakMap<Playbook, WeakMap<Announcements, Desk>>();

/**
 * Who to call now. Pure: the same playbook, situation, instant and announcements give the same answer, and there is
 * always one (design, "total answers").
 */
export function who(
  playbook: Playbook,
  situation: Situation,
  at: Temporal.ZonedDateTime,
  announcements = playbook.announcements,
): Answer {
  const timeline = answersFor(playbook, situation, announcements);
  const now = at.epochMilliseconds;
  const answer = timeline.segmentAt(now).value;
  return {
    ...answer,
    organisation: playbook.organisation,
    class: situation.class,
    at: at.withTimeZone(playbook.timezone),
    until: instantIn(playbook, holdsUntil(timeline, now, sameSaid)),
    opens: instantIn(playbook, answer.opens),
    sameStepsUntil: instantIn(playbook, holdsUntil(timeline, now, sameCalls)),
  };
}

/** The answers to one situation over a stretch of time, equal neighbours joined. */
export function answersBetween(
  playbook: Playbook,
  situation: Situation,
  from: Millis,
  to: Millis,
  announcements = playbook.announcements,
): Segment<StandingAnswer>[] {
  return segmentsBetween(answersFor(playbook, situation, announcements), from, to, sameSaid);
}

/** The plan of a situation under the playbook's own announcements or others. */
export function planOf(
  playbook: Playbook,
  situation: Situation,
  announcements = playbook.announcements,
): Plan {
  return planFor(playbook, situation, announcements.onCall);
}

/** Certain contacts as they can be reached at an instant, in the order given; unknown ids are left out. */
export function contactsAt(
  playbook: Playbook,
  ids: readonly string[],
  at: Temporal.ZonedDateTime,
  announcements = playbook.announcements,
): AnsweredContact[] {
  const { normal: book } = deskFor(playbook, announcements).books;
  return ids.flatMap((id) => {
    const contact = playbook.contacts.get(id);
    if (contact === undefined) return [];
    const availability = book.of(contact);
    const { available, often, reason } = availability.segmentAt(at.epochMilliseconds).value;
    const until = holdsUntil(availability, at.epochMilliseconds, sameReach);
    return [{ contact, available, often, reason, until }];
  });
}

/** An instant in the organisation's zone. */
export function instantIn(playbook: Playbook, at: Millis | null): Temporal.ZonedDateTime | null {
  return at === null
    ? null
    : Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(playbook.timezone);
}

function answersFor(
  playbook: Playbook,
  situation: Situation,
  announcements: Announcements,
): Timeline<StandingAnswer> {
  const desk = deskFor(playbook, announcements);
  const asked = `${situation.class}|${situation.service ?? ''}|${situation.site ?? ''}|${situation.role ?? ''}|${situation.policy ?? ''}`;
  let timeline = desk.bySituation.get(asked);
  if (timeline === undefined) {
    const plan = planOf(playbook, situation, announcements);
    const book = desk.books[situation.class];
    timeline = desk.byPlan.get(plan.key) ?? timelineOf(new PlanEvaluator(playbook, plan, book));
    desk.byPlan.set(plan.key, timeline);
    if (desk.bySituation.size >= MAX_SITUATIONS) desk.bySituation.clear();
    desk.bySituation.set(asked, timeline);
  }
  return timeline;
}

function deskFor(playbook: Playbook, announcements: Announcements): Desk {
  const ofPlaybook = desks.get(playbook) ?? new WeakMap<Announcements, Desk>();
  const desk = ofPlaybook.get(announcements) ?? {
    books: booksFor(playbook, announcements.absences),
    bySituation: new Map(),
    byPlan: new Map(),
  };
  desks.set(playbook, ofPlaybook);
  ofPlaybook.set(announcements, desk);
  return desk;
}

function booksFor(playbook: Playbook, absences: readonly Absence[]): Desk['books'] {
  const normal = new AvailabilityBook(playbook, absences);
  if (!absences.some(({ emergency }) => emergency === true)) return { critical: normal, normal };
  const reached = absences.map((each) => (each.emergency === true ? { ...each, reduced: true } : each));
  return { critical: new AvailabilityBook(playbook, reached), normal };
}

function timelineOf(evaluator: PlanEvaluator): Timeline<StandingAnswer> {
  const source: Timeline<StandingAnswer> = {
    segmentAt(at) {
      const { start, end } = evaluator.changes.segmentAt(at);
      return { start, end, value: evaluator.answerAt(at) };
    },
  };
  return remembered(source, sameAnswer, ANSWER_CHUNKS);
}
