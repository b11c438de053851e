import type { Wish } from './actions.ts';
import { tellWriting } from './flows/authoring/begin.ts';
import { tellAway } from './flows/away/away.ts';
import { beginChange } from './flows/change/change.ts';
import { tellCommitment } from './flows/commitment/commitment.ts';
import { tellUnsigned } from './flows/commitment/unsigned.ts';
import { tellDuties } from './flows/duties/month.ts';
import { hearNewsWish } from './flows/follow-up/digest.ts';
import { tellLost } from './flows/lost/lost.ts';
import { tellMenu } from './flows/menu.ts';
import { askMute, tellSubscription, unsubscribe } from './flows/notices/subscription.ts';
import { tellReports } from './flows/own-reports.ts';
import { tellPaper } from './flows/paper/overview.ts';
import { tellSearch } from './flows/people/search.ts';
import { tellProfile } from './flows/profile.ts';
import { beginReport } from './flows/report/begin.ts';
import { tellRoutines } from './flows/routine.ts';
import { tellStatus } from './flows/status.ts';
import { tellWho } from './flows/who.ts';
import { assertNever } from './messages.ts';
import type { Talk } from './talk.ts';

/** Does what somebody asks for. What is going on stays as it is, but for a new report. */
export function grant(talk: Talk, wish: Wish, service: string | null, text = ''): void {
  switch (wish) {
    case 'report':
      return beginReport(talk, { text, service });
    case 'who':
      return tellWho(talk, service);
    case 'status':
      return tellStatus(talk, service, text);
    case 'routine':
      return tellRoutines(talk, service);
    case 'my-reports':
      return tellReports(talk);
    case 'profile':
      return tellProfile(talk);
    case 'help':
      return tellMenu(talk, 'menu.title');
    case 'subscription':
      return tellSubscription(talk);
    case 'unsubscribe':
      return unsubscribe(talk);
    case 'mute':
      return askMute(talk);
    case 'notice':
      return tellWriting(talk);
    case 'lost-phone':
      return tellLost(talk);
    case 'absence':
      return tellAway(talk, text);
    case 'directory-change':
      return beginChange(talk);
    case 'commitment':
      return tellCommitment(talk);
    case 'unsigned':
      return tellUnsigned(talk);
    case 'duties':
      return tellDuties(talk);
    case 'paper':
      return tellPaper(talk);
    case 'directory':
      return tellSearch(talk, text);
    case 'news':
      return hearNewsWish(talk, text);
    default:
      return assertNever(wish);
  }
}
