import { MATTER_CLASSES, type MatterClass } from '../../domain/contacts/contact.ts';
import type { ClassRule, Playbook } from '../../domain/organisation/playbook.ts';
import { DANGER } from '../../domain/triage/triage.ts';
import type { PlaybookFile } from '../schema/playbook.ts';
import { compileAnnouncements } from './announcements.ts';
import { compileAway } from './away.ts';
import { compileCommitment } from './commitment.ts';
import { compileContacts } from './contacts.ts';
import { compileDirectory } from './directory.ts';
import { compileDuties } from './duties.ts';
import { compileEscalation } from './escalation.ts';
import { compileFollowUp } from './follow-up.ts';
import { compileHandOffs } from './hand-offs.ts';
import { HoursShelf } from './hours.ts';
import { compileNotices } from './notices.ts';
import { compilePack, compilePaper } from './paper.ts';
import { compilePolicies, compileRoute } from './policies.ts';
import { compileRoutines } from './routines.ts';
import { compileServedBy } from './served.ts';
import { compileSlack } from './slack.ts';
import { compileTeams } from './teams.ts';
import { type Localise, localiser, mapValues } from './texts.ts';
import { compileMatters, compileTriage } from './triage.ts';

/**
 * Turns a playbook's content, found without error, into the domain's model.
 * @param version what tells this text of the playbook from another
 */
export function compilePlaybook(content: PlaybookFile, version: string): Playbook {
  const [first, ...others] = content.languages;
  if (first === undefined) throw new TypeError('a playbook has at least one language');
  const local = localiser(content.languages);
  const shelf = new HoursShelf(content);
  const contacts = compileContacts(content, local);
  const fallback = contacts.get(content.fallback);
  if (fallback === undefined) throw new TypeError(`the fallback "${content.fallback}" is no contact`);
  return {
    organisation: content.organisation,
    name: content.name,
    version,
    languages: [first, ...others],
    country: content.holidays.country,
    timezone: content.timezone,
    emergency: content.emergency ?? null,
    classes: compileClasses(content, local),
    roles: mapValues(content.roles, local),
    circumstances: mapValues(content.circumstances, local),
    sites: mapValues(content.sites, (site, id) => ({
      id,
      name: local(site.name),
      parent: site.in ?? null,
      manager: site.manager ?? null,
      contact: site.contact ?? null,
    })),
    services: mapValues(content.services, (service, id) => ({
      id,
      name: local(service.name),
      aliases: service.aliases ?? {},
      supplier: service.supplier ?? null,
    })),
    contacts,
    policies: compilePolicies(content, local),
    routes: content.routes.map(compileRoute),
    fallback,
    announcements: compileAnnouncements(content, local),
    routines: compileRoutines(content, local),
    triage: compileTriage(content, local),
    details: content.details,
    danger: DANGER in content.circumstances ? DANGER : null,
    outageRule: content.outages,
    matters: compileMatters(content, local),
    notices: compileNotices(content.notices, local),
    handOffs: compileHandOffs(content),
    followUp: compileFollowUp(content['follow-up'], local, (name) => shelf.ownHours(name)),
    escalation: compileEscalation(content.escalation, (name) => shelf.ownHours(name)),
    commitment: compileCommitment(content.commitment, local),
    directory: compileDirectory(content.directory, local),
    away: compileAway(content.away),
    duties: compileDuties(content.duties, local, (name) => shelf.dutySpans(name)),
    paper: compilePaper(content.paper, local),
    pack: compilePack(content.pack),
    calendar: shelf.calendar(),
    pages: content.pages,
    teams: compileTeams(content.teams),
    slack: compileSlack(content.slack),
    servedBy: compileServedBy(content),
  };
}

function compileClasses(content: PlaybookFile, local: Localise): ReadonlyMap<MatterClass, ClassRule> {
  return new Map(
    MATTER_CLASSES.map((matterClass) => {
      const { when, name, explains } = content.classes[matterClass];
      const rule = {
        when,
        name: name === undefined ? null : local(name),
        explains: explains === undefined ? null : local(explains),
      };
      return [matterClass, rule];
    }),
  );
}
