import type { Report } from '../domain/reports/report.ts';
import type { Action } from './actions.ts';
import { onNotice, resumeNotice } from './flows/authoring/press.ts';
import { pressOnCall, pressOnCallForm } from './flows/away/on-call.ts';
import { pressAway, pressPeriod } from './flows/away/press.ts';
import { pressChange, pressSendChange } from './flows/change/change.ts';
import { pressRight } from './flows/change/entries.ts';
import { pressLater, pressSign, pressSite } from './flows/commitment/commitment.ts';
import { announce, pressAnnounce, pressDismiss, pressOutage } from './flows/desk.ts';
import { pressDrop } from './flows/dropping.ts';
import { tellMonth } from './flows/duties/month.ts';
import { pressDutyDone, pressDutyUndo } from './flows/duties/press.ts';
import { setNews } from './flows/follow-up/digest.ts';
import { pressOwn } from './flows/follow-up/press.ts';
import { withoutWords } from './flows/judging/hear.ts';
import { pressCase } from './flows/judging/press.ts';
import { pressEnough, pressLost } from './flows/lost/press.ts';
import { pressMeToo } from './flows/notices/known.ts';
import { pressStanding } from './flows/notices/standing.ts';
import {
  askField as askSubscription,
  pressEnd,
  pressField,
  pressSubscribe,
} from './flows/notices/subscription.ts';
import { pressHandOn, pressOrder } from './flows/orders/press.ts';
import { askAddition, askAgain, askCorrection, askWithdrawal, withdraw } from './flows/own-reports.ts';
import { pressPrinted, tellPrint } from './flows/paper/press.ts';
import { pressPing } from './flows/pings/press.ts';
import { askField, pressSave, pressSet } from './flows/profile.ts';
import { signOutEverywhere, tellBoardLink } from './flows/queue/link.ts';
import { tellQueue, tellQueued } from './flows/queue/queue.ts';
import { tellReceipt } from './flows/receipt.ts';
import { askedText } from './flows/report/asked-text.ts';
import { pressAnswer, pressBack, pressReached, pressResume } from './flows/report/press.ts';
import { tellNumbers } from './flows/report/reached.ts';
import { pressTick, tellRoutine } from './flows/routine.ts';
import { sayWhatIsTrue } from './flows/stale.ts';
import { tellAnswer } from './flows/who.ts';
import { assertNever } from './messages.ts';
import { standingChoice } from './notices/standing.ts';
import { pingChoice } from './pings/standing.ts';
import { isAnswer } from './spent.ts';
import type { Offer } from './state.ts';
import type { Talk } from './talk.ts';
import { grant } from './wishes.ts';

/** A choice was pressed. One that does nothing any more, or belongs to somebody else, says what is true now. */
export function press(talk: Talk, id: string, fields: Readonly<Record<string, string>>): void {
  const ping = pingChoice(id);
  if (ping !== null) return pressPing(talk, ping);
  const standing = standingChoice(id);
  if (standing !== null) return pressStanding(talk, standing);
  const offer = talk.before.offers.find((offered) => offered.id === id);
  if (offer === undefined || !take(talk, offer, fields)) sayWhatIsTrue(talk);
}

/** Does what an offer means. False: it means nothing any more, and nothing was done. */
export function take(talk: Talk, offer: Offer, fields: Readonly<Record<string, string>> = {}): boolean {
  const done = perform(talk, offer, fields);
  if (isAnswer(offer.action)) talk.spend({ key: offer.on, chosen: done ? offer.label : null });
  return done;
}

