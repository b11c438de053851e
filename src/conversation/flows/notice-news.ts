import { isSettled, type Ledger, type LedgerRow } from '../../domain/notices/ledger.ts';
import { EVERYWHERE, type Notice } from '../../domain/notices/notice.ts';
import { isOpen } from '../../domain/notices/view.ts';
import type { TextKey } from '../../locales/catalogue.ts';
import type { Choice, Fact } from '../messages.ts';
import { whatOf } from '../notices/parts.ts';
import { Wording } from '../notices/wording.ts';
import type { Talk } from '../talk.ts';
import { sayMoment } from '../when.ts';
import { countsOf, deedChoice, tellManage } from './authoring/manage.ts';

/** The author promised a word by now. */
export function remindOfWord(talk: Talk, id: string): void {
  const notice = talk.authored(id);
  if (notice?.kind !== 'outage' || !isOpen(notice, talk.now.epochMilliseconds)) return;
  const what = nameOf(talk, notice);
  talk.tell({
    kind: 'ask',
    text: talk.say('author.word-due', {
      what,
      at: notice.nextWord === null ? talk.say('author.now') : sayMoment(talk, notice.nextWord),
    }),
    ...{ hint: null, picture: false },
    choices: [
      deedChoice(talk, notice, 'update', 'main'),
      deedChoice(talk, notice, 'word-in-30'),
      deedChoice(talk, notice, 'word-in-60'),
      deedChoice(talk, notice, 'over'),
    ],
  });
}

/** A notice waits for somebody at the desk to confirm it. */
export function tellToConfirm(talk: Talk, id: string): void {
  const notice = talk.authored(id);
  if (notice?.publication === 'to-confirm') tellManage(talk, notice);
}

/** How a notice goes out: one message, which is replaced in place while the revision is the same. */
export function tellGoingOut(talk: Talk, ledger: Ledger, rows: readonly LedgerRow[]): void {
  const notice = talk.authored(ledger.notice);
  if (notice === null) return;
  const before = talk.ledgers[ledger.notice];
  const replaces = before?.revision === ledger.revision ? before.on : null;
  talk.tell(
    {
      kind: 'receipt',
      title: talk.say('ledger.title', { what: nameOf(talk, notice) }),
      reference: notice.id,
      state: stateInWords(talk, ledger),
      tone: isSettled(ledger) ? (ledger.failed + ledger.ambiguous > 0 ? 'warning' : 'good') : 'plain',
      facts: [...countsIn(talk, ledger), ...countsOf(talk, notice).slice(1)],
      pictures: [],
      history: rows.map((row) => ({ at: row.name, text: rowInWords(talk, row) })),
      notes: notes(talk, ledger, rows),
      choices: choicesFor(talk, notice, ledger),
    },
    replaces,
  );
  const on = talk.lastKey;
  const { [ledger.notice]: _, ...others } = talk.ledgers;
  talk.ledgers = { ...others, [ledger.notice]: { on, revision: ledger.revision, sent: ledger.sent } };
}

function nameOf(talk: Talk, notice: Notice): string {
  return whatOf(notice, EVERYWHERE, new Wording(talk.playbook, talk.language, talk.now));
}

function stateInWords(talk: Talk, ledger: Ledger): string {
  if (!ledger.complete) return talk.say('ledger.finding');
  return isSettled(ledger) ? talk.say('ledger.done') : talk.say('ledger.going');
}

function countsIn(talk: Talk, ledger: Ledger): Fact[] {
  const states = ['sent', 'waiting', 'failed', 'ambiguous', 'skipped'] as const;
  const shown = states.filter((state) => state === 'sent' || ledger[state] > 0);
  return [
    { label: talk.say('ledger.intended'), value: String(ledger.intended) },
    ...shown.map((state) => ({ label: talk.say(`ledger.${state}`), value: String(ledger[state]) })),
    { label: talk.say('ledger.as-of'), value: sayMoment(talk, ledger.at) },
  ];
}

/** What a platform or the service itself says of it is for whoever runs the service, and in English. */
function rowInWords(talk: Talk, { state, cause = null }: LedgerRow): string {
  const word = talk.say(`ledger.row-${state}` as TextKey);
  return cause === null ? word : `${word}: ${talk.say(`cause.${cause}`)}`;
}

/** How many more did not surely arrive than are named. */
function notes(talk: Talk, { failed, ambiguous }: Ledger, rows: readonly LedgerRow[]): string[] {
  const named = rows.filter(({ state }) => state === 'failed' || state === 'ambiguous').length;
  const more = failed + ambiguous - named;
  return more > 0 ? [talk.say('author.and-more', { count: more })] : [];
}

function choicesFor(talk: Talk, notice: Notice, ledger: Ledger): Choice[] {
  return [
    ...(isSettled(ledger) && ledger.failed > 0 ? [deedChoice(talk, notice, 'retry', 'main')] : []),
    ...(notice.asksRead ? [deedChoice(talk, notice, 'readers')] : []),
    deedChoice(talk, notice, 'open', 'quiet'),
  ];
}
