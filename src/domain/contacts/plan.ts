import type { OnCallAgreement } from '../absence/announcements.ts';
import { type EscalationPolicy, type PolicyStep, type Route, SITE_CONTACT } from '../escalation/policy.ts';
import type { Playbook } from '../organisation/playbook.ts';
import { type Site, siteLine } from '../organisation/site.ts';
import type { Contact, MatterClass, Receipt } from './contact.ts';
import type { Situation } from './situation.ts';

/** A policy's step with its contacts resolved for one situation. */
export interface PlanStep extends Omit<PolicyStep, 'contacts' | 'receipt' | 'startsWith'> {
  readonly contacts: readonly Contact[];
  readonly receipt: Receipt;
}

/** What a situation comes down to at every time: whom to try in which order. Equal keys mean equal plans. */
export interface Plan {
  readonly key: string;
  readonly class: MatterClass;
  readonly policy: string;
  readonly steps: readonly PlanStep[];
  readonly onCall: readonly OnCallAgreement[];
}

/** The plan for a situation: the first route that fits, and the on-call agreements that concern it. */
export function planFor(
  playbook: Playbook,
  situation: Situation,
  agreements: readonly OnCallAgreement[],
): Plan {
  const line = siteLine(playbook.sites, situation.site);
  const siteIds = line.map((site) => site.id);
  const policy = policyOf(playbook, situation, siteIds);
  const steps = (policy?.steps ?? [])
    .map((step) => resolve(playbook, step, line))
    .filter((step) => step.contacts.length > 0);
  const onCall = agreements.filter((agreement) => concerns(agreement, situation, siteIds));
  return {
    key: planKey(situation, policy?.id ?? '', steps, agreements, onCall),
    class: situation.class,
    policy: policy?.id ?? '',
    steps,
    onCall,
  };
}

/** The policy that a triage named, else that of the first route that fits. */
function policyOf(
  playbook: Playbook,
  situation: Situation,
  siteIds: readonly string[],
): EscalationPolicy | undefined {
  const named = playbook.policies.get(situation.policy ?? '');
  if (named !== undefined) return named;
  const route = playbook.routes.find((candidate) => fits(candidate, situation, siteIds));
  return playbook.policies.get(route?.policy ?? '');
}

function fits(route: Route, situation: Situation, siteIds: readonly string[]): boolean {
  return (
    route.class === situation.class &&
    includes(route.services, situation.service) &&
    includes(route.roles, situation.role) &&
    (route.sites === null || route.sites.some((site) => siteIds.includes(site)))
  );
}

function concerns(agreement: OnCallAgreement, situation: Situation, siteIds: readonly string[]): boolean {
  return (
    (agreement.classes === null || agreement.classes.includes(situation.class)) &&
    includes(agreement.services, situation.service) &&
    (agreement.sites === null || agreement.sites.some((site) => siteIds.includes(site)))
  );
}

function includes(list: readonly string[] | null, value: string | null): boolean {
  return list === null || (value !== null && list.includes(value));
}

function resolve(playbook: Playbook, step: PolicyStep, line: readonly Site[]): PlanStep {
  const ids =
    step.order === 'line-of-managers'
      ? managers(step, line)
      : step.contacts.flatMap((id) => (id === SITE_CONTACT ? siteContact(line) : [id]));
  const contacts = [...new Set(ids)]
    .map((id) => playbook.contacts.get(id))
    .filter((contact) => contact !== undefined);
  const receipt =
    step.receipt ?? (contacts.some((contact) => contact.receipt === 'sent') ? 'sent' : 'spoken');
  return {
    order: step.order,
    contacts,
    receipt,
    thenAfter: step.thenAfter,
    onlyIf: step.onlyIf,
    asks: step.asks,
  };
}

/** From the caller's own leader upwards, ending with those who may authorise (scenario D5). */
function managers(step: PolicyStep, line: readonly Site[]): string[] {
  const own = line.map((site) => site.manager).filter((manager) => manager !== null);
  const first = own.length === 0 && step.startsWith !== null ? [step.startsWith] : own;
  return [...first.filter((id) => !step.contacts.includes(id)), ...step.contacts];
}

function siteContact(line: readonly Site[]): string[] {
  const found = line.map((site) => site.contact).find((contact) => contact !== null);
  return found === undefined ? [] : [found];
}

function planKey(
  situation: Situation,
  policy: string,
  steps: readonly PlanStep[],
  all: readonly OnCallAgreement[],
  onCall: readonly OnCallAgreement[],
): string {
  const people = steps.map((step) => step.contacts.map((contact) => contact.id).join(',')).join('>');
  return `${situation.class}|${policy}|${people}|${onCall.map((agreement) => all.indexOf(agreement)).join(',')}`;
}
