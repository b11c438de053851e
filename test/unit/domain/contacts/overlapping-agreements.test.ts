import { expect } from 'chai';
import type { Announcements, OnCallAgreement } from '../../../../src/domain/absence/announcements.ts';
import type { Contact } from '../../../../src/domain/contacts/contact.ts';
import { who } from '../../../../src/domain/contacts/who.ts';
import { parseHours } from '../../../../src/domain/hours/parse.ts';
import { schedule } from '../../../../src/domain/hours/schedule.ts';
import type { Playbook } from '../../../../src/domain/organisation/playbook.ts';

const ZONE = 'Europe/Oslo';

function contact(id: string, hours: string): Contact {
  return {
    id,
    role: { en: id },
    ...{
      phone: '+4700000001',
      written: { hours: null, often: null, exceptions: [] },
      phoneShown: null,
      extension: null,
      email: null,
      url: null,
      where: null,
      note: null,
    },
    hours: schedule(parseHours(hours), { isRedDay: () => false, exceptions: [] }, ZONE),
    ...{
      often: null,
      usedFor: null,
      receipt: 'spoken',
      authorises: new Set(),
      standIn: null,
      isOwnManager: false,
      accounts: new Set(),
      heldBy: null,
      isDesk: false,
    },
  };
}

function playbook(announcements: Announcements): Playbook {
  const [consultant, leader] = [contact('consultant', 'Mo-Fr 09:00-14:00'), contact('leader', '24/7')];
  const step = {
    order: 'any',
    startsWith: null,
    receipt: null,
    thenAfter: null,
    onlyIf: null,
    asks: null,
  } as const;
  return {
    ...{
      organisation: 'test',
      name: 'Test',
      languages: ['en'],
      country: 'NO',
      timezone: ZONE,
      emergency: null,
      followUp: null,
      escalation: null,
      directory: null,
      away: null,
      commitment: null,
      duties: new Map(),
      paper: new Map(),
      pack: null,
      teams: null,
      slack: null,
      servedBy: null,
    },
    ...{
      classes: new Map(),
      roles: new Map(),
      circumstances: new Map(),
      sites: new Map(),
      services: new Map(),
    },
    contacts: new Map([consultant, leader].map((each) => [each.id, each])),
    policies: new Map([['it', { id: 'it', steps: [{ ...step, contacts: ['consultant'] }] }]]),
    routes: [{ class: 'critical', services: null, sites: null, roles: null, policy: 'it' }],
    fallback: leader,
    announcements,
    calendar: { isRedDay: () => false, coreHours: null },
    version: 'test',
    routines: new Map(),
    triage: new Map(),
    details: [],
    danger: null,
    outageRule: { reports: 3, within: Temporal.Duration.from({ minutes: 30 }) },
    matters: new Map(),
    notices: {
      ...{
        authors: [],
        tools: [],
        secondPerson: false,
        reminders: [],
        templates: new Map(),
        channels: [],
        coreHours: null,
      },
    },
    handOffs: { managers: [], quotes: [], invoices: [], suppliers: new Map() },
    pages: { who: 'nobody', routine: 'nobody', status: 'nobody' },
  };
}

function agreement(from: string, to: string, announcedTo: string): OnCallAgreement {
  const at = (time: string) => Temporal.PlainDateTime.from(time).toZonedDateTime(ZONE).epochMilliseconds;
  return {
    contact: 'consultant',
    ...{ start: at(from), end: at(to), classes: null, services: null, sites: null },
    announcedTo: [announcedTo],
  };
}

describe('two on-call agreements of one contact', () => {
  it('are each told only while they are in force, though the same person is to be called', () => {
    const onCall = [
      agreement('2026-12-05T10:00', '2026-12-05T18:00', 'schools'),
      agreement('2026-12-05T12:00', '2026-12-05T14:00', 'health'),
    ];
    const book = playbook({ absences: [], onCall });
    const toldAt = (time: string) => {
      const at = Temporal.PlainDateTime.from(`2026-12-05T${time}`).toZonedDateTime(ZONE);
      const answer = who(book, { class: 'critical', service: null, site: null, role: null }, at);
      return answer.onCall.flatMap(({ announcedTo }) => announcedTo).join();
    };
    expect(['09:59', '10:00', '12:00', '13:59', '14:00', '18:00'].map(toldAt)).to.deep.equal([
      '',
      'schools',
      'schools,health',
      'schools,health',
      'schools',
      '',
    ]);
  });
});
