import type { MatterClass, Receipt } from '../contacts/contact.ts';
import type { LocalText } from '../organisation/language.ts';

/** How the contacts of a step are tried. */
export type StepOrder = 'any' | 'in-order' | 'line-of-managers';

/** In a step's list: the phone that the caller's own unit keeps open. */
export const SITE_CONTACT = 'site-contact';

/** One step of an escalation policy. */
export interface PolicyStep {
  readonly order: StepOrder;
  /** Contact ids; for a line of managers those at its upper end, in order. */
  readonly contacts: readonly string[];
  /** For a line of managers: who comes first when the caller's unit names nobody. */
  readonly startsWith: string | null;
  readonly receipt: Receipt | null;
  /** How long to wait for an answer before the next step. */
  readonly thenAfter: Temporal.Duration | null;
  /** When this step may be used at all, in words. */
  readonly onlyIf: LocalText | null;
  /** What the managers are asked to authorise. */
  readonly asks: 'overtime' | null;
}

/** An ordered list of steps. */
export interface EscalationPolicy {
  readonly id: string;
  readonly steps: readonly PolicyStep[];
}

/** Which policy serves which matters. Null lists mean every one; the first route that fits is taken. */
export interface Route {
  readonly class: MatterClass;
  readonly services: readonly string[] | null;
  readonly sites: readonly string[] | null;
  readonly roles: readonly string[] | null;
  readonly policy: string;
}
