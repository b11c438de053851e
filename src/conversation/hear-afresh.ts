import type { Report } from '../domain/reports/report.ts';
import type { Action } from './actions.ts';
import type { Happening } from './event.ts';
import { hearAwayTold } from './flows/away/away.ts';
import { hearOnCall } from './flows/away/on-call.ts';
import { menuChoices, tellMenu } from './flows/menu.ts';
import { askAgain } from './flows/own-reports.ts';
import { hearName } from './flows/people/search.ts';
import { beginReport } from './flows/report/begin.ts';
import { likelyOffer, newest } from './offers.ts';
import { take } from './press.ts';
import type { Talk } from './talk.ts';
import { saysCritical, saysDanger } from './understanding/answers/danger.ts';
import { isMereAgreement, replyIn } from './understanding/answers/reply.ts';
import type { Topic } from './understanding/lexicon/lexicon.ts';
import { SURE, type Understanding } from './understanding/understand.ts';
import { grant } from './wishes.ts';

type Said = Extract<Happening, { kind: 'said' }>;

/** Nothing is going on: what is it about? */
export function hearAfresh(talk: Talk, said: Said, understood: Understanding): void {
  const { text, pictures } = said;
  if (text === '')
    return pictures.length > 0
      ? beginReport(talk, { text, service: null, pictures })
      : tellMenu(talk, 'menu.title');
  if (saysDanger(text)) return beginReport(talk, { text, service: understood.service, pictures });
  if (hearSmallWord(talk, text) || hearOnCall(talk, text)) return;
  const { intent, confidence, service } = understood;
  if (hearAwayTold(talk, text, understood)) return;
  const offer = confidence < SURE ? likelyOffer(talk, text) : null;
  if (offer !== null && take(talk, offer)) return;
  if (intent === 'unknown' && saysCritical(text)) {
    if (service === null && hearUrgent(talk, talk.reports()[0])) return;
    return beginReport(talk, { text, service, pictures });
  }
  if (intent === 'unknown' && service === null && hearName(talk)) return;
  if (intent === 'unknown' || intent === 'cancel') return askWhatAbout(talk, text, service);
  // A search that was not meant does no harm.
  const searches = intent === 'directory' && talk.playbook.directory !== null;
  if (confidence < SURE && !searches) return askIfMeant(talk, intent, service, text);
  if (intent === 'report') return beginReport(talk, { text, service, pictures });
  grant(talk, intent, service, text);
}

function hearSmallWord(talk: Talk, text: string): boolean {
  const word = replyIn(talk.language, text);
  const [report] = talk.reports();
  if (word === 'yes' || word === 'no') return hearIfReached(talk, text, word === 'yes');
  if (word === 'greeting') tellMenu(talk, 'menu.greeting');
  else if (word === 'thanks') talk.note('hear.thanks', {}, 'good');
  else if (word === 'restart') tellMenu(talk, 'menu.title');
  else if (word === 'worse' && report !== undefined && report.state !== 'withdrawn') askAgain(talk, report);
  else return false;
  return true;
}

/** "It is urgent", and nothing that it could be about but the report that was made: the rules are asked again. */
function hearUrgent(talk: Talk, report: Report | undefined): boolean {
  if (report === undefined || report.state === 'withdrawn' || report.class === 'critical') return false;
  askAgain(talk, report, true);
  return true;
}

/** "Yes, I got hold of her", to the newest question whether somebody was reached. "Ok" is no answer to that. */
function hearIfReached(talk: Talk, text: string, reached: boolean): boolean {
  if (isMereAgreement(talk.language, text)) return false;
  const asked = newest(talk).find(({ action }) => saysSo(action, reached));
  return asked !== undefined && take(talk, asked);
}

/** Whether a choice means yes, or no, to the question on its message. */
function saysSo(action: Action, yes: boolean): boolean {
  if (action.do === 'reached') return action.reached === yes;
  if (action.do !== 'own-case') return false;
  return yes
    ? action.deed === 'still-there' || action.deed === 'satisfied'
    : action.deed === 'works-again' || action.deed === 'not-satisfied';
}

/** A service was named, but not what about it; or nothing was understood at all. */
function askWhatAbout(talk: Talk, text: string, service: string | null): void {
  talk.keepUnclear(text);
  const name = talk.serviceName(service);
  if (name === null)
    return talk.tell({
      ...{ kind: 'menu', title: talk.say('hear.not-understood'), text: talk.say('menu.text') },
      choices: [
        talk.offer(talk.say('hear.report-this'), { do: 'understood', wish: 'report', service: null }, 'main'),
        ...menuChoices(talk, 'report'),
      ],
    });
  const wishes = (['report', 'who', 'status', 'routine'] as const).filter(
    (wish) => wish !== 'routine' || talk.playbook.routines.size > 0,
  );
  talk.tell({
    ...{ kind: 'ask', text: talk.say('hear.what-about', { service: name }), hint: null, picture: false },
    choices: wishes.map((wish) =>
      talk.offer(
        talk.say(`menu.${wish}`),
        { do: 'understood', wish, service },
        wish === 'report' ? 'main' : 'plain',
      ),
    ),
  });
}

/** Not sure: it asks. */
function askIfMeant(talk: Talk, wish: Topic, service: string | null, text: string): void {
  talk.keepUnclear(text);
  const others = (['report', 'who'] as const).filter((other) => other !== wish);
  talk.tell({
    ...{ kind: 'ask', text: talk.say('hear.is-it'), hint: null, picture: false },
    choices: [
      talk.offer(talk.say(`menu.${wish}`), { do: 'understood', wish, service }, 'main'),
      ...others.map((other) =>
        talk.offer(talk.say(`menu.${other}`), { do: 'understood', wish: other, service }),
      ),
      talk.offer(talk.say('hear.something-else'), { do: 'wish', wish: 'help', service: null }, 'quiet'),
    ],
  });
}
