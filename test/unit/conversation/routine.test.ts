import { expect } from 'chai';
import { paperContact, routineInWords } from '../../../src/conversation/routine/words.ts';
import { LANGUAGES } from '../../../src/domain/organisation/language.ts';
import type { Playbook } from '../../../src/domain/organisation/playbook.ts';
import { SHIPPED, shipped } from '../../support/playbooks.ts';

const routineOf = (playbook: Playbook, id: string, audience: 'trusted' | 'everybody' = 'trusted') =>
  routineInWords(playbook, playbook.routines.get(id)!, 'en', audience);

describe('routines in words', () => {
  const falkenberg = shipped('falkenberg');

  it('say for whom and when, what to do, and what to register afterwards (scenario A3)', () => {
    const routine = routineOf(falkenberg, 'app-down');
    expect(routine.remarks).to.deep.equal([
      'When: Nobody at the workplace gets into the IntraPhone app.',
      'For: Care worker',
    ]);
    expect(routine.steps[0]?.contacts.map(({ phone }) => phone?.text)).to.deep.equal([
      '0346-88 55 55',
      undefined,
    ]);
    expect(routine.afterwards.map(({ text }) => text)).to.deep.equal([
      'Register every visit and all documentation in the app.',
    ]);
  });

  it('lead the planner to a different number for each outcome, after two checks (scenario A1)', () => {
    const { steps } = routineOf(falkenberg, 'web-down');
    expect(steps.map(({ contacts }) => contacts[0]?.phone?.text)).to.deep.equal([
      undefined,
      undefined,
      '0346-88 55 55',
      '0200-44 30 00',
    ]);
  });

  it('say that the steps of a long outage wait for IT to declare it (scenario A4)', () => {
    expect(routineOf(falkenberg, 'long-outage').remarks[0]).to.equal(
      'Only when IT has declared that the outage will be long.',
    );
  });

  it('keep direct numbers from everybody', () => {
    const porsanger = shipped('porsanger');
    const phones = (audience: 'trusted' | 'everybody') =>
      routineOf(porsanger, 'critical', audience).steps.flatMap(({ contacts }) =>
        contacts.map(({ phone }) => phone?.text ?? null),
      );
    expect(phones('everybody').filter((phone) => phone !== null)).to.deep.equal([]);
    expect(phones('trusted')).to.include('+4700000001').and.to.include('+4700000005');
  });

  it('tells dated hours on paper until they are over, with why', () => {
    const itcentrum = shipped('itcentrum');
    const hours = (day: string) =>
      paperContact(
        itcentrum,
        itcentrum.contacts.get('support')!,
        'sv',
        'trusted',
        Temporal.PlainDate.from(day),
      ).hours;
    expect(hours('2022-10-30')).to.include(
      '29 oktober 2022–30 oktober 2022: 10:00–16:00 (Servicefönster för Tierp och Älvkarleby)',
    );
    expect(hours('2022-10-31').join()).to.not.contain('2022');
  });

  it('say all hours in words, the often reached ones too', () => {
    const porsanger = shipped('porsanger');
    expect(paperContact(porsanger, porsanger.contacts.get('it-lead')!, 'en', 'trusted').hours).to.deep.equal([
      'Monday–Friday: 09:00–14:00',
      'public holidays: closed',
      'often reached: Monday–Friday: 14:00–16:30; public holidays: closed',
    ]);
    expect(
      paperContact(falkenberg, falkenberg.contacts.get('it-service')!, 'en', 'trusted').hours,
    ).to.deep.equal(['at any hour']);
  });

  it('ship with every playbook, complete in each of its languages', () => {
    for (const organisation of SHIPPED) {
      const playbook = shipped(organisation);
      expect(playbook.routines.size, organisation).to.be.greaterThan(0);
      for (const routine of playbook.routines.values()) {
        for (const language of LANGUAGES) {
          const { name, remarks, steps, afterwards } = routineInWords(
            playbook,
            routine,
            language,
            'everybody',
          );
          expect(
            [name, ...remarks, ...[...steps, ...afterwards].map(({ text }) => text)],
            `${organisation} ${routine.id}`,
          ).to.not.include('');
        }
      }
    }
  });
});
