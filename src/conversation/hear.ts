import { isKept, REPORT_LIMITS } from '../domain/reports/report.ts';
import type { Wish } from './actions.ts';
import type { Happening } from './event.ts';
import { hearAnswer, hearLine } from './flows/authoring/ask.ts';
import { beginNotice, tellWriting } from './flows/authoring/begin.ts';
import { mayWrite } from './flows/authoring/may-write.ts';
import { writingWish } from './flows/authoring/wished.ts';
import { hearAway } from './flows/away/press.ts';
import { hearChange } from './flows/change/change.ts';
import { hearName } from './flows/commitment/commitment.ts';
import { hearAtDesk, hearWord, tellDesk } from './flows/desk.ts';
import { cancel } from './flows/dropping.ts';
import { hearCaseWords, hearTypedDeed } from './flows/judging/hear.ts';
import { hearLost } from './flows/lost/press.ts';
import { tellMenu } from './flows/menu.ts';
import { hearMeToo, saysMeToo } from './flows/notices/me-too.ts';
import { hearOrder } from './flows/orders/press.ts';
import { addToReport } from './flows/own-reports.ts';
import { hearSearched } from './flows/people/search.ts';
import { hearWhy } from './flows/pings/press.ts';
import { setLanguage } from './flows/profile.ts';
import { hearQueue } from './flows/queue/queue.ts';
import { takePictures } from './flows/report/answer.ts';
import { beginReport, putAside } from './flows/report/begin.ts';
import { detailOf } from './flows/report/details.ts';
import { reportedService } from './flows/report/facts.ts';
import { hearInReport } from './flows/report/hear.ts';
import { QUESTION } from './flows/report/question.ts';
import { sayWhereWeAre } from './flows/stale.ts';
import { hearAfresh } from './hear-afresh.ts';
import { namedWish } from './named-wish.ts';
import { likelyOffer, namedOffer } from './offers.ts';
import { cleanText, cut } from './plain-text/clean.ts';
import { take } from './press.ts';
import type { Offer } from './state.ts';
import type { Talk } from './talk.ts';
import { saysDanger } from './understanding/answers/danger.ts';
import { languageWish } from './understanding/answers/language-wish.ts';
import { replyIn } from './understanding/answers/reply.ts';
import { SURE, type Understanding, understand } from './understanding/understand.ts';
import { grant } from './wishes.ts';

type Said = Extract<Happening, { kind: 'said' }>;

/** After so long what is written is not the answer to an old question. */
const FORGOTTEN_AFTER_MS = 6 * 3_600_000;
/** In the midst of a report more is needed, for the words may belong to it. */
const SURE_MEANWHILE = 0.7;
const MEANWHILE: readonly Wish[] = [
  'who',
  'status',
  'routine',
  'my-reports',
  'help',
  'lost-phone',
  'directory',
];
/** Where anything may be written as the answer, only these are not the answer. */
const MEANWHILE_WRITING: readonly Wish[] = ['who', 'help', 'my-reports'];
/** A cry for help of more words says what about. */
const HELP_WORDS = 3;

/** Somebody wrote. */
export function hear(talk: Talk, said: Said): void {
  const whole = cleanText(said.text).trim();
  const text = cut(whole, REPORT_LIMITS.text);
  if (text !== whole) talk.note('hear.cut', { max: REPORT_LIMITS.text }, 'warning');
  leaveWhatIsOld(talk);
  tellLost(talk, said.pictures);
  if (said.wish === 'report') return reportSaid(talk, said, text);
  const wished = languageWish(text);
  if (wished !== null) return switchLanguage(talk, wished);
  const understood = understand(talk.playbook, talk.language, text);
  if (understood.intent === 'cancel') return cancel(talk);
  const left = { ...said, text, pictures: keepPictures(talk, said.pictures) };
  const offer = offerMeant(talk, text, understood);
  if (offer !== null && take(talk, offer)) return;
  if (talk.flow === null && hearTypedDeed(talk, text)) return;
  if (isPlainHelp(talk, text, understood)) return tellHelp(talk);
  hearInFlow(talk, left, understood);
}

/** Words that are surely meant as a report: whatever else they could mean, they are not a command. */
function reportSaid(talk: Talk, { pictures }: Said, text: string): void {
  const { service } = understand(talk.playbook, talk.language, text);
  beginReport(talk, { text, service, pictures });
}

/** Said at once, while the picture is still at hand. */
function tellLost(talk: Talk, pictures: Said['pictures']): void {
  const count = pictures.filter((picture) => !isKept(picture)).length;
  if (count > 0) talk.note('report.picture-lost', { count }, 'warning');
}

/** Pictures belong to the report that is being made, whatever their words mean. Those that have none yet are given back. */
function keepPictures(talk: Talk, pictures: Said['pictures']): Said['pictures'] {
  const { flow } = talk;
  if (flow?.name !== 'report' || pictures.length === 0) return pictures;
  talk.flow = { ...flow, draft: takePictures(talk, flow.draft, pictures) };
  if (pictures.some(isKept)) talk.note('report.picture-kept', {}, 'good');
  return [];
}

