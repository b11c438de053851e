import type { Report } from '../../domain/reports/report.ts';
import type { Talk } from '../talk.ts';

/** A report of what is no fault, as it is before anything is told of it. Where it goes the matter's rule says. */
export function newMatterReport(
  talk: Talk,
  matter: NonNullable<Report['matter']>,
  rule: { readonly service: string | null; readonly policy: string | null; readonly routine: string | null },
): Report {
  const { event, playbook, profile } = talk;
  const { identity } = event.known;
  const at = talk.now.epochMilliseconds;
  const { service, policy, routine } = rule;
  return {
    ...{ id: event.reference, organisation: playbook.organisation, user: event.from.user, matter },
    by: identity === null ? null : { name: identity.name, email: identity.email, phone: identity.phone },
    ...{ conversation: event.conversation, at, language: talk.language, class: 'normal', circumstances: [] },
    ...{ statedCritical: false, service, site: talk.site, role: talk.role, policy, routine },
    ...{ what: '', where: null, hit: null, since: null, contactBack: profile.contactBack, pictures: [] },
    ...{ trail: [], state: 'open', receipt: 'spoken', outage: null },
    history: [{ at, what: 'reported', text: null }],
  };
}
