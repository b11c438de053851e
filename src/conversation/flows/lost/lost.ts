import type { Report } from '../../../domain/reports/report.ts';
import type { TextKey } from '../../../locales/catalogue.ts';
import { say } from '../../../locales/say.ts';
import type { Choice } from '../../messages.ts';
import type { Talk } from '../../talk.ts';
import { LOST_QUESTIONS, type LostAnswers, type LostFlow, type LostQuestion } from '../flow.ts';
import { newMatterReport } from '../matter-report.ts';
import { tellMatter } from '../matters.ts';
import { tellReceipt } from '../receipt.ts';
import { putAside } from '../report/begin.ts';
import { tellRoutineOf } from '../routine.ts';

/**
 * A phone is lost: who blocks it first, at any hour, and in the same breath the first question (scenario B5). Where the
 * organisation wants no report of it, only whom to turn to.
 */
export function tellLost(talk: Talk): void {
  tellMatter(talk, 'lost-phone');
  if (talk.playbook.matters.get('lost-phone')?.report !== true) return;
  putAside(talk);
  ask(talk, { name: 'lost', begun: talk.number, pending: 'how', answers: {}, report: null });
}

/** Takes an answer, and asks on. From the number on it is reported: nothing is lost if the person leaves. */
export function takeLost(talk: Talk, flow: LostFlow, value: string | null): void {
  const answers = { ...flow.answers, [flow.pending]: value };
  const report = flow.report === null && flow.pending === 'how' ? null : keep(talk, flow.report, answers);
  const next = LOST_QUESTIONS.find((question) => !(question in answers) && isAsked(question, answers));
  if (flow.pending === 'number') talk.note('lost.told-it', { reference: report?.id ?? '' }, 'good');
  if (next !== undefined) return ask(talk, { ...flow, pending: next, answers, report: report?.id ?? null });
  finishLost(talk, report?.id ?? '');
}

/** What IT has now, and what the person has to do next. */
export function finishLost(talk: Talk, id: string): void {
  talk.flow = null;
  const report = talk.report(id);
  if (report === null) return talk.note('report.gone');
  tellReceipt(talk, report, 'receipt.title-done');
  tellRoutineOf(talk, report);
}

/** The police is asked about only where there was a theft. */
function isAsked(question: LostQuestion, { how }: LostAnswers): boolean {
  return question !== 'police' || how === 'stolen';
}

function ask(talk: Talk, flow: LostFlow): void {
  talk.flow = flow;
  const { pending } = flow;
  const hint = HINTS[pending];
  talk.tell({
    ...{ kind: 'ask', text: talk.say(`lost.ask-${pending}`), picture: false },
    hint: hint === undefined ? null : talk.say(hint),
    choices: [...optionsFor(talk, flow), ...waysOut(talk, flow)],
  });
}

const HINTS: Readonly<Partial<Record<LostQuestion, TextKey>>> = {
  number: 'lost.hint-number',
  where: 'lost.hint-where',
  when: 'detail.hint-since',
  police: 'lost.hint-police',
};

function optionsFor(talk: Talk, flow: LostFlow): Choice[] {
  const option = (label: string, value: string | null, style: Choice['style'] = 'plain'): Choice =>
    talk.offer(label, { do: 'lost', flow: flow.begun, question: flow.pending, value }, style);
  const unknown = option(talk.say('lost.unknown'), null, 'quiet');
  switch (flow.pending) {
    case 'how':
      return [option(talk.say('lost.lost'), 'lost'), option(talk.say('lost.stolen'), 'stolen')];
    case 'number': {
      const own = talk.event.known.identity?.phone ?? null;
      return [...(own === null ? [] : [option(own, own, 'main')]), unknown];
    }
    case 'where':
      return [unknown];
    case 'when':
      return [
        ...(['now', 'today', 'yesterday'] as const).map((when) => {
          const label = talk.say(`detail.since-${when}`);
          return option(label, label);
        }),
        unknown,
      ];
    case 'police':
      return (['yes', 'no'] as const).map((done) => {
        const label = talk.say(`lost.police-${done}`);
        return option(label, label);
      });
  }
}

function waysOut(talk: Talk, { begun, report }: LostFlow): Choice[] {
  return report === null
    ? [talk.offer(talk.say('flow.cancel'), { do: 'drop', flow: begun }, 'quiet')]
    : [talk.offer(talk.say('detail.enough'), { do: 'lost-enough', flow: begun }, 'quiet')];
}

function keep(talk: Talk, id: string | null, answers: LostAnswers): Report {
  const before = id === null ? null : talk.report(id);
  const told = toldIn(talk, answers);
  const report = { ...(before ?? newMatterReport(talk, 'lost-phone', ruleOf(talk))), ...told };
  talk.want({ effect: 'keep-report', report });
  return report;
}

/** In the organisation's own language: IT reads it. */
function toldIn({ playbook }: Talk, { how, number, where, when, police }: LostAnswers) {
  const [own] = playbook.languages;
  const what = say(own, how === 'stolen' ? 'lost.what-stolen' : 'lost.what-lost');
  const numbered = number == null ? say(own, 'lost.number-unknown') : number;
  return {
    what: `${what}: ${numbered}`,
    where: where ?? null,
    since: when ?? null,
    trail: police == null ? [] : [{ question: say(own, 'lost.ask-police'), answer: police }],
  };
}

function ruleOf({ playbook }: Talk) {
  return playbook.matters.get('lost-phone') ?? { service: null, policy: null, routine: null };
}
