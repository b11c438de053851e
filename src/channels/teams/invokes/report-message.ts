import { cut } from '../../../conversation/plain-text/clean.ts';
import { callMessage } from '../../../conversation/who/call-message.ts';
import type { Language } from '../../../domain/organisation/language.ts';
import { REPORT_LIMITS } from '../../../domain/reports/report.ts';
import type { TextKey } from '../../../locales/catalogue.ts';
import { say } from '../../../locales/say.ts';
import type { Inbound } from '../../../runtime/inbound.ts';
import { channelOfThread } from '../address.ts';
import { way } from '../data/contact.ts';
import { some } from '../data/parts.ts';
import { inRows } from '../data/rows.ts';
import { literal } from '../literal.ts';
import type { Activity } from '../receiver/parse/activity.ts';
import { type Reported, reportedIn } from '../receiver/parse/compose.ts';
import { eventId, signIn } from '../receiver/parse/ids.ts';
import { type Placed, personalOf } from '../receiver/parse/placed.ts';
import { cardOf, type TeamsCard, teamsCard } from '../render.ts';
import { type InvokeAnswer, NOT_IMPLEMENTED } from './answer.ts';
import { kept } from './keeping.ts';
import { INVOKE_LIMITS } from './limits.ts';
import { type InvokeParts, languageOf } from './parts.ts';
import { notKeptTask, taskCard, taskWords } from './task.ts';

/** What came of reporting a message. */
type Outcome = 'begun' | 'again' | 'unreachable' | 'not-kept' | 'late';

/** Somebody chose "report" on a message: what goes along is shown, and they confirm it. */
export async function answerReporting(
  parts: InvokeParts,
  activity: Activity,
  placed: Placed,
): Promise<InvokeAnswer> {
  const language = languageOf(parts, placed);
  const reported = reportedIn(activity);
  if (reported === null) return NOT_IMPLEMENTED;
  if (reported === 'nothing') return taskWords(say(language, 'channel.report-nothing'));
  const quote = {
    texts: some(cut(reported.text, INVOKE_LIMITS.quote)),
    authors: some(sourceInWords(reported, language)),
  };
  const card = dialog(language, 'channel.report-confirm', {
    quotes: [quote],
    submits: [{ title: say(language, 'channel.report-begin'), data: { reported } }],
  });
  return taskCard(say(language, 'menu.report'), card);
}

/** They confirmed it: a report begins in their own chat with the bot, where the usual questions are asked. */
export async function answerReported(
  parts: InvokeParts,
  activity: Activity,
  placed: Placed,
): Promise<InvokeAnswer> {
  const language = languageOf(parts, placed);
  const reported = reportedIn(activity);
  if (reported === null) return NOT_IMPLEMENTED;
  if (reported === 'nothing') return taskWords(say(language, 'channel.report-nothing'));
  const outcome = await inTime(parts, begin(parts, activity, placed, reported));
  return answerFor(parts, activity, placed, outcome);
}

/** Opens the chat and puts the message there, as if the person had written it. */
async function begin(
  parts: InvokeParts,
  activity: Activity,
  { tenant }: Placed,
  reported: Reported,
): Promise<Outcome> {
  const { serviceUrl, recipient, from } = activity;
  const who = { bot: recipient.id, member: from.id, tenant };
  const opened = await parts.connector.openPersonal(serviceUrl, who);
  if (opened.outcome !== 'opened') {
    const { outcome, reason } = opened;
    parts.log.warn({ outcome, reason }, 'a message could not be reported: its chat could not be opened');
    return outcome === 'retry' ? 'not-kept' : 'unreachable';
  }
  const chat = personalOf(activity, tenant, opened.conversation, parts.organisations);
  if (chat === null) return 'unreachable';
  const event = await kept(parts, reportIn(chat, activity, reported));
  if (event === 'not-kept') return event;
  return event === null ? 'again' : 'begun';
}

/** One message is reported once by one person, however often Teams sends it. */
function reportIn(chat: Placed, activity: Activity, reported: Reported): Inbound {
  const { organisation, conversation, from, reach, tenant, address } = chat;
  const source = channelOfThread(activity.conversation.id);
  return {
    ...{ organisation, conversation, from, reach, ahead: 0 },
    id: eventId({ conversation: { id: address.conversation }, id: activity.id }, tenant),
    what: { kind: 'said', wish: 'report', text: wordsOf(reported), pictures: [] },
    dedupeKeys: [signIn(conversation, `reported/${source}/${reported.id}`)],
  };
}

/** The message's words, and a last line that says whose they are and where they stand; it is never what is cut. */
function wordsOf(reported: Reported): string {
  const source = sourceOf(reported);
  const text = cut(reported.text, REPORT_LIMITS.text - source.length - 1);
  return [text, source].filter((part) => part !== '').join('\n');
}

function sourceOf({ author, link }: Reported): string {
  const source = [author, link].filter((part) => part !== '').join(', ');
  return source === '' ? '' : `— ${source}`;
}

/** The same to read: an address of several lines tells nobody anything. */
function sourceInWords({ author, link }: Reported, language: Language): string {
  const parts = [author, link === '' ? '' : say(language, 'channel.report-link')].filter(
    (part) => part !== '',
  );
  return parts.length === 0 ? '' : `— ${parts.join(', ')}`;
}

/** Teams does not wait for long; what takes longer goes on, and its end is told in the chat alone. */
async function inTime({ alarm, log }: InvokeParts, work: Promise<Outcome>): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const cancel = alarm.after(INVOKE_LIMITS.beginMs, () => {
    resolve('late');
    work.catch((cause: unknown) => {
      const fault = cause instanceof Error ? cause.name : typeof cause;
      log.error({ fault }, 'a message could not be reported');
    });
  });
  return Promise.race([work, promise]).finally(cancel);
}

const SAID = {
  begun: 'channel.report-begun',
  again: 'channel.report-again',
  late: 'channel.report-slow',
} as const satisfies Partial<Record<Outcome, TextKey>>;

function answerFor(parts: InvokeParts, activity: Activity, placed: Placed, outcome: Outcome): InvokeAnswer {
  const language = languageOf(parts, placed);
  const title = say(language, 'menu.report');
  if (outcome !== 'unreachable' && outcome !== 'not-kept')
    return taskCard(
      title,
      dialog(language, SAID[outcome], { wayBoxes: [{ ways: chatWays(language, activity) }] }),
    );
  const playbook = parts.playbooks.get(placed.organisation);
  if (playbook === undefined) return { status: 503, body: null };
  const now = parts.clock.now().toZonedDateTimeISO(playbook.timezone);
  if (outcome === 'not-kept') return notKeptTask(playbook, language, now);
  const about = { class: 'critical', service: null } as const;
  const lead = [say(language, 'channel.report-unreachable')];
  return taskCard(title, teamsCard(callMessage(playbook, about, language, now, lead)));
}

/** A button that opens the person's chat with the bot. */
function chatWays(language: Language, { recipient }: Activity): object[] {
  const url = `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(recipient.id)}`;
  return inRows([way(say(language, 'channel.open-chat'), url, 'positive')]);
}

function dialog(language: Language, key: TextKey, data: object): TeamsCard {
  const text = say(language, key);
  const none = { quotes: [], fields: [], submits: [], wayBoxes: [] };
  return cardOf('dialog', language, text, { ...none, texts: [literal(text)], ...data });
}
