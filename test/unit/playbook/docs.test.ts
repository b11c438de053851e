import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parseHours } from '../../../src/domain/hours/parse.ts';
import { NOTICE_LIMITS } from '../../../src/domain/notices/notice.ts';
import { NOTICE_RULE_LIMITS } from '../../../src/domain/notices/rules.ts';
import { FOLLOW_UP_LIMITS } from '../../../src/domain/reports/life/rules.ts';
import { playbookJsonSchema } from '../../../src/playbook/json-schema.ts';
import { LIMITS } from '../../../src/playbook/limits.ts';
import { changed, faultsOf } from './sample.ts';

function doc(name: string): string {
  return readFileSync(new URL(`../../../docs/${name}.md`, import.meta.url), 'utf8');
}

/** The rows of the table under a heading, without its head. */
function rows(text: string, heading: string): string[][] {
  const section = text.split(/^##+ /m).find((part) => part.startsWith(heading)) ?? '';
  return (section.match(/^\|.*\|$/gm) ?? [])
    .slice(2)
    .map((row) => row.slice(1, -1).split(/(?<!\\)\|/))
    .map((cells) => cells.map((cell) => cell.trim().replaceAll('\\|', '|')));
}

/** What stands in code marks. */
function code(cell: string | undefined): string[] {
  return [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, text]) => text!);
}

describe('docs/hours.md', () => {
  const text = doc('hours');

  it('shows only examples that are understood', () => {
    const days = rows(text, 'Days').flatMap(([cell]) => code(cell));
    const times = rows(text, 'Times').flatMap(([cell]) => code(cell));
    const examples = rows(text, 'Examples').flatMap(([cell]) => code(cell));
    expect([days.length, times.length, examples.length].every((count) => count > 5)).to.equal(true);
    for (const hours of [...days.map((day) => `${day} off`), ...times, ...examples])
      expect(() => parseHours(hours), hours).not.to.throw();
  });

  it('says rightly what is not understood, and what to write instead', () => {
    for (const [written, instead] of rows(text, 'What is not understood')) {
      for (const hours of code(written)) expect(() => parseHours(hours), hours).to.throw();
      for (const hours of code(instead).filter((part) => /[a-z] |-.*:/i.test(part)))
        expect(() => parseHours(hours), hours).not.to.throw();
    }
  });
});

