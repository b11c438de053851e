import { expect } from 'chai';
import fc from 'fast-check';
import { isFor, type RoutineQuestion, routineFor } from '../../../../src/domain/routines/find.ts';
import type { Routine } from '../../../../src/domain/routines/routine.ts';
import { type Shipped, shipped } from '../../../support/playbooks.ts';

const ASKED: RoutineQuestion = { service: null, role: null, site: null, declaredLong: false };
const falkenberg = shipped('falkenberg');

function found(organisation: Shipped, asked: Partial<RoutineQuestion>): string[] {
  return routineFor(shipped(organisation), { ...ASKED, ...asked }).map(({ id }) => id);
}

/** What is found among routines like one of the shipped ones. */
function among(
  routines: Readonly<Record<string, Partial<Routine>>>,
  asked: Partial<RoutineQuestion>,
): string[] {
  const open = { ...falkenberg.routines.get('long-outage')!, onlyWhenDeclared: false };
  const all = Object.entries(routines).map(([id, each]): [string, Routine] => [id, { ...open, id, ...each }]);
  return routineFor({ ...falkenberg, routines: new Map(all) }, { ...ASKED, ...asked }).map(({ id }) => id);
}

describe('the routines for somebody', () => {
  it('are those of the service and the role', () => {
    expect(found('falkenberg', { service: 'intraphone-app', role: 'care-worker' })).to.deep.equal([
      'app-down',
    ]);
    expect(found('falkenberg', { service: 'intraphone-web', role: 'planner' })).to.deep.equal([
      'web-down',
      'daily-copy',
    ]);
    expect(found('falkenberg', { service: 'intraphone-app', role: 'planner' })).to.deep.equal([]);
  });

  it('are those of every role where the role is not known, but of no service where that is not known', () => {
    expect(found('falkenberg', { service: 'intraphone-app' })).to.deep.equal(['app-down']);
    expect(found('falkenberg', {})).to.deep.equal([]);
    expect(found('harjedalen', {})).to.deep.equal(['away', 'unmanned-office']);
  });

  it('hold those for long outages only once one is declared', () => {
    expect(found('falkenberg', { declaredLong: true })).to.deep.equal(['long-outage']);
    expect(found('falkenberg', { service: 'mobile-phones', declaredLong: true })).to.deep.equal([
      'mobile-phones-dead',
      'long-outage',
    ]);
  });

  it('come from the most specific to the most general', () => {
    expect(found('kivido', { service: 'mail', role: 'employee' })).to.deep.equal([
      'tell-parents',
      'urgent',
      'not-urgent',
    ]);
    const routines = {
      all: {},
      role: { roles: ['planner'] },
      region: { sites: ['hemtjansten'] },
      place: { sites: ['ullared', 'hemtjansten'] },
      service: { services: ['internet'] },
    };
    const asked = { service: 'internet', role: 'planner', site: 'ullared' };
    expect(among(routines, asked)).to.deep.equal(['service', 'place', 'region', 'role', 'all']);
    expect(among(routines, { ...asked, site: 'hemtjansten' })).to.deep.equal([
      'service',
      'region',
      'place',
      'role',
      'all',
    ]);
    expect(among(routines, { ...asked, site: null, role: null })).to.deep.equal(['service', 'all', 'role']);
  });

  it('never hold one for another service, site or role, and are the same whatever the order of the file', () => {
    const list = <T>(...values: T[]) =>
      fc.option(fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 }));
    const routine = fc.record({
      services: list('internet', 'mobile-phones'),
      sites: list('hemtjansten', 'ullared'),
      roles: list('planner', 'care-worker'),
      onlyWhenDeclared: fc.boolean(),
    });
    const asked = fc.record({
      service: fc.option(fc.constantFrom('internet', 'mobile-phones')),
      site: fc.option(fc.constantFrom('hemtjansten', 'ullared')),
      role: fc.option(fc.constantFrom('planner', 'care-worker')),
      declaredLong: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(routine, { maxLength: 6 }), asked, (routines, question) => {
        const byId = routines.map((each, i): [string, Partial<Routine>] => [`r${i}`, each]);
        const ids = among(Object.fromEntries(byId), question);
        expect(among(Object.fromEntries(byId.toReversed()), question).toSorted()).to.deep.equal(
          ids.toSorted(),
        );
        const services = ids.map((id) => routines[Number(id.slice(1))]!.services);
        expect(services.every((each) => each === null || each.includes(question.service!))).to.equal(true);
        expect(services.indexOf(null)).to.satisfy(
          (first: number) => first < 0 || services.slice(first).every((each) => each === null),
        );
        for (const id of ids) {
          const { roles, onlyWhenDeclared } = routines[Number(id.slice(1))]!;
          expect(roles === null || question.role === null || roles.includes(question.role)).to.equal(true);
          expect(onlyWhenDeclared && !question.declaredLong).to.equal(false);
        }
      }),
    );
  });
});

describe('whether a routine is for a role', () => {
  const routine = falkenberg.routines.get('app-down')!;
  it('is so for its own, for all if it names none, and where the role is not known', () => {
    expect(['care-worker', 'planner', null].map((role) => isFor(routine, role))).to.deep.equal([
      true,
      false,
      true,
    ]);
    expect(isFor({ ...routine, roles: null }, 'planner')).to.equal(true);
  });
});
