import type { EscalationPolicy, PolicyStep, Route } from '../../domain/escalation/policy.ts';
import type { PlaybookFile, StepFile } from '../schema/playbook.ts';
import { type Localise, mapValues } from './texts.ts';

/** The escalation policies by id. */
export function compilePolicies(
  content: PlaybookFile,
  local: Localise,
): ReadonlyMap<string, EscalationPolicy> {
  return mapValues(content.policies, (steps, id) => ({
    id,
    steps: steps.map((step) => compileStep(step, local)),
  }));
}

/** A route; what it leaves out it takes whatever it is. */
export function compileRoute(route: PlaybookFile['routes'][number]): Route {
  return {
    class: route.class,
    services: route.service ?? null,
    sites: route.site ?? null,
    roles: route.role ?? null,
    policy: route.policy,
  };
}

function compileStep(step: StepFile, local: Localise): PolicyStep {
  const line = step['line-of-managers'];
  const order = line !== undefined ? 'line-of-managers' : step['any-of'] !== undefined ? 'any' : 'in-order';
  return {
    order,
    contacts: line?.['up-to'] ?? step['any-of'] ?? step['in-order'] ?? [],
    startsWith: line?.['starts-with'] ?? null,
    receipt: step.counts ?? null,
    thenAfter: step['then-after'] ?? null,
    onlyIf: step['only-if'] === undefined ? null : local(step['only-if']),
    asks: line?.asks ?? null,
  };
}
