import { answersAs, isLate, type PingAnswer } from '../../../domain/escalation/answer.ts';
import type { Answerer, Escalation } from '../../../domain/escalation/escalation.ts';
import { ESCALATION_LIMITS } from '../../../domain/escalation/rules.ts';
import { heldBy } from '../../../domain/people/holders.ts';
import type { PingChoice } from '../../pings/standing.ts';
import { waysToReach } from '../../pings/words.ts';
import { cut } from '../../plain-text/clean.ts';
import type { Talk } from '../../talk.ts';
import { sayMoment } from '../../when.ts';
import { putAside } from '../report/begin.ts';

/**
 * A choice of a ping was pressed, wherever it stands. Whether they may is decided by what they hold at this moment; who
 * may not is told so, nothing changes, and it is written down.
 */
export function pressPing(talk: Talk, { escalation: id, deed }: PingChoice): void {
  const { known, from } = talk.event;
  const escalation = known.escalation?.escalation;
  if (escalation === undefined || escalation.id !== id) return talk.note('ping.unknown', {}, 'warning');
  const by = answerer(talk);
  const contact = answersAs(escalation, heldBy(talk.playbook, from, known.identity), deed);
  if (contact === null) {
    talk.want({ effect: 'answer-ping', escalation: id, answer: null, refused: { deed, by } });
    return talk.note('ping.not-yours', {}, 'warning');
  }
  const answer: PingAnswer = { deed, contact, by, note: null };
  if (isLate(escalation, answer)) return tellLate(talk, escalation);
  if (deed === 'decline') return askWhy(talk, id);
  give(talk, escalation, answer);
}

/** The reason for declining, in the decider's words. */
export function hearWhy(talk: Talk, id: string, text: string): void {
  talk.flow = null;
  const { known, from } = talk.event;
  const escalation = known.escalation?.escalation;
  if (escalation === undefined || escalation.id !== id) return talk.note('ping.unknown', {}, 'warning');
  const contact = answersAs(escalation, heldBy(talk.playbook, from, known.identity), 'decline');
  const by = answerer(talk);
  if (contact === null) {
    talk.want({ effect: 'answer-ping', escalation: id, answer: null, refused: { deed: 'decline', by } });
    return talk.note('ping.not-yours', {}, 'warning');
  }
  const answer: PingAnswer = { deed: 'decline', contact, by, note: cut(text, ESCALATION_LIMITS.note) };
  if (isLate(escalation, answer)) return tellLate(talk, escalation);
  give(talk, escalation, answer);
}

function askWhy(talk: Talk, escalation: string): void {
  putAside(talk);
  talk.flow = { name: 'why', begun: talk.number, escalation };
  const choices = [talk.offer(talk.say('flow.cancel'), { do: 'drop', flow: talk.number }, 'quiet')];
  const hint = talk.say('ping.why-hint');
  talk.tell({ kind: 'ask', text: talk.say('ping.why'), hint, picture: false, choices });
}

function give(talk: Talk, escalation: Escalation, answer: PingAnswer): void {
  talk.want({ effect: 'answer-ping', escalation: escalation.id, answer, refused: null });
  const reference = escalation.matter.reports[0] ?? '';
  if (answer.deed === 'call-me') return tellContactBack(talk, reference);
  talk.note(`ping.done-${answer.deed}`, { reference }, answer.deed === 'pass-on' ? 'plain' : 'good');
}

/** How the reporter is reached; they are told that somebody wants to talk with them. */
function tellContactBack(talk: Talk, reference: string): void {
  const report = talk.event.known.escalation?.reports.find(({ id }) => id === reference);
  const said = report === undefined ? '' : waysToReach(report);
  talk.note(said === '' ? 'ping.reach-unknown' : 'ping.reach', { who: said, reference });
}

/** Somebody was faster, or it is over: what is true now. */
function tellLate(talk: Talk, { taken, state }: Escalation): void {
  if (taken === null || state !== 'acknowledged') return talk.note('ping.late');
  const role = talk.playbook.contacts.get(taken.contact)?.role;
  const who = taken.by.name ?? (role === undefined ? '' : talk.local(role));
  talk.note('ping.late-taken', { who, at: sayMoment(talk, taken.at) });
}

function answerer(talk: Talk): Answerer {
  const { from, known, conversation } = talk.event;
  return { user: from.user, name: from.desk ? null : (known.identity?.name ?? null), conversation };
}
