import type { MaintenanceWindow, OutageNotice, WindowPart } from '../../src/domain/notices/notice.ts';
import type { Subscription } from '../../src/domain/notices/subscription.ts';

const BEGUN = Temporal.Instant.from('2026-11-23T09:00:00+01:00').epochMilliseconds;
const HOUR = 3_600_000;

/** What both kinds of notices have. */
function base(id: string) {
  return {
    ...{ id, organisation: 'porsanger', publication: 'published' as const, revision: 1, confirmedBy: null },
    author: { user: 'it', name: 'IT', conversation: 'desk/porsanger' },
    ...{ createdAt: BEGUN, publishedAt: BEGUN, changedAt: BEGUN, correctedAt: null },
    ...{ title: {}, text: {}, meanwhile: {}, routine: null, updates: [], asksRead: false, seenTo: [] },
  };
}

/** A published outage of `internet` at Porsanger since Monday 23 November 2026 at nine, with something changed. */
export function outageNotice(change: Partial<OutageNotice> = {}): OutageNotice {
  return {
    ...base('N1'),
    ...{ kind: 'outage', services: ['internet'], sites: null, since: BEGUN, over: null },
    ...{ phase: 'investigating', long: false, wait: true, nextWord: null, retrospect: {}, proposal: null },
    ...change,
  };
}

/** A part of two hours from an instant on, a day later if none is given. */
export function windowPart(change: Partial<WindowPart> = {}): WindowPart {
  const from = change.from ?? BEGUN + 24 * HOUR;
  return {
    ...{ id: '1', services: ['internet'], sites: null, from, to: from + 2 * HOUR, effect: {}, endedAt: null },
    ...change,
  };
}

/** A published window, with something changed. */
export function windowNotice(change: Partial<MaintenanceWindow> = {}): MaintenanceWindow {
  return {
    ...base('W1'),
    ...{ kind: 'maintenance', shortNotice: false, parts: [windowPart()], support: [] },
    ...{ cancelledAt: null, series: null, sequence: 0 },
    ...change,
  };
}

/** A channel that gets everything, with something changed. */
export function subscriptionOf(destination: string, change: Partial<Subscription> = {}): Subscription {
  return {
    ...{ destination, organisation: 'porsanger', source: 'channel', name: destination, user: null },
    ...{ language: null, sites: null, services: null, kinds: null, mutedUntil: null },
    ...{ since: BEGUN, confirmed: true },
    ...change,
  };
}