describe('docs/playbook.md', () => {
  const text = doc('playbook');
  const example = /```yaml\n(# yaml-language-server[^`]*?organisation:[^`]*)```/.exec(text)?.[1] ?? '';

  it('shows a whole playbook that loads, but for its placeholder', () => {
    expect(faultsOf(example).map(({ severity, path }) => `${severity} ${path}`)).to.deep.equal([
      'placeholder contacts.it-service.phone',
    ]);
  });

  it('shows questions, details, matters, notices, Teams and Slack that load', () => {
    const blocks = [
      ...text.matchAll(
        /```yaml\n((?:triage|details|routines|teams|slack|notices|hand-offs|follow-up|directory|commitment|away):[^`]*)```/g,
      ),
    ].map(([, block]) => block);
    expect(blocks).to.have.length(11);
    const rest = `roles: { care-worker: Care worker, it-lead: IT lead }
sites: { tierp: { name: Tierp } }
services: { network: { name: Network }, planning-app: { name: Planning }, printer: { name: Printer } }
circumstances: { nobody-gets-in: Nobody gets in }
classes: { critical: { when: [nobody-gets-in] } }
`;
    expect(faultsOf([example, rest, ...blocks].join('')).map(({ severity }) => severity)).to.deep.equal([
      'placeholder',
    ]);
  });

  it('explains every key that a playbook can have', () => {
    const explained = [text, doc('hours')].flatMap((page) => code(page.replaceAll(/^```[\s\S]*?^```/gm, '')));
    const missing = keysOf(JSON.parse(playbookJsonSchema())).filter(
      (key) => !explained.some((part) => part === key || part.includes(`${key}:`)),
    );
    expect(missing).to.deep.equal([]);
  });

  it('states the limits', () => {
    const stated = rows(text, 'Limits')
      .map((cells) => cells.join(' '))
      .join('\n');
    for (const limit of [
      LIMITS.fileBytes / 1024,
      LIMITS.depth,
      LIMITS.entries,
      LIMITS.idLength,
      LIMITS.nameLength,
      LIMITS.textLength,
      LIMITS.aliases,
      LIMITS.steps,
      LIMITS.stepContacts,
      LIMITS.siteLevels,
      LIMITS.faults,
      LIMITS.questions,
      LIMITS.questionsIfCritical,
      LIMITS.answers,
      LIMITS.answerLength,
      LIMITS.outageReports.most,
      LIMITS.outageReports.least,
      LIMITS.outageHours,
      LIMITS.teamsTenants,
      LIMITS.teamsTeams,
      LIMITS.teamsPlace,
      LIMITS.slackWorkspaces,
      LIMITS.slackEnterprises,
      LIMITS.slackPlace,
      NOTICE_RULE_LIMITS.templates,
      NOTICE_RULE_LIMITS.channels,
      NOTICE_LIMITS.title,
      NOTICE_LIMITS.text,
      LIMITS.reminderHours / 24,
      FOLLOW_UP_LIMITS.hours / 24,
      FOLLOW_UP_LIMITS.texts,
      FOLLOW_UP_LIMITS.contacts,
      FOLLOW_UP_LIMITS.services,
    ])
      expect(stated).to.match(new RegExp(`\\b${limit}\\b`));
  });

  it('quotes what check says', () => {
    const phone = '"+4600000001"';
    const [role, step] = [
      '{ sv: IT-service, en: IT service }',
      '    - { any-of: it-service, then-after: PT15M }',
    ];
    const mistakes: readonly (readonly [string, string])[] = [
      [phone, '+46346885555'],
      [phone, '"0346-88 55 55"'],
      [`phone: ${phone}`, 'phon: "+46346885555"'],
      ['hours: office', 'hours: "Mo-Fr 08:00-16:00"'],
      ['"Mo-Fr 08:00-16:00; PH -1 day 08:00-12:00; Sa,Su off; PH off"', '"Mo-Fr 8-16"'],
      ['"Mo-Fr 08:00-16:00; PH -1 day 08:00-12:00; Sa,Su off; PH off"', '"Mo-Fr 08:00-16:00; off"'],
      [role, '{ sv: Växeln }'],
      ['any-of: it-service', 'any-of: [it-servcie]'],
      [role, '{ sv: IT: service, en: IT service }'],
      ['  office:', '\toffice:'],
      ['  fault-form:\n', '  it-service:\n    role: X\n    where: Y\n  fault-form:\n'],
      ['policies:', 'sites:\npolicies:'],
      ['counts: sent', 'hours: office'],
      ['  - { class: critical, policy: it }\n', ''],
      [
        '  - { class: normal, policy: it }',
        '  - { class: critical, role: x, policy: it }\n  - { class: normal, policy: it }',
      ],
      ['    - { any-of: fault-form }', step.replace(', then-after: PT15M', '')],
      ['hours: office', 'for: critical'],
      ['hours: office', 'stands-for: own-manager'],
      ['    - { any-of: fault-form }', '    - { line-of-managers: { up-to: [fault-form], asks: overtime } }'],
      ['policies:', 'sites:\n  north: { name: N, in: south }\n  south: { name: S, in: north }\npolicies:'],
      [
        'policies:',
        'exceptions:\n  - { date: 2027-06-01, hours: office, open: off }\n  - { date: 2027-06-01, hours: office, open: off }\npolicies:',
      ],
      ['policies:', 'exceptions:\n  - { date: 2027-02-30, hours: office, open: off }\npolicies:'],
      ['policies:', asking([`${NO}, { say: "Yes" }`])],
      ['policies:', asking([`${NO}, { say: "Yes", next: whole }`])],
      ['policies:', asking([`${NO}, ${NO}`, `${NO}, ${NO}`])],
      ['policies:', asking([`${NO}, { say: "Yes", next: second }`, `${NO}, { say: "Yes", next: first }`])],
      [
        'policies:',
        asking([
          ...['second', 'third', 'fourth'].map((next) => `${NO}, { say: "Yes", next: ${next} }`),
          `${NO}, { say: "Yes", end: { class: critical } }`,
        ]),
      ],
      [
        'policies:',
        `circumstances: { danger-to-life: Danger }\n${asking([`${NO}, { say: A, end: { is: danger-to-life, class: normal } }`])}`,
      ],
      ['policies:', asking([`${NO}, { say: "Yes", end: { solved: true, class: normal } }`])],
      [
        'policies:',
        'triage:\n  all: { end: { class: normal } }\n  one: { end: { class: normal } }\npolicies:',
      ],
      ['policies:', 'outages: { reports: 1 }\npolicies:'],
      ['policies:', 'teams: { tenants: [example.org] }\npolicies:'],
      ['policies:', 'teams: {}\npolicies:'],
      ['policies:', `teams: { desk: "${LINK}/team/19%3Aabc%40thread.tacv2/conversations" }\npolicies:`],
      ['policies:', `teams: { teams: ["${LINK}/channel/19%3Aabc%40thread.tacv2/General"] }\npolicies:`],
      ['policies:', 'slack: { workspaces: [example] }\npolicies:'],
      ['policies:', 'slack: { enterprises: [T0123ABCD] }\npolicies:'],
      ['policies:', 'slack: { desk: "#it" }\npolicies:'],
      ['policies:', 'served-by: example\npolicies:'],
      ['policies:', 'slack: { guests: some }\npolicies:'],
      ['policies:', 'slack: {}\npolicies:'],
      ['policies:', 'teams: { teams: ["19:abc@thread.tacv2"], desk: "19:abc@thread.tacv2" }\npolicies:'],
    ];
    const quoted = rows(text, 'What check says').map(([, says]) => says!);
    expect(quoted).to.have.length(mistakes.length);
    quoted.forEach((says, i) => {
      const messages = faultsOf(changed(...mistakes[i]!, example)).map(({ message }) => message);
      expect(
        messages.some((message) => message.includes(says)),
        `${says}\n${messages.join('\n')}`,
      ).to.equal(true);
    });
  });
});

const LINK = 'https://teams.microsoft.com/l';
const NO = '{ say: "No", end: { class: normal } }';

/** A triage whose questions have these answers. */
function asking(answers: readonly string[]): string {
  const names = ['first', 'second', 'third', 'fourth'];
  const questions = answers.map((each, i) => `      ${names[i]}: { ask: Ask, answers: [${each}] }\n`);
  return `triage:\n  all:\n    questions:\n${questions.join('')}policies:`;
}

/** Every key that a JSON Schema knows, however deep. */
function keysOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties } = schema as { properties?: Record<string, unknown> };
  const own = typeof properties === 'object' ? Object.keys(properties) : [];
  return [...new Set([...own, ...Object.values(schema).flatMap(keysOf)])];
}
