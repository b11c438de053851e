import { applyCommand } from '../../../domain/notices/apply/apply.ts';
import type { NoticeCommand } from '../../../domain/notices/commands.ts';
import { EVERYWHERE, type MaintenanceWindow, type Notice } from '../../../domain/notices/notice.ts';
import { type Reach, reachOf, SUBSCRIBER_LIMITS } from '../../../domain/notices/subscribers.ts';
import { isFor } from '../../../domain/notices/view.ts';
import { LANGUAGES, type Language } from '../../../domain/organisation/language.ts';
import { MESSAGE_LIMITS } from '../../messages.ts';
import { contextOf } from '../../notices/command.ts';
import { partLine } from '../../notices/reading/print.ts';
import { spanInWords } from '../../notices/times.ts';
import { Wording } from '../../notices/wording.ts';
import { noticeMessage } from '../../notices/words.ts';
import { cut } from '../../plain-text/clean.ts';
import type { Talk } from '../../talk.ts';
import type { NoticeFlow } from '../flow.ts';
import { audienceLines, reachedInWords, tellAudiences } from './audience-lines.ts';
import { conflictLines } from './conflict-lines.ts';
import { dropChoice } from './drop-choice.ts';
import { translationFields } from './fields.ts';
import type { DraftReading } from './read-draft.ts';

type Ready = Extract<DraftReading, { outcome: 'ready' }>;

/** Lines that are read again to the author. */
const MOST_LINES = 12;

/** What everybody will see, in each language, and how many will get it; then it is asked whether it is right. */
export function tellPreview(talk: Talk, flow: NoticeFlow, { commands, recurs }: Ready): void {
  const { draft, begun } = flow;
  const notices = commands.map((command) => resultOf(talk, draft.notice, command));
  const [first] = notices;
  if (first === undefined) return;
  talk.flow = { ...flow, draft: { ...draft, pending: null } };
  for (const language of languagesOf(talk, first)) tellIn(talk, flow, first, language);
  tellAudiences(talk, first);
  const waits = draft.notice === null && talk.playbook.notices.secondPerson;
  talk.tell({
    kind: 'confirm',
    text: cut(
      [
        ...(recurs
          ? [talk.say('author.recurs', { count: notices.length, days: daysOf(talk, notices) })]
          : []),
        ...understood(talk, draft.notice, first),
        ...conflictLines(talk, draft.notice, notices),
        ...notPublished(talk, first),
        reachInWords(talk, first),
        ...audienceLines(talk, first),
        ...(waits ? [talk.say('author.needs-second')] : []),
      ].join('\n'),
      MESSAGE_LIMITS.text,
    ),
    choices: [
      talk.offer(sendLabel(talk, first, waits), { do: 'notice-step', flow: begun, step: 'send' }, 'main'),
      talk.offer(talk.say('author.change'), { do: 'notice-step', flow: begun, step: 'change' }),
      dropChoice(talk, begun),
    ],
  });
}

/** The notice as it would be, whoever still has to confirm it. */
function resultOf(talk: Talk, id: string | null, command: NoticeCommand): Notice {
  const notice = id === null ? null : talk.authored(id);
  const applied = applyCommand(talk.playbook, notice, command, contextOf(talk));
  if (applied.outcome === 'refused') throw new TypeError('a draft without faults is refused');
  const at = talk.now.epochMilliseconds;
  const isNew = applied.notice.publication === 'to-confirm';
  return isNew
    ? { ...applied.notice, publication: 'published', revision: 1, publishedAt: at }
    : applied.notice;
}

/** The organisation's languages, and those in which somebody who gets it wants it. */
function languagesOf(talk: Talk, notice: Notice): readonly Language[] {
  const { playbook, event, now } = talk;
  const used = (event.known.subscribers?.groups ?? [])
    .filter((group) => isFor(playbook, notice, group, now.epochMilliseconds))
    .flatMap(({ language }) => language ?? []);
  const all = new Set<Language>([...playbook.languages, ...used]);
  return [
    ...playbook.languages,
    ...LANGUAGES.filter((each) => all.has(each) && !playbook.languages.includes(each)),
  ];
}

/** The notice as it will be read in a language, and what it lacks there. */
function tellIn(talk: Talk, { draft, begun }: NoticeFlow, notice: Notice, language: Language): void {
  const message = noticeMessage(talk.playbook, notice, { language, ...EVERYWHERE }, talk.now);
  const name = talk.languageName(language);
  const translate = { do: 'notice-translate', flow: begun, language } as const;
  talk.tell({
    ...message,
    marks: [talk.say('author.preview', { language: name }), ...message.marks],
    choices:
      translationFields(talk, draft, language).length === 0
        ? []
        : [talk.offer(talk.say('author.add-language', { language: name }), translate)],
  });
}

/** How each line of a new window was understood. */
function understood(talk: Talk, id: string | null, notice: Notice): string[] {
  if (id !== null || notice.kind !== 'maintenance') return [];
  const lines = notice.parts.map((part) => `– ${partLine(talk.playbook, talk.language, part)}`);
  const more = lines.length - MOST_LINES;
  return [
    talk.say('author.understood'),
    ...lines.slice(0, MOST_LINES),
    ...(more > 0 ? [talk.say('author.and-more', { count: more })] : []),
  ];
}

/** What is not in the service's own time any more is said plainly. */
function notPublished(talk: Talk, notice: Notice): string[] {
  const isOver = notice.kind === 'outage' && notice.over !== null;
  return isOver ? [talk.say('author.tells-over')] : [];
}

/** "14 channels and 230 people will get it." */
function reachInWords(talk: Talk, notice: Notice): string {
  const reach = reachIn(talk, notice);
  if (reach === null) return talk.say('author.reach-unknown');
  const { channels, people, mail } = reach;
  if (channels + people + mail === 0 && !reach.more) return talk.say('author.reach-nobody');
  return reach.more
    ? talk.say('author.reach-over', { count: SUBSCRIBER_LIMITS.counted })
    : talk.say('author.reach', { who: reachedInWords(talk, reach) });
}

function reachIn(talk: Talk, notice: Notice): Reach | null {
  const { subscribers } = talk.event.known;
  return subscribers === null
    ? null
    : reachOf(talk.playbook, notice, subscribers, talk.now.epochMilliseconds);
}

function sendLabel(talk: Talk, notice: Notice, waits: boolean): string {
  if (waits) return talk.say('author.send-to-second');
  const reach = reachIn(talk, notice);
  if (reach === null || reach.channels + reach.people + reach.mail === 0) return talk.say('author.send');
  if (reach.more) return talk.say('author.send-over', { count: SUBSCRIBER_LIMITS.counted });
  return talk.say('author.send-to', { who: reachedInWords(talk, reach) });
}

function daysOf(talk: Talk, notices: readonly Notice[]): string {
  const words = new Wording(talk.playbook, talk.language, talk.now);
  const windows = notices.filter((notice): notice is MaintenanceWindow => notice.kind === 'maintenance');
  return windows
    .slice(0, 3)
    .flatMap(({ parts }) => parts.slice(0, 1))
    .map(({ from, to }) => spanInWords(words, from, to))
    .join('; ');
}
