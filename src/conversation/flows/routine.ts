import type { Answer } from '../../domain/contacts/answer.ts';
import { contactsAt, who } from '../../domain/contacts/who.ts';
import { outagesFor } from '../../domain/reports/known.ts';
import type { Report } from '../../domain/reports/report.ts';
import { isFor, routineFor } from '../../domain/routines/find.ts';
import type { Routine, RoutineStep } from '../../domain/routines/routine.ts';
import { MESSAGE_LIMITS, type StepToTick } from '../messages.ts';
import { cut } from '../plain-text/clean.ts';
import { routineInWords } from '../routine/words.ts';
import type { Talk } from '../talk.ts';
import { answerInWords } from '../who/words.ts';

/** Routines offered to choose from. */
const MOST_ROUTINES = 10;

/** "What do we do when …": the routine for the service and the person's role, or those that there are. */
export function tellRoutines(talk: Talk, service: string | null): void {
  const routines = service === null ? allRoutines(talk) : routinesFor(talk, service);
  const [first, ...others] = routines;
  if (first === undefined) {
    const choices = [talk.offer(talk.say('menu.who'), { do: 'wish', wish: 'who', service })];
    return talk.tell({ kind: 'say', text: talk.say('routine.none-fits'), tone: 'plain', choices });
  }
  const declared = routines.some(({ onlyWhenDeclared }) => onlyWhenDeclared);
  if (others.length === 0 || (first.services !== null && service !== null && !declared)) {
    tellRoutine(talk, first.id);
    return;
  }
  const choices = routines
    .slice(0, MOST_ROUTINES)
    .map(({ id, name }) => talk.offer(talk.local(name), { do: 'show-routine', routine: id }));
  talk.tell({ kind: 'ask', text: talk.say('routine.ask-which'), hint: null, picture: false, choices });
}

/** The routine that a report leads to, if there is one for its service. */
export function tellRoutineOf(talk: Talk, report: Report): void {
  const ended = talk.playbook.routines.get(report.routine ?? '');
  const named = ended !== undefined && isFor(ended, report.role) ? ended : undefined;
  const routine =
    named ?? routinesFor(talk, report.service, report).find(({ services }) => services !== null);
  if (routine !== undefined) tellRoutine(talk, routine.id);
}

/** A routine as steps to tick; what is ticked stays so. */
export function tellRoutine(talk: Talk, id: string, replaces: string | null = null): boolean {
  const routine = talk.playbook.routines.get(id);
  if (routine === undefined) return false;
  const { name, remarks } = routineInWords(talk.playbook, routine, talk.language, 'trusted');
  const steps = stepsOf(talk, routine, 'step', routine.steps);
  const afterwards = stepsOf(talk, routine, 'after', routine.afterwards);
  const all = [...steps, ...afterwards];
  const done = all.filter((step) => step.done).length;
  talk.tell(
    {
      kind: 'routine',
      title: name,
      // The routine must be known and kept on paper too (scenario A6).
      remarks: [...remarks, talk.say('routine.intro')],
      steps,
      afterwards:
        afterwards.length === 0 ? null : { heading: talk.say('routine.afterwards'), steps: afterwards },
      progress: talk.say('routine.progress', { done, all: all.length }),
      choices: all.map(({ choice, text }) => ({
        id: choice,
        label: cut(text, MESSAGE_LIMITS.label),
        style: 'plain',
      })),
    },
    replaces,
  );
  return true;
}

/** Ticks a step, or takes the tick away; the list is shown in the place of the old one. */
export function pressTick(talk: Talk, id: string, step: string, on: string): boolean {
  if (!talk.playbook.routines.has(id)) return false;
  const ticked = talk.ticked[id] ?? [];
  const next = ticked.includes(step) ? ticked.filter((other) => other !== step) : [...ticked, step];
  const { [id]: _, ...others } = talk.ticked;
  talk.ticked = { ...others, [id]: next };
  return tellRoutine(talk, id, on);
}

/** Every routine for the person's role, whatever the service; those for long outages only once one is declared. */
function allRoutines(talk: Talk): readonly Routine[] {
  const declaredLong = talk.outages().some(({ long }) => long);
  return [...talk.playbook.routines.values()].filter(
    (routine) => isFor(routine, talk.role) && (declaredLong || !routine.onlyWhenDeclared),
  );
}

function routinesFor(talk: Talk, service: string | null, report?: Report): readonly Routine[] {
  const site = report?.site ?? talk.site;
  const outages = outagesFor(talk.playbook, talk.outages(), { service, site });
  const declaredLong = outages.some(({ long }) => long);
  return routineFor(talk.playbook, { service, role: report?.role ?? talk.role, site, declaredLong });
}

function stepsOf(talk: Talk, routine: Routine, part: string, steps: readonly RoutineStep[]): StepToTick[] {
  const ticked = talk.ticked[routine.id] ?? [];
  return steps.map(({ text, contacts }, i) => {
    const step = `${part}-${i + 1}`;
    const [words, away] = contactsInWords(talk, contacts);
    const said = [talk.local(text), ...away].join('\n');
    const { id } = talk.offer(said, { do: 'tick', routine: routine.id, step });
    return { text: said, contacts: words, done: ticked.includes(step), choice: id };
  });
}

/** Contacts as they can be reached now, and who cannot. */
function contactsInWords(talk: Talk, ids: readonly string[]) {
  const contacts = contactsAt(talk.playbook, ids, talk.now);
  if (contacts.length === 0) return [[], []] as const;
  const any = who(talk.playbook, { class: 'critical', service: null, site: null, role: null }, talk.now);
  const answer: Answer = {
    ...any,
    steps: [
      {
        ...{ kind: 'policy', order: 'any', receipt: 'spoken', contacts },
        ...{ thenAfter: null, onlyIf: null, asks: null },
      },
    ],
  };
  const [step] = answerInWords(talk.playbook, answer, talk.language, 'trusted', talk.manager).steps;
  return [step?.contacts ?? [], step?.remarks ?? []] as const;
}
