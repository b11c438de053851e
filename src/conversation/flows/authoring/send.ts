import type { Applied } from '../../../domain/notices/commands.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import { command } from '../../notices/command.ts';
import type { Talk } from '../../talk.ts';
import type { NoticeFlow } from '../flow.ts';
import { noticeFault } from './faults.ts';
import { tellForm } from './form.ts';
import { readDraft } from './read-draft.ts';

/** The author has seen what people will see, and sends it. What is wrong by now is said, and nothing is sent. */
export function send(talk: Talk, flow: NoticeFlow): void {
  const { draft } = flow;
  const reading = readDraft(talk, draft);
  if (reading.outcome === 'faulty') return tellForm(talk, flow, reading.faults);
  const notice = draft.notice === null ? null : talk.authored(draft.notice);
  const done = reading.commands.map((each, i) => {
    const id = i === 0 ? talk.event.reference : `${talk.event.reference}-${i + 1}`;
    return command(talk, notice, each, { id, isSilent: i > 0 });
  });
  talk.flow = null;
  keepProposal(talk, draft.proposal);
  const [first] = done;
  if (first?.outcome === 'done') tellSent(talk, first.notice, draft.notice !== null, done.length);
}

/** Published, or waiting for a second person. */
export function tellSent(talk: Talk, notice: Notice, isChange: boolean, count: number): void {
  const manage = talk.offer(talk.say('author.manage'), {
    ...{ do: 'notice', notice: notice.id, deed: 'open', update: null },
  });
  const waits = notice.publication === 'to-confirm';
  const key = isChange ? 'author.changed' : count > 1 ? 'author.sent-series' : 'author.sent';
  if (waits) return askSecond(talk, notice);
  talk.tell({
    kind: 'say',
    text: talk.say(key, { reference: notice.id, count }),
    tone: 'good',
    choices: [manage],
  });
}

/** The desk is asked, wherever the author is. */
export function askSecond(talk: Talk, notice: Notice): void {
  talk.want({ effect: 'ask-confirm', notice: notice.id });
  talk.note('author.waits-for-second', { reference: notice.id });
}

/** What is refused when it is too late to put it right in a form. */
export function tellRefused(talk: Talk, applied: Applied): void {
  if (applied.outcome !== 'refused') return;
  for (const fault of applied.faults)
    talk.tell({ kind: 'say', text: noticeFault(talk, fault).text, tone: 'warning' });
}

function keepProposal(talk: Talk, id: string | null): void {
  const proposal = talk.proposal(id ?? '');
  if (proposal !== null)
    talk.want({ effect: 'keep-proposal', proposal: { ...proposal, state: 'announced' } });
}