function perform(talk: Talk, offer: Offer, fields: Readonly<Record<string, string>>): boolean {
  const { action } = offer;
  switch (action.do) {
    case 'wish':
      grant(talk, action.wish, action.service);
      return true;
    case 'understood':
      grant(talk, action.wish, action.service, unclearOn(talk, offer));
      return true;
    case 'who':
      tellAnswer(talk, action.class, action.service);
      return true;
    case 'answer': {
      const { flow, question, value } = action;
      const asked = askedText(talk, question);
      return pressAnswer(talk, flow, { question, value, asked, label: offer.label });
    }
    case 'change-entry':
      return pressChange(talk, action);
    case 'entries-right':
      return pressRight(talk);
    case 'change-send':
      return pressSendChange(talk, action.flow);
    case 'commitment-sign':
      return pressSign(talk, action);
    case 'commitment-site':
      return pressSite(talk, action);
    case 'commitment-later':
      return pressLater(talk);
    case 'duty-done':
      return pressDutyDone(talk, action);
    case 'duty-undo':
      return pressDutyUndo(talk, action);
    case 'duty-month':
      return tellMonth(talk, action);
    case 'paper-done':
      return pressPrinted(talk, action);
    case 'paper-print':
      return tellPrint(talk, action.rule);
    case 'lost':
      return pressLost(talk, action);
    case 'lost-enough':
      return pressEnough(talk, action.flow);
    case 'away':
      return pressAway(talk, action, fields);
    case 'away-period':
      return pressPeriod(talk, action);
    case 'on-call':
      return pressOnCall(talk, action);
    case 'on-call-form':
      return pressOnCallForm(talk, action, fields);
    case 'back':
      return pressBack(talk, action.flow);
    case 'drop':
      return pressDrop(talk, action.flow);
    case 'resume':
      return pressResume(talk, action.flow) || resumeNotice(talk, action.flow);
    case 'reached':
      return pressReached(talk, action.report, action);
    case 'me-too':
      return pressMeToo(talk, action.outage, action.flow);
    case 'standing':
      pressStanding(talk, action);
      return true;
    case 'subscribe':
      return pressSubscribe(talk);
    case 'end-subscription':
      return pressEnd(talk);
    case 'ask-subscription':
      return askSubscription(talk, action.field);
    case 'set-subscription':
      return pressField(talk, action.field, action.value);
    case 'tick':
      return pressTick(talk, action.routine, action.step, offer.on);
    case 'show-routine':
      return tellRoutine(talk, action.routine);
    case 'set':
      return pressSet(talk, action.field, action.value);
    case 'change':
      askField(talk, action.field);
      return true;
    case 'save-profile':
      return pressSave(talk, fields);
    case 'open-report':
    case 'call-for':
    case 'add-to-report':
    case 'correct-report':
    case 'withdraw-report':
    case 'worse':
      return onReport(talk, action);
    case 'hand-on':
      return pressHandOn(talk, action.report, action.supplier);
    case 'order':
      return pressOrder(talk, action.order, action.deed, action.to);
    case 'queue':
      return tellQueue(talk, action.filter);
    case 'queue-open':
      return tellQueued(talk, action.report);
    case 'board-link':
      return tellBoardLink(talk);
    case 'board-sign-out':
      return signOutEverywhere(talk);
    case 'case':
      return pressCase(talk, action);
    case 'case-without-words':
      return withoutWords(talk, action.flow);
    case 'own-case':
      return pressOwn(talk, action);
    case 'news-as':
      return setNews(talk, action.as);
    case 'announce':
    case 'announce-service':
    case 'dismiss':
    case 'outage':
      return atDesk(talk, action);
    case 'write-notice':
    case 'notice-templates':
    case 'notice-form':
    case 'notice-answer':
    case 'notice-step':
    case 'notice-translate':
    case 'notice':
      return onNotice(talk, action, fields);
    default:
      return assertNever(action);
  }
}

/** The words that a message asked about. */
function unclearOn({ before: { unclear } }: Talk, { on }: Offer): string {
  return unclear?.on === on ? unclear.text : '';
}

type ReportAction = Extract<
  Action,
  { do: 'open-report' | 'call-for' | 'add-to-report' | 'correct-report' | 'withdraw-report' | 'worse' }
>;

function onReport(talk: Talk, action: ReportAction): boolean {
  const report = talk.report(action.report);
  if (report === null) return false;
  const over = report.state === 'withdrawn' || report.state === 'closed';
  if (over && action.do !== 'open-report') return showOver(talk, report);
  switch (action.do) {
    case 'open-report':
      tellReceipt(talk, report, 'receipt.title');
      break;
    case 'call-for':
      tellNumbers(talk, report, [], []);
      break;
    case 'add-to-report':
      askAddition(talk, report);
      break;
    case 'correct-report':
      askCorrection(talk, report);
      break;
    case 'worse':
      askAgain(talk, report);
      break;
    case 'withdraw-report':
      if (action.sure) withdraw(talk, report);
      else askWithdrawal(talk, report);
      break;
    default:
      assertNever(action);
  }
  return true;
}

function showOver(talk: Talk, report: Report): boolean {
  talk.note('report.gone');
  tellReceipt(talk, report, 'receipt.title');
  return true;
}

type DeskAction = Extract<Action, { do: 'announce' | 'announce-service' | 'dismiss' | 'outage' }>;

/** Only IT's desk announces. */
function atDesk(talk: Talk, action: DeskAction): boolean {
  if (!talk.event.from.desk) return false;
  switch (action.do) {
    case 'announce':
      return pressAnnounce(talk, action.proposal);
    case 'dismiss':
      return pressDismiss(talk, action.proposal);
    case 'outage':
      return pressOutage(talk, action.outage, action.change);
    case 'announce-service':
      announce(talk, [action.service, ...(action.others ?? [])], null);
      return true;
    default:
      return assertNever(action);
  }
}
