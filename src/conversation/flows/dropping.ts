import type { Talk } from '../talk.ts';
import type { Flow } from './flow.ts';
import { finishLost } from './lost/lost.ts';
import { menuChoices } from './menu.ts';

/** Somebody wants to stop what is going on, in words. */
export function cancel(talk: Talk): void {
  const { flow } = talk;
  if (flow === null) {
    const choices = menuChoices(talk);
    return talk.tell({ kind: 'say', text: talk.say('cancel.nothing'), tone: 'plain', choices });
  }
  drop(talk, flow);
}

/** "Cancel" was pressed. */
export function pressDrop(talk: Talk, begun: number): boolean {
  if (talk.flow?.begun !== begun) return false;
  drop(talk, talk.flow);
  return true;
}

/** What was written stays for a while: nobody writes it twice because of one press. */
function dropNotice(talk: Talk, flow: Flow): void {
  talk.left = [flow, ...talk.left.filter(({ begun }) => begun !== flow.begun)];
  const undo = talk.offer(talk.say('cancel.undo'), { do: 'resume', flow: flow.begun });
  talk.tell({ kind: 'say', text: talk.say('cancel.done'), tone: 'plain', choices: [undo] });
}

/** Nothing that is kept goes: a report is withdrawn only when that is said. */
function drop(talk: Talk, flow: Flow): void {
  talk.flow = null;
  if (flow.name === 'notice') return dropNotice(talk, flow);
  if (flow.name === 'lost' && flow.report !== null) return finishLost(talk, flow.report);
  if (flow.name !== 'report') return talk.note('cancel.done');
  const { report } = flow.draft;
  const kept = report === null ? null : talk.report(report);
  talk.left = [flow, ...talk.left.filter(({ begun }) => begun !== flow.begun)];
  const resume = talk.offer(talk.say('cancel.undo'), { do: 'resume', flow: flow.begun });
  if (kept === null || kept.state === 'withdrawn')
    return talk.tell({
      kind: 'say',
      text: talk.say('cancel.nothing-reported'),
      tone: 'plain',
      choices: [resume, talk.offer(talk.say('menu.report'), { do: 'wish', wish: 'report', service: null })],
    });
  const withdraw = { do: 'withdraw-report', report: kept.id, sure: true } as const;
  talk.tell({
    kind: 'confirm',
    text: talk.say('cancel.ask-withdraw', { reference: kept.id }),
    choices: [
      talk.offer(talk.say('cancel.keep'), { do: 'open-report', report: kept.id }, 'main'),
      talk.offer(talk.say('receipt.withdraw'), withdraw),
      resume,
    ],
  });
}
