import { waysToReach } from '../../../conversation/pings/words.ts';
import {
  type Escalation,
  type EscalationHappening,
  PING_DEEDS,
  type PingDeed,
} from '../../../domain/escalation/escalation.ts';
import type { Report } from '../../../domain/reports/report.ts';
import { say } from '../../../locales/say.ts';
import type { BoardSession } from '../../board/parts.ts';
import type { SaidOnTop } from '../../pages/board/report-page.ts';
import type { BoardRequest } from './request.ts';

const BECAME: Readonly<Record<PingDeed, EscalationHappening>> = {
  acknowledge: 'acknowledged',
  'on-it': 'on-it',
  'pass-on': 'passed-on',
  'call-me': 'call-me',
  approve: 'approved',
  decline: 'declined',
};

/** What is said of an answer on the page that comes after it; null: they gave no such answer last. */
export function answeredWords(
  { query, language }: Pick<BoardRequest, 'query' | 'language'>,
  { user }: Pick<BoardSession, 'user'>,
  { id: reference, ...report }: Report,
  escalation: Escalation | null,
): SaidOnTop | null {
  const deed = PING_DEEDS.find((each) => each === query.get('answered'));
  const last = escalation?.history.findLast(({ by }) => by?.user === user);
  if (deed === undefined || last?.what !== BECAME[deed]) return null;
  if (deed !== 'call-me') return { text: say(language, `ping.done-${deed}`, { reference }), isGood: true };
  const who = waysToReach(report);
  const key = who === '' ? 'ping.reach-unknown' : 'ping.reach';
  return { text: say(language, key, { who, reference }), isGood: true };
}
