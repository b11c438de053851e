import { notKeptYet } from '../../../conversation/trouble.ts';
import { faultForLog } from '../../../runtime/fault.ts';
import { sentence } from '../../sentence.ts';
import { ToldLately } from '../../told-lately.ts';
import type { Event, Foreign } from '../receiver/parse/outcome.ts';
import type { SlackAnswers } from '../receiver/take.ts';
import { slackBlocks } from '../render.ts';
import { takeDirect } from './direct.ts';
import { refuseGuest } from './guest.ts';
import { showHome } from './home.ts';
import { checkForm, openForm, submitForm } from './modal.ts';
import { type AnswerParts, languageFor, momentIn } from './parts.ts';
import { whisper } from './whisper.ts';

/** What the channel does besides keeping what comes in. */
export function slackAnswers(parts: AnswerParts): SlackAnswers {
  const told = new ToldLately(parts.clock);
  const later = (what: string, work: Promise<unknown>): void => {
    work.catch((cause: unknown) => parts.log.error(faultForLog(cause), `${what} went wrong`));
  };
  return {
    complete: ({ inbound, placed }) => parts.pictures(inbound, placed.actor),
    kept: ({ inbound, placed }) => later('getting to know somebody', parts.introduce(inbound, placed)),
    notKept: (event) => void told.once(event.placed.conversation, () => tellNotKept(parts, event)),
    check: (modal) => checkForm(parts, modal),
    submitted: (_modal, event) => submitForm(parts, event),
    open: (opening) => later('opening a modal', openForm(parts, opening)),
    foreign: (foreign) => later('a word to somebody', tellForeign(parts, foreign)),
    guest: (guest) => refuseGuest(parts, guest),
    direct: (direct) => takeDirect(parts, direct),
    home: (home) => later('the bot’s page', showHome(parts, home)),
    removed: (removed) => parts.forget(removed),
  };
}

/** Nothing could be kept, so nothing comes through the outbox: the person is told so at once, and whom to call. */
async function tellNotKept(parts: AnswerParts, { placed, inbound }: Event): Promise<boolean> {
  const moment = momentIn(parts, placed.organisation);
  if (moment === null) return false;
  const language = languageFor(parts, placed.organisation, placed.actor);
  for (const { key, message } of notKeptYet(moment.playbook, language, moment.now, 'not-kept')) {
    const { address } = placed;
    const sent = await parts.api.post(address, address, slackBlocks(message), `${inbound.id}/${key}`);
    if (sent.outcome === 'sent') continue;
    parts.log.error({ reason: sent.reason }, 'a person could not be told that nothing was kept');
    return false;
  }
  return true;
}

function tellForeign(parts: AnswerParts, { placed }: Foreign): Promise<void> {
  const language = languageFor(parts, placed.organisation, placed.actor);
  return whisper(parts, placed.address, sentence(language, 'channel.not-yours'));
}
