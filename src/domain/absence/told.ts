import { SITE_CONTACT } from '../escalation/policy.ts';
import type { Playbook } from '../organisation/playbook.ts';
import { type Site, siteLine } from '../organisation/site.ts';
import { contactsOf } from './announced.ts';
import type { AgreedEntry, AwayEntry } from './entry.ts';

/** Whose absences a rule is about: all. */
export const EVERYBODY = 'everybody';
/** Who is told of an absence: the nearest manager of the unit. */
export const SITE_MANAGER = 'site-manager';

/**
 * The contacts whose people are told, by the rules of the playbook.
 * @param site the unit of whoever told it
 */
export function toldOf(
  playbook: Playbook,
  entry: Pick<AwayEntry, 'about'> | AgreedEntry,
  site: string | null,
): readonly string[] {
  const about = aboutOf(playbook, entry, site);
  const rules = (playbook.away?.told ?? []).filter(
    ({ whose }) => whose === null || whose.some((id) => about.ids.has(id)),
  );
  const contacts = rules.flatMap(({ tell }) => tell).flatMap((id) => contactIn(playbook, id, about));
  return [...new Set([...contacts, ...concernedBy(playbook, entry)])];
}

/** Whether it changes anything for anybody: else an organisation has no business keeping why somebody is away. */
export function isKept(playbook: Playbook, entry: Pick<AwayEntry, 'about'>, site: string | null): boolean {
  const { about } = entry;
  if (about.kind === 'unit' || playbook.directory !== null) return true;
  return about.contacts.length > 0 || toldOf(playbook, entry, site).length > 0;
}

/** An agreement for some units is announced to their contacts and managers: those whom it concerns (scenario D4). */
function concernedBy(playbook: Playbook, entry: Pick<AwayEntry, 'about'> | AgreedEntry): string[] {
  const ids = 'about' in entry ? [] : (entry.sites ?? []);
  const sites = ids.flatMap((id) => playbook.sites.get(id) ?? []);
  return sites.flatMap(({ contact, manager }) => [contact, manager]).filter((id) => id !== null);
}

interface About {
  /** All that a rule can name it by. */
  readonly ids: ReadonlySet<string>;
  /** Its contacts: they are not told as the manager of themselves. */
  readonly contacts: readonly string[];
  readonly lines: readonly (readonly Site[])[];
}

function aboutOf(
  playbook: Playbook,
  entry: Pick<AwayEntry, 'about'> | AgreedEntry,
  site: string | null,
): About {
  const contacts = 'about' in entry ? personsContacts(playbook, entry) : [entry.contact];
  const own =
    'about' in entry && entry.about.kind === 'unit'
      ? [entry.about.site]
      : [...playbook.sites.values()]
          .filter((each) => contacts.includes(each.contact ?? '') || contacts.includes(each.manager ?? ''))
          .map(({ id }) => id);
  const lines = (own.length > 0 ? own : [site]).map((id) => siteLine(playbook.sites, id));
  return { ids: new Set([...contacts, ...lines.flat().map(({ id }) => id)]), contacts, lines };
}

function personsContacts(playbook: Playbook, entry: Pick<AwayEntry, 'about'>): readonly string[] {
  const shared = entry.about.kind === 'person' ? (entry.about.shared ?? []) : [];
  return [...contactsOf(playbook, entry), ...shared];
}

/** A contact of the playbook; of the unit the nearest one up its line. */
function contactIn({ contacts }: Playbook, id: string, about: About): string[] {
  if (id !== SITE_CONTACT && id !== SITE_MANAGER) return contacts.has(id) ? [id] : [];
  return about.lines.flatMap((line) => {
    const held = line.map((site) => (id === SITE_CONTACT ? site.contact : site.manager));
    const isAnother = (each: string | null) =>
      each !== null && (id === SITE_CONTACT || !about.contacts.includes(each));
    return held.find(isAnother) ?? [];
  });
}
