import type { Absence, OnCallAgreement } from '../domain/absence/announcements.ts';
import type { Contact } from '../domain/contacts/contact.ts';
import type { EscalationPolicy, PolicyStep, Route } from '../domain/escalation/policy.ts';
import type { HoursException } from '../domain/hours/day-plan.ts';
import { type DayNumber, dayNumber } from '../domain/hours/days.ts';
import { parseHours } from '../domain/hours/parse.ts';
import { type HoursState, schedule } from '../domain/hours/schedule.ts';
import type { Language, LocalText } from '../domain/organisation/language.ts';
import type { Playbook } from '../domain/organisation/playbook.ts';
import type { Timeline } from '../domain/timeline/timeline.ts';
import { redDays } from './red-days.ts';
import type { ContactFile, PlaybookFile, StepFile } from './schema/playbook.ts';
import type { LocalInput } from './schema/texts.ts';

const ALWAYS = parseHours('24/7');

/** Turns a playbook's content, found without error, into the domain's model. */
export function compilePlaybook(content: PlaybookFile): Playbook {
  const [first, ...others] = content.languages;
  if (first === undefined) throw new TypeError('a playbook has at least one language');
  const local = (text: LocalInput): LocalText => toLocal(text, content.languages);
  const contacts = compileContacts(content, local);
  const fallback = contacts.get(content.fallback);
  if (fallback === undefined) throw new TypeError(`the fallback "${content.fallback}" is no contact`);
  return {
    organisation: content.organisation,
    name: content.name,
    languages: [first, ...others],
    country: content.holidays.country,
    timezone: content.timezone,
    emergency: content.emergency ?? null,
    classes: new Map(
      (['critical', 'normal'] as const).map((name) => {
        const { when, explains, name: called } = content.classes[name];
        return [
          name,
          {
            when,
            name: called === undefined ? null : local(called),
            explains: explains === undefined ? null : local(explains),
          },
        ];
      }),
    ),
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
    policies: mapValues(
      content.policies,
      (steps, id): EscalationPolicy => ({ id, steps: steps.map((step) => compileStep(step, local)) }),
    ),
    routes: content.routes.map(compileRoute),
    fallback,
    announcements: {
      absences: content.absences.map((entry) => compileAbsence(entry, content.timezone, local)),
      onCall: content['on-call'].map((entry) => compileAgreement(entry, content.timezone)),
    },
    whoPage: content.pages.who,
  };
}

/** One text for all languages, or what is given for each. */
function toLocal(text: LocalInput, languages: readonly Language[]): LocalText {
  return typeof text === 'string' ? Object.fromEntries(languages.map((language) => [language, text])) : text;
}

function mapValues<A, B>(
  record: Readonly<Record<string, A>>,
  change: (value: A, id: string) => B,
): ReadonlyMap<string, B> {
  return new Map(Object.entries(record).map(([id, value]) => [id, change(value, id)]));
}

function compileContacts(
  content: PlaybookFile,
  local: (text: LocalInput) => LocalText,
): ReadonlyMap<string, Contact> {
  const timelines = new HoursShelf(content);
  return mapValues(
    content.contacts,
    (file, id): Contact => ({
      id,
      role: local(file.role),
      phone: file.phone ?? null,
      extension: file.extension ?? null,
      email: file.email ?? null,
      url: file.url ?? null,
      where: file.where === undefined ? null : local(file.where),
      note: file.note === undefined ? null : local(file.note),
      hours: timelines.of(file, file.hours),
      often: file.often === undefined ? null : timelines.of(file, file.often),
      usedFor: file.for ?? null,
      receipt: file.counts ?? (file.email === undefined && file.url === undefined ? 'spoken' : 'sent'),
      authorises: new Set(file.authorises === undefined ? [] : [file.authorises]),
      standIn: file['stand-in'] ?? null,
    }),
  );
}

/** Contacts that keep the same hours in the same zone and country share one timeline. */
class HoursShelf {
  readonly #content: PlaybookFile;
  readonly #timelines = new Map<string, Timeline<HoursState>>();
  readonly #redDays = new Map<string, (day: DayNumber) => boolean>();

  constructor(content: PlaybookFile) {
    this.#content = content;
  }

  of(contact: ContactFile, name: string): Timeline<HoursState> {
    const zone = contact.timezone ?? this.#content.timezone;
    const key = `${name}|${zone}|${contact.country ?? ''}`;
    const timeline = this.#timelines.get(key) ?? this.#schedule(contact, name, zone);
    this.#timelines.set(key, timeline);
    return timeline;
  }

  #schedule(contact: ContactFile, name: string, zone: string): Timeline<HoursState> {
    const exceptions = this.#content.exceptions
      .filter((exception) => exception.hours.includes(name))
      .map(compileException);
    return schedule(
      this.#content.hours[name] ?? ALWAYS,
      { isRedDay: this.#isRedDay(contact.country), exceptions },
      zone,
    );
  }

  #isRedDay(country: string | undefined): (day: DayNumber) => boolean {
    const { holidays } = this.#content;
    const dates = (list: readonly { date: string }[]) => list.map(({ date }) => date);
    const own = {
      country: holidays.country,
      region: holidays.region,
      add: dates(holidays.add),
      remove: dates(holidays.remove),
    };
    const isRed =
      this.#redDays.get(country ?? '') ??
      redDays(country === undefined ? own : { country, add: [], remove: [] });
    this.#redDays.set(country ?? '', isRed);
    return isRed;
  }
}

function compileException(exception: PlaybookFile['exceptions'][number]): HoursException {
  const day = (text: string | undefined) => dayNumber(Temporal.PlainDate.from(text ?? exception.date ?? ''));
  return { from: day(exception.from), to: day(exception.to), spans: exception.open };
}

function compileStep(step: StepFile, local: (text: LocalInput) => LocalText): PolicyStep {
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

function compileRoute(route: PlaybookFile['routes'][number]): Route {
  return {
    class: route.class,
    services: route.service ?? null,
    sites: route.site ?? null,
    roles: route.role ?? null,
    policy: route.policy,
  };
}

function compileAbsence(
  entry: PlaybookFile['absences'][number],
  zone: string,
  local: (text: LocalInput) => LocalText,
): Absence {
  return {
    contact: entry.contact,
    ...period(entry, zone),
    reduced: entry.reduced,
    because: entry.because === undefined ? null : local(entry.because),
    standIn: entry['stand-in'] ?? null,
  };
}

function compileAgreement(entry: PlaybookFile['on-call'][number], zone: string): OnCallAgreement {
  return {
    contact: entry.contact,
    ...period(entry, zone),
    classes: entry.class ?? null,
    services: entry.service ?? null,
    sites: entry.site ?? null,
    announcedTo: entry['announced-to'],
  };
}

/** A day as the end is included wholly; a time is the end itself. */
function period(entry: { from: string; to: string }, zone: string): { start: number; end: number } {
  const local = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
  const end =
    entry.to.length === 10 ? Temporal.PlainDate.from(entry.to).add({ days: 1 }).toString() : entry.to;
  return { start: local(entry.from), end: local(end) };
}
