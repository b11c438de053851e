import type { FaultPath } from '../../fault.ts';
import type { PlaybookFile } from '../../schema/playbook.ts';
import type { LocalInput } from '../../schema/texts.ts';
import { allEnds, answersOf } from './ends.ts';

/** The texts of triage and of the matters that are no fault. */
export function triageTexts(content: PlaybookFile): [FaultPath, LocalInput | undefined][] {
  return [
    ...Object.entries(content.triage).flatMap(([id, tree]): [FaultPath, LocalInput][] => [
      ...Object.entries(tree.questions ?? {}).map(([question, { ask }]): [FaultPath, LocalInput] => [
        ['triage', id, 'questions', question, 'ask'],
        ask,
      ]),
      ...answersOf(id, tree).map(({ path, answer }): [FaultPath, LocalInput] => [
        [...path, 'say'],
        answer.say,
      ]),
    ]),
    ...allEnds(content).map(({ path, end }): [FaultPath, LocalInput | undefined] => [
      [...path, 'advice'],
      end.advice,
    ]),
    ...Object.entries(content.matters).map(([name, matter]): [FaultPath, LocalInput | undefined] => [
      ['matters', name, 'tell'],
      matter?.tell,
    ]),
  ];
}
