import type { Finding } from '../fault.ts';
import { unitsThatAreTold, whoseAbsences } from './away.ts';
import { channelsOnce, channelsWithHome } from './channels.ts';
import {
  accounts,
  fallbackHolds,
  numbers,
  ownManagers,
  reachable,
  receipts,
  shownNumbers,
  unused,
} from './contacts.ts';
import type { LintContext, LintRule } from './context.ts';
import { cycles, deepSites } from './cycles.ts';
import { directoryReaders } from './directory.ts';
import { dutyManagers } from './duties.ts';
import { escalationReaches } from './escalation.ts';
import { followUpHolds } from './follow-up.ts';
import { suppliersReached } from './hand-offs.ts';
import { overlappingExceptions, redDayCountry, unusedHours } from './hours.ts';
import { keptForClass } from './kept.ts';
import { neverOpen } from './never-open.ts';
import { paperHolds } from './paper.ts';
import { authority, unreachableSteps } from './policies.ts';
import { unknownIds } from './references.ts';
import { reservedNames } from './reserved.ts';
import { everyClassRouted, unreachableRoutes } from './routes.ts';
import { servedByAnother } from './served.ts';
import { deskForAll } from './teams.ts';
import { ambiguousServices, missingTranslations } from './texts.ts';
import {
  contradictoryEnds,
  criticalSoon,
  questionsInOrder,
  routinesTooEarly,
  unknownQuestions,
  unreachableTrees,
} from './triage/trees.ts';

const RULES: readonly LintRule[] = [
  reservedNames,
  unknownIds,
  whoseAbsences,
  unitsThatAreTold,
  cycles,
  deepSites,
  numbers,
  accounts,
  reachable,
  receipts,
  ownManagers,
  shownNumbers,
  fallbackHolds,
  everyClassRouted,
  unreachableRoutes,
  unreachableSteps,
  keptForClass,
  authority,
  unknownQuestions,
  questionsInOrder,
  criticalSoon,
  contradictoryEnds,
  routinesTooEarly,
  unreachableTrees,
  neverOpen,
  overlappingExceptions,
  redDayCountry,
  missingTranslations,
  ambiguousServices,
  unused,
  unusedHours,
  deskForAll,
  channelsOnce,
  channelsWithHome,
  suppliersReached,
  servedByAnother,
  followUpHolds,
  escalationReaches,
  directoryReaders,
  dutyManagers,
  paperHolds,
];

/**
 * All that is wrong with a playbook's meaning, without what only follows from a fault of its shape. Warnings come when
 * there are no errors: what a misspelt id meant looks unused.
 */
export function lint(context: LintContext): Finding[] {
  const findings = RULES.flatMap((rule) => rule(context)).filter(({ path }) => context.isSound(path));
  const hasErrors = !context.isSound([]) || findings.some(({ severity }) => severity === 'error');
  return hasErrors ? findings.filter(({ severity }) => severity !== 'warning') : findings;
}
