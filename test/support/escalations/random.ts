import fc from 'fast-check';
import type { EscalationEntry } from '../../../src/domain/escalation/escalation.ts';
import type { Playbook } from '../../../src/domain/organisation/playbook.ts';
import type { Report } from '../../../src/domain/reports/report.ts';
import { playbookFrom } from '../playbooks.ts';

/** Contacts of a random organisation; the first four are IT, then three leaders, of whom two authorise. */
export const CONTACTS = ['ada', 'bo', 'cai', 'dag', 'lea', 'mia', 'nils'] as const;
export type Name = (typeof CONTACTS)[number];
const HOURS = ['core', 'evening', 'always'] as const;

/** What happens while something is brought to people. */
export type Deed =
  | { readonly do: 'answer'; readonly who: Name; readonly deed: string }
  | { readonly do: 'restart' }
  | { readonly do: 'wait'; readonly minutes: number }
  | { readonly do: 'jump'; readonly hours: number }
  | { readonly do: 'received' };

/** One random escalation. */
export interface Story {
  readonly start: string;
  readonly hours: readonly (typeof HOURS)[number][];
  readonly steps: readonly {
    readonly order: 'any-of' | 'in-order';
    readonly who: readonly Name[];
    readonly wait: number | null;
  }[];
  readonly line: boolean;
  readonly wait: number;
  readonly repeats: number;
  readonly absences: readonly { readonly who: Name; readonly from: number; readonly days: number }[];
  readonly reached: readonly Name[];
  readonly class: 'critical' | 'normal';
  readonly deeds: readonly Deed[];
  /** Of so many sends each fails once and is tried again. */
  readonly failing: number;
}

const it = fc.constantFrom(...CONTACTS.slice(0, 4));
const anybody = fc.constantFrom(...CONTACTS);
/** Around both changes of the clock, a holiday and a weekend. */
const days = [
  '2026-03-28',
  '2026-03-29',
  '2026-10-24',
  '2026-10-25',
  '2026-11-23',
  '2026-12-24',
  '2026-05-01',
];

export const stories: fc.Arbitrary<Story> = fc.record({
  start: fc
    .tuple(fc.constantFrom(...days), fc.integer({ min: 0, max: 1439 }))
    .map(([day, minute]) => `${day}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`),
  hours: fc.array(fc.constantFrom(...HOURS), { minLength: CONTACTS.length, maxLength: CONTACTS.length }),
  steps: fc.array(
    fc.record({
      order: fc.constantFrom('any-of', 'in-order'),
      who: fc.uniqueArray(it, { minLength: 1, maxLength: 3 }),
      wait: fc.option(fc.integer({ min: 1, max: 90 })),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  line: fc.boolean(),
  wait: fc.integer({ min: 2, max: 45 }),
  repeats: fc.integer({ min: 0, max: 2 }),
  absences: fc.array(
    fc.record({ who: anybody, from: fc.integer({ min: -2, max: 2 }), days: fc.integer({ min: 0, max: 3 }) }),
    { maxLength: 3 },
  ),
  reached: fc.uniqueArray(anybody, { minLength: 1, maxLength: CONTACTS.length }),
  class: fc.constantFrom('critical', 'normal'),
  deeds: fc.array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({
          do: fc.constant('answer' as const),
          who: anybody,
          deed: fc.constantFrom('acknowledge', 'on-it', 'pass-on', 'call-me', 'approve', 'decline'),
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 60 }) }),
      },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
      {
        weight: 1,
        arbitrary: fc.record({ do: fc.constant('jump' as const), hours: fc.integer({ min: 1, max: 30 }) }),
      },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('received' as const) }) },
    ),
    { maxLength: 12 },
  ),
  failing: fc.integer({ min: 0, max: 4 }),
});

/** The playbook of a random organisation. */
export function organisationOf(story: Story): Playbook {
  const contacts = CONTACTS.map((name, i) => {
    const authority = name === 'mia' || name === 'nils' ? ', authorises: overtime' : '';
    return `  ${name}: { role: ${name}, phone: "+4700000${100 + i}", hours: ${story.hours[i]}${authority}, counts: spoken }`;
  });
  const used = new Set<string>();
  const steps = story.steps.flatMap(({ order, who, wait }) => {
    const left = who.filter((name) => !used.has(name));
    for (const name of left) used.add(name);
    const after = wait === null ? '' : `, then-after: PT${wait}M`;
    return left.length === 0 ? [] : [`    - { ${order}: [${left.join(', ')}]${after} }`];
  });
  const line = '    - { line-of-managers: { starts-with: lea, up-to: [mia, nils], asks: overtime } }';
  const first = Temporal.PlainDate.from(story.start.slice(0, 10));
  const absences = story.absences.map(({ who, from, days: length }) => {
    const start = first.add({ days: from });
    return `  - { contact: ${who}, from: ${start}, to: ${start.add({ days: length })} }`;
  });
  return playbookFrom(`organisation: random
name: Random
languages: [nb]
timezone: Europe/Oslo
holidays: { country: NO }
hours:
  core: "Mo-Fr 08:00-16:00; PH off"
  evening: "Mo-Su 16:00-24:00"
  night: "Mo-Su 00:00-06:00"
contacts:
${contacts.join('\n')}
  last: { role: Siste, where: Gå dit }
fallback: last
services: { net: { name: Nett } }
policies:
  all:
${[...steps, ...(story.line ? [line] : [])].join('\n')}
routes:
  - { class: critical, policy: all }
  - { class: normal, policy: all }
escalation:
  for: [critical, normal]
  wait: PT${story.wait}M
  repeat: { every: PT3M, times: ${story.repeats} }
  quiet: night
${absences.length === 0 ? '' : `absences:\n${absences.join('\n')}`}
`);
}

export function reportOf(story: Story, at: number): Report {
  return {
    ...{
      id: 'TEST-0001',
      organisation: 'random',
      user: 'rita',
      by: null,
      conversation: 'web/random/rita',
      at,
    },
    ...{ language: 'nb', class: story.class, circumstances: [], statedCritical: false, service: 'net' },
    ...{
      site: null,
      role: null,
      policy: null,
      routine: null,
      what: 'Nettet er nede',
      where: null,
      hit: null,
    },
    ...{
      since: null,
      contactBack: null,
      pictures: [],
      trail: [],
      state: 'open',
      receipt: 'spoken',
      outage: null,
    },
    history: [{ at, what: 'reported', text: null }],
  };
}

/** Entries by which somebody was asked, grouped by the step in which they were: somebody may answer at the same instant. */
export function askedIn(history: readonly EscalationEntry[]): readonly (readonly EscalationEntry[])[] {
  let answers = 0;
  const asking = history.flatMap((entry) => {
    if (['passed-on', 'declined'].includes(entry.what)) answers += 1;
    const isAsking = ['pinged', 'overtime-asked', 'called-in'].includes(entry.what);
    return isAsking && entry.contact !== 'last' ? [{ entry, step: `${entry.at} ${answers}` }] : [];
  });
  return [...Map.groupBy(asking, ({ step }) => step).values()].map((step) => step.map(({ entry }) => entry));
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
