import {
  type MatterRule,
  OTHER_MATTERS,
  type OtherMatter,
  type TriageAnswer,
  type TriageEnd,
  type TriageTree,
} from '../../domain/triage/triage.ts';
import type { PlaybookFile } from '../schema/playbook.ts';
import type { AnswerFile, EndFile } from '../schema/triage.ts';
import { type Localise, mapValues } from './texts.ts';

/** The triage trees, in the order of the file. */
export function compileTriage(content: PlaybookFile, local: Localise): ReadonlyMap<string, TriageTree> {
  return mapValues(
    content.triage,
    (file, id): TriageTree => ({
      id,
      services: file.service ?? null,
      roles: file.role ?? null,
      questions: mapValues(file.questions ?? {}, ({ ask, answers }, question) => ({
        id: question,
        text: local(ask),
        answers: answers.map((answer) => compileAnswer(answer, local)),
      })),
      end: file.end === undefined ? null : compileEnd(file.end, local),
    }),
  );
}

/** The matters that the organisation has a rule for. */
export function compileMatters(content: PlaybookFile, local: Localise): ReadonlyMap<OtherMatter, MatterRule> {
  return new Map(
    OTHER_MATTERS.flatMap((name): [OtherMatter, MatterRule][] => {
      const file = content.matters[name];
      if (file === undefined) return [];
      const { policy = null, service = null, routine = null, tell } = file;
      const report = 'report' in file && file.report === true;
      return [[name, { policy, service, routine, report, tell: tell === undefined ? null : local(tell) }]];
    }),
  );
}

function compileAnswer({ say, next, end }: AnswerFile, local: Localise): TriageAnswer {
  return {
    text: local(say),
    next: next ?? null,
    end: end === undefined ? null : compileEnd(end, local),
  };
}

function compileEnd(file: EndFile, local: Localise): TriageEnd {
  return {
    solved: file.solved,
    is: file.is ?? [],
    class: file.class ?? null,
    service: file.service ?? null,
    policy: file.policy ?? null,
    routine: file.routine ?? null,
    advice: file.advice === undefined ? null : local(file.advice),
  };
}
