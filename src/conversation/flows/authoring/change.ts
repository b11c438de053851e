import { EVERYWHERE, type Notice } from '../../../domain/notices/notice.ts';
import { isOpen } from '../../../domain/notices/view.ts';
import type { LocalText } from '../../../domain/organisation/language.ts';
import type { Action, NoticeDeed } from '../../actions.ts';
import { assertNever } from '../../messages.ts';
import { command } from '../../notices/command.ts';
import { whatOf } from '../../notices/parts.ts';
import { Wording } from '../../notices/wording.ts';
import type { Talk } from '../../talk.ts';
import { beginChange, textValues, writingLanguage } from './begin.ts';
import { deedChoice, tellManage } from './manage.ts';
import { mayWrite } from './may-write.ts';
import { tellReaders } from './readers.ts';
import { tellRefused, tellSent } from './send.ts';

const MINUTE_MS = 60_000;
/** Words that can be corrected, offered at once: the notice's own and the newest updates. */
const MOST_WORDS = 8;

type NoticeAction = Extract<Action, { do: 'notice' }>;

/** Does something with a notice that is there. False: it is not known, or the speaker may not. */
export function pressNotice(talk: Talk, { notice: id, deed, update }: NoticeAction): boolean {
  const notice = talk.authored(id);
  if (notice === null || !mayWrite(talk)) return false;
  if (notice.origin !== undefined && deed !== 'open') talk.note('notice-fault.not-yours');
  else deedOn(talk, notice, deed, update);
  return true;
}

function deedOn(talk: Talk, notice: Notice, deed: NoticeDeed, update: number | null): void {
  switch (deed) {
    case 'open':
      return tellManage(talk, notice);
    case 'update':
      return beginChange(talk, 'update', notice, stateOf(notice));
    case 'correct':
      return correct(talk, notice, update);
    case 'resolve':
    case 'retrospect':
    case 'finish':
    case 'extend':
    case 'cancel':
      return beginChange(talk, deed, notice, {});
    case 'long':
      return done(talk, notice, { do: 'update', long: true, important: true });
    case 'over':
      return done(talk, notice, { do: 'resolve', text: {}, retrospect: {} });
    case 'recall':
      return askRecall(talk, notice);
    case 'recall-surely':
      return done(talk, notice, { do: 'recall' });
    case 'confirm':
    case 'discard':
      return decide(talk, notice, deed);
    case 'word-in-30':
    case 'word-in-60':
      return postpone(talk, notice, deed === 'word-in-30' ? 30 : 60);
    case 'retry':
      talk.want({ effect: 'retry-notice', notice: notice.id });
      return talk.note('author.retrying');
    case 'readers':
      return tellReaders(talk, notice);
    case 'remind':
      talk.want({ effect: 'remind-readers', notice: notice.id });
      return talk.note('author.readers-reminded', {}, 'good');
    default:
      return assertNever(deed);
  }
}

/** How an outage stands, for the form of its next word. */
function stateOf(notice: Notice): Record<string, string> {
  if (notice.kind !== 'outage') return { important: 'no' };
  const yesNo = (is: boolean): string => (is ? 'yes' : 'no');
  return { long: yesNo(notice.long), wait: yesNo(notice.wait), important: 'no' };
}

/** What needs no words of its own is done at once. */
function done(talk: Talk, notice: Notice, what: Parameters<typeof command>[2]): void {
  const applied = command(talk, notice, what);
  tellRefused(talk, applied);
  if (applied.outcome === 'done') tellSent(talk, applied.notice, true, 1);
}

function askRecall(talk: Talk, notice: Notice): void {
  const what = whatOf(notice, EVERYWHERE, new Wording(talk.playbook, talk.language, talk.now));
  talk.tell({
    kind: 'confirm',
    text: talk.say('author.ask-recall', { what }),
    choices: [deedChoice(talk, notice, 'recall-surely', 'danger'), deedChoice(talk, notice, 'open', 'quiet')],
  });
}

/** A second person decides; of what comes again about all of it. Whoever wrote it is told so, and cannot. */
function decide(talk: Talk, notice: Notice, deed: 'confirm' | 'discard'): void {
  const series = notice.kind === 'maintenance' ? notice.series : null;
  const others = talk
    .notices()
    .filter(
      (other) =>
        other.id !== notice.id &&
        other.kind === 'maintenance' &&
        series !== null &&
        other.series === series &&
        other.publication === 'to-confirm',
    );
  const applied = command(talk, notice, { do: deed });
  tellRefused(talk, applied);
  if (applied.outcome !== 'done') return;
  for (const other of others) command(talk, other, { do: deed }, { isSilent: true });
  if (deed === 'discard') return talk.note('author.discarded');
  tellSent(talk, applied.notice, false, others.length + 1);
}

/** The promised word comes later; people see when. */
function postpone(talk: Talk, notice: Notice, minutes: number): void {
  if (notice.kind !== 'outage' || !isOpen(notice, talk.now.epochMilliseconds))
    return tellManage(talk, notice);
  const nextWord = talk.now.epochMilliseconds + minutes * MINUTE_MS;
  done(talk, notice, { do: 'update', nextWord, important: false });
}

/** Which words are to be put right; where there are only the notice's own that is clear. */
function correct(talk: Talk, notice: Notice, update: number | null): void {
  const written = notice.updates.filter(({ text }) => Object.keys(text).length > 0).slice(-MOST_WORDS);
  if (update === null && written.length > 0) return askWhich(talk, notice, written);
  const of = notice.updates.find(({ number }) => number === update);
  const language = writingLanguage(talk);
  const own: ['title' | 'text' | 'meanwhile', LocalText][] =
    of === undefined
      ? [
          ['title', notice.title],
          ['text', notice.text],
          ['meanwhile', notice.meanwhile],
        ]
      : [['text', of.text]];
  const values = Object.assign({}, ...own.map(([field, text]) => textValues(field, text, language)));
  const had = (text: LocalText): string => (Object.keys(text).length > 0 ? 'yes' : 'no');
  beginChange(talk, 'correct', notice, {
    ...values,
    ...{ 'had-title': had(notice.title), 'had-meanwhile': had(notice.meanwhile) },
    of: of === undefined ? '' : String(of.number),
  });
}

/** 0 stands for the notice's own words. */
function askWhich(talk: Talk, notice: Notice, written: Notice['updates']): void {
  const choice = (label: string, update: number) =>
    talk.offer(label, { do: 'notice', notice: notice.id, deed: 'correct', update });
  talk.tell({
    kind: 'ask',
    text: talk.say('author.ask-correct-which'),
    ...{ hint: null, picture: false },
    choices: [
      choice(talk.say('author.correct-own'), 0),
      ...written.toReversed().map(({ number, text }) => choice(talk.local(text), number)),
    ],
  });
}
