import type { Report } from '../../src/domain/reports/report.ts';
import { NINE } from './engine.ts';

/** A report of Anna's that nothing special is about. */
export function reportOf(id: string, more: Partial<Report> = {}): Report {
  return {
    id,
    organisation: 'porsanger',
    user: 'anna',
    by: null,
    conversation: 'web/porsanger/anna',
    at: NINE,
    language: 'nb',
    class: 'normal',
    circumstances: [],
    statedCritical: false,
    service: null,
    site: null,
    role: null,
    policy: null,
    routine: null,
    what: 'it does not work',
    where: null,
    hit: null,
    since: null,
    contactBack: null,
    pictures: [],
    trail: [],
    state: 'open',
    receipt: 'sent',
    outage: null,
    history: [],
    ...more,
  };
}