/** What is going on takes the words first. */
function hearInFlow(talk: Talk, said: Said, understood: Understanding): void {
  const { flow } = talk;
  if (flow?.name === 'order') return hearOrder(talk, flow.order, flow.deed, said.text);
  if (flow?.name === 'word') return hearWord(talk, flow.outage, said.text);
  if (flow?.name === 'why' && said.text !== '') return hearWhy(talk, flow.escalation, said.text);
  if (flow?.name === 'case' && !saysDanger(said.text)) return hearCaseWords(talk, flow, said.text);
  if (flow?.name === 'notice' && flow.draft.pending !== null) return hearAnswer(talk, flow, said.text);
  if (hearWriting(talk, said.text)) return;
  if (hearQueue(talk, said.text)) return;
  if (flow?.name === 'notice' && hearLine(talk, flow, said.text)) return;
  if (talk.event.from.desk) return hearAtDesk(talk, said.text);
  if (saysDanger(said.text)) return hearDanger(talk, said, understood);
  const named = namedWish(said.text);
  if (named !== null) return grantMeanwhile(talk, named, null, said.text);
  if (flow?.name === 'find' && hearSearched(talk, said.text, understood)) return;
  if (flow?.name === 'sign' && hearName(talk, flow.version, said.text)) return;
  if (flow?.name === 'change' && hearChange(talk, flow, said.text)) return;
  if (flow?.name === 'away') return hearAway(talk, said.text);
  if (flow?.name === 'lost' && hearLost(talk, flow, said.text)) return;
  if (flow?.name === 'add') return hearAddition(talk, flow.report, said);
  if (flow === null && saysMeToo(said.text) && hearMeToo(talk)) return;
  if (flow?.name !== 'report') return hearAfresh(talk, said, understood);
  if (!hearMeanwhile(talk, understood, said.text)) hearInReport(talk, flow, said);
}

/** "New notice". Of others "report an outage" is a report, and only what can mean nothing else is answered with a no. */
function hearWriting(talk: Talk, text: string): boolean {
  const wish = writingWish(text);
  if (wish === null || (!mayWrite(talk) && wish !== 'any')) return false;
  if (wish === 'any') tellWriting(talk);
  else beginNotice(talk, wish, { template: null, proposal: null });
  return true;
}

/** Danger to life or health comes before anything that the words could mean besides. */
function hearDanger(talk: Talk, said: Said, understood: Understanding): void {
  const { flow } = talk;
  if (flow?.name === 'report') hearInReport(talk, flow, said);
  else hearAfresh(talk, said, understood);
}

/** "Help", and nothing else: it works wherever the conversation stands. */
function isPlainHelp(talk: Talk, text: string, { intent, confidence }: Understanding): boolean {
  const short = text.split(/\s+/).length <= HELP_WORDS;
  return talk.flow !== null && intent === 'help' && confidence >= SURE && short;
}

function tellHelp(talk: Talk): void {
  if (talk.event.from.desk) tellDesk(talk);
  else tellMenu(talk, 'menu.title');
}

/** A question from yesterday does not swallow what is written today; it can be taken up again. */
function leaveWhatIsOld(talk: Talk): void {
  if (talk.now.epochMilliseconds - talk.before.heard > FORGOTTEN_AFTER_MS) putAside(talk);
}

function switchLanguage(talk: Talk, wished: Talk['language']): void {
  setLanguage(talk, wished);
  talk.note('profile.language-switched', {}, 'good');
  sayWhereWeAre(talk);
}

/**
 * A choice that the words mean: its own words or its number, or words like them. Words that surely ask for something
 * else mean none, however alike they are: "mine meldinger" is no "ja, det er meldt".
 */
function offerMeant(talk: Talk, text: string, { intent, confidence }: Understanding): Offer | null {
  if (text === '') return null;
  const named = namedOffer(talk, text, takesNumbers(talk) ? 'words' : 'words or number');
  if (named !== null || talk.flow?.name !== 'report' || takesAnyText(talk)) return named;
  const isWish = MEANWHILE.some((wish) => wish === intent) && confidence >= SURE_MEANWHILE;
  const likely = isWish || namedWish(text) !== null ? null : likelyOffer(talk, text);
  return likely !== null && isRash(talk, text, likely) ? null : likely;
}

/** Whether "8" is an answer, and not the eighth choice. */
function takesNumbers({ flow }: Talk): boolean {
  return flow?.name === 'notice' && flow.draft.pending !== null;
}

/** One word that is no yes or no does not say that a report was received, whatever it is like ("meldinger"). */
function isRash({ language }: Talk, text: string, { action }: Offer): boolean {
  if (action.do !== 'reached' || !action.reached || /\s/.test(text)) return false;
  return replyIn(language, text) !== 'yes';
}

/** Whether the question that waits takes any words as its answer. */
function takesAnyText({ flow }: Talk): boolean {
  if (flow?.name !== 'report' || flow.draft.pending === null) return false;
  const { pending } = flow.draft;
  const detail = detailOf(pending);
  return pending === QUESTION.site || (detail !== null && detail !== 'who');
}

/** "Who do I call?" in the midst of a report: it is answered, and the report goes on. */
function hearMeanwhile(talk: Talk, { intent, confidence, service }: Understanding, text: string): boolean {
  const wish = (takesAnyText(talk) ? MEANWHILE_WRITING : MEANWHILE).find((known) => known === intent);
  if (wish === undefined || confidence < SURE_MEANWHILE) return false;
  grantMeanwhile(talk, wish, service, text);
  return true;
}

/** What was going on goes on after it, but for a new report. */
function grantMeanwhile(talk: Talk, wish: Wish, service: string | null, text: string): void {
  const { flow } = talk;
  const spokenOf = flow?.name === 'report' && wish !== 'report' ? reportedService(talk, flow.draft) : null;
  grant(talk, wish, service ?? spokenOf, wish === 'directory' || wish === 'news' ? text : '');
  if (flow?.name !== 'report' || wish === 'report') return;
  talk.note('flow.now-back');
  sayWhereWeAre(talk);
}

function hearAddition(talk: Talk, id: string, said: Said): void {
  const report = talk.report(id);
  if (report !== null) return addToReport(talk, report, said.text, said.pictures);
  talk.flow = null;
  talk.note('report.gone');
}
