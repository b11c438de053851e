import type { Playbook } from '../domain/organisation/playbook.ts';
import type { Effect } from './effects.ts';
import type { TurnEvent } from './event.ts';
import { remindOfEnd, tellAwayNews } from './flows/away/news.ts';
import { askAboutEntries, remindOfEntries } from './flows/change/entries.ts';
import { remindToSign, ringToSign } from './flows/commitment/commitment.ts';
import { tellManager } from './flows/commitment/told.ts';
import { hearDecided, hearProposal, tellDesk } from './flows/desk.ts';
import { tellDuty } from './flows/duties/card.ts';
import { tellDigest } from './flows/follow-up/digest.ts';
import { hearNews } from './flows/follow-up/news.ts';
import { tellSpread } from './flows/follow-up/spread.ts';
import { hearCase } from './flows/judging/card.ts';
import { askToConfirm, confirmMail, endMail } from './flows/mail-subscription.ts';
import { tellMenu } from './flows/menu.ts';
import { remindOfWord, tellGoingOut, tellToConfirm } from './flows/notice-news.ts';
import { tellWorksAgain } from './flows/notices/works-again.ts';
import { tellOrder, tellRefused } from './flows/orders/told.ts';
import { tellPaperWord } from './flows/paper/card.ts';
import { tellEscalationNews } from './flows/pings/news.ts';
import { remindReached, tellMissed, tellNotAsked } from './flows/report/press.ts';
import { hear } from './hear.ts';
import { assertNever, type Reply } from './messages.ts';
import { press } from './press.ts';
import type { Spent } from './spent.ts';
import { type ConversationState, REMINDER_STALE_MS, type Reminder } from './state.ts';
import { Talk } from './talk.ts';
import { grant } from './wishes.ts';

/** What came of an event. */
export interface TurnResult {
  readonly state: ConversationState;
  readonly replies: readonly Reply[];
  readonly effects: readonly Effect[];
  /** The message whose question was answered by one of its choices: they are not for pressing any more. */
  readonly spent: Spent | null;
}

/**
 * One step of a conversation. Pure: the same playbook, state, event and instant give the same result, so that any
 * conversation can be replayed. Total: whatever is said or pressed is answered, and nothing makes it throw.
 */
export function turn(
  playbook: Playbook,
  state: ConversationState,
  event: TurnEvent,
  now: Temporal.ZonedDateTime,
): TurnResult {
  const talk = new Talk(playbook, state, event, now);
  take(talk);
  if (SPOKEN.has(event.what.kind) || event.what.kind === 'due') {
    remindToSign(talk);
    remindOfEntries(talk);
  }
  return talk.result();
}

/** What somebody does themselves. */
const SPOKEN: ReadonlySet<string> = new Set(['came', 'said', 'pressed', 'wished']);

function take(talk: Talk): void {
  const { what, from } = talk.event;
  switch (what.kind) {
    case 'came':
      return from.desk ? tellDesk(talk) : tellMenu(talk, 'menu.greeting');
    case 'left':
      return;
    case 'introduced':
      return talk.want({ effect: 'keep-identity', identity: what.identity });
    case 'said':
      return hear(talk, what);
    case 'pressed':
      return press(talk, what.choice, what.fields);
    case 'wished':
      return from.desk && what.wish !== 'notice' ? tellDesk(talk) : grant(talk, what.wish, null);
    case 'due':
      return ring(talk);
    case 'not-due':
      return forget(talk, what.until);
    case 'proposed':
      return hearProposal(talk, what.proposal);
    case 'decided':
      return hearDecided(talk, what.proposal, what.state);
    case 'solved':
      return;
    case 'works-again':
      return tellWorksAgain(talk, what.outage);
    case 'to-confirm':
      return tellToConfirm(talk, what.notice);
    case 'mail-asked':
      return askToConfirm(talk, what.subscription, what.link);
    case 'mail-confirmed':
      return confirmMail(talk);
    case 'mail-ended':
      return endMail(talk);
    case 'escalation-news':
      return tellEscalationNews(talk, what);
    case 'case':
      return hearCase(talk, what.report, what.what);
    case 'case-news':
      return hearNews(talk, what.report, what.what, what.main);
    case 'spread':
      return tellSpread(talk, what.report);
    case 'word-due':
      return remindOfWord(talk, what.notice);
    case 'order':
      return tellOrder(talk, what.view, what.to, what.how);
    case 'duty':
      return tellDuty(talk, what);
    case 'paper':
      return tellPaperWord(talk, what);
    case 'order-refused':
      return tellRefused(talk, what.order, what.why);
    case 'away-news':
      return tellAwayNews(talk, what.entry, what.news);
    case 'signed':
      return tellManager(talk, what);
    case 'going-out':
      return tellGoingOut(talk, what.ledger, what.rows);
    default:
      return assertNever(what);
  }
}

/** Everything that was to be reminded of by now; each takes itself off the list. */
function ring(talk: Talk): void {
  const due = talk.reminders.filter((reminder) => reminder.due <= talk.now.epochMilliseconds);
  talk.reminders = talk.reminders.filter((reminder) => !due.includes(reminder));
  for (const reminder of due) {
    const { about } = reminder;
    if (about.kind === 'sign') ringToSign(talk);
    else if (about.kind === 'entries') askAboutEntries(talk);
    else if (about.kind === 'digest') tellDigest(talk);
    else if (about.kind === 'away') remindOfEnd(talk, about.entry);
    else if (isStale(talk, reminder)) tellMissed(talk, about.report, reminder.due);
    else remindReached(talk, about.report, about.times);
  }
}

/** What was to be reminded of by then is not any more. */
function forget(talk: Talk, until: number): void {
  const gone = talk.reminders.filter(({ due }) => due <= until);
  talk.reminders = talk.reminders.filter((reminder) => !gone.includes(reminder));
  for (const { about } of gone) if (about.kind === 'reached') tellNotAsked(talk, about.report);
  if (gone.some(({ about }) => about.kind === 'digest')) tellDigest(talk);
}

/** Whether the service was away for so long that nobody waits for the question any more. A clock that was moved is no stop. */
function isStale({ event, now }: Talk, { due }: Reminder): boolean {
  return (
    event.late !== undefined &&
    event.late > REMINDER_STALE_MS &&
    now.epochMilliseconds - due > REMINDER_STALE_MS
  );
}
