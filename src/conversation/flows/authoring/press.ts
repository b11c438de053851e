import type { Action } from '../../actions.ts';
import { assertNever } from '../../messages.ts';
import type { Talk } from '../../talk.ts';
import type { NoticeFlow } from '../flow.ts';
import { beginAsking, pressAnswer, pressDone, stepBack } from './ask.ts';
import { beginNotice, tellTemplates } from './begin.ts';
import { pressNotice } from './change.ts';
import { pressForm, tellForm, tellTranslation } from './form.ts';
import { mayWrite } from './may-write.ts';
import { send } from './send.ts';

/** Everything that is pressed while notices are written and looked after. */
export type NoticeAction = Extract<
  Action,
  {
    do:
      | 'write-notice'
      | 'notice-templates'
      | 'notice-form'
      | 'notice-answer'
      | 'notice-step'
      | 'notice-translate'
      | 'notice';
  }
>;

/** Does what was pressed. False: it means nothing any more, or the speaker may not. */
export function onNotice(
  talk: Talk,
  action: NoticeAction,
  fields: Readonly<Record<string, string>>,
): boolean {
  switch (action.do) {
    case 'write-notice':
      return beginNotice(talk, action.kind, action);
    case 'notice-templates':
      return tellTemplates(talk);
    case 'notice':
      return pressNotice(talk, action);
    case 'notice-form':
    case 'notice-answer':
    case 'notice-step':
    case 'notice-translate':
      return onDraft(talk, action, fields);
    default:
      return assertNever(action);
  }
}

/** What was put aside is taken up again. */
export function resumeNotice(talk: Talk, begun: number): boolean {
  const flow = takeUp(talk, begun);
  if (flow === null) return false;
  tellForm(talk, flow, []);
  return true;
}

type DraftAction = Extract<NoticeAction, { readonly flow: number }>;

function onDraft(talk: Talk, action: DraftAction, fields: Readonly<Record<string, string>>): boolean {
  const flow = takeUp(talk, action.flow);
  if (flow === null) return false;
  switch (action.do) {
    case 'notice-form':
      pressForm(talk, flow, fields);
      return true;
    case 'notice-answer':
      return pressAnswer(talk, flow, action.field, action.value);
    case 'notice-translate':
      return tellTranslation(talk, flow, action.language);
    case 'notice-step':
      step(talk, flow, action.step);
      return true;
    default:
      return assertNever(action);
  }
}

function step(talk: Talk, flow: NoticeFlow, to: 'ask' | 'back' | 'change' | 'send' | 'done'): void {
  switch (to) {
    case 'ask':
      return beginAsking(talk, flow);
    case 'back':
      return stepBack(talk, flow);
    case 'change':
      return tellForm(talk, flow, []);
    case 'send':
      return send(talk, flow);
    case 'done':
      return pressDone(talk, flow);
    default:
      return assertNever(to);
  }
}

/** The draft that began in a turn, as the one that is going on; null: it is sent, dropped, or none of the speaker's. */
function takeUp(talk: Talk, begun: number): NoticeFlow | null {
  const found = [talk.flow, ...talk.left].find((flow) => flow?.begun === begun);
  if (found?.name !== 'notice' || !mayWrite(talk)) return null;
  const others = talk.left.filter((flow) => flow.begun !== begun);
  const current = talk.flow !== null && talk.flow.begun !== begun ? [talk.flow] : [];
  talk.left = [...current, ...others];
  talk.flow = found;
  return found;
}
