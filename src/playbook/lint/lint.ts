import type { Finding } from '../fault.ts';
import { fallbackHolds, numbers, reachable, receipts, unused } from './contacts.ts';
import type { LintContext, LintRule } from './context.ts';
import { neverOpen, overlappingExceptions, redDayCountry, unusedHours } from './hours.ts';
import { cycles, unknownIds } from './references.ts';
import { authority, everyClassRouted, keptForClass, unreachableRoutes, unreachableSteps } from './routes.ts';
import { ambiguousServices, missingTranslations } from './texts.ts';

const RULES: readonly LintRule[] = [
  unknownIds,
  cycles,
  numbers,
  reachable,
  receipts,
  fallbackHolds,
  everyClassRouted,
  unreachableRoutes,
  unreachableSteps,
  keptForClass,
  authority,
  neverOpen,
  overlappingExceptions,
  redDayCountry,
  missingTranslations,
  ambiguousServices,
  unused,
  unusedHours,
];

/** All that is wrong with a playbook's meaning. */
export function lint(context: LintContext): Finding[] {
  return RULES.flatMap((rule) => rule(context));
}
