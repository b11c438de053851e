import { expect } from 'chai';
import fc from 'fast-check';
import type { Playbook } from '../../../../src/domain/organisation/playbook.ts';
import { endsOf, roleMatters, treeFor } from '../../../../src/domain/triage/tree.ts';
import type { TriageTree } from '../../../../src/domain/triage/triage.ts';
import { SHIPPED, shipped } from '../../../support/playbooks.ts';

const falkenberg = shipped('falkenberg');

/** A playbook with trees for these services and roles; null is every one. */
function withTrees(...trees: readonly [services: string[] | null, roles: string[] | null][]): Playbook {
  const triage = trees.map(([services, roles], i): [string, TriageTree] => [
    `t${i}`,
    { id: `t${i}`, services, roles, questions: new Map(), end: null },
  ]);
  return { ...falkenberg, triage: new Map(triage) };
}

function found(playbook: Playbook, service: string | null, role: string | null): string | null {
  return treeFor(playbook, service, role)?.id ?? null;
}

describe('the tree for a service and a role', () => {
  it('is the first that takes both', () => {
    const playbook = withTrees([['a'], ['x']], [['a', 'b'], null], [null, ['y']], [null, null]);
    expect(found(playbook, 'a', 'x')).to.equal('t0');
    expect(found(playbook, 'a', 'y')).to.equal('t1');
    expect(found(playbook, 'b', 'x')).to.equal('t1');
    expect(found(playbook, 'c', 'y')).to.equal('t2');
    expect(found(playbook, 'c', 'x')).to.equal('t3');
  });

  it('is none where none takes both', () => {
    expect(found(withTrees([['a'], null]), 'b', null)).to.equal(null);
    expect(found(withTrees([['a'], null]), null, null)).to.equal(null);
    expect(found(withTrees([['a'], ['x']]), 'a', 'y')).to.equal(null);
    expect(found(withTrees(), null, null)).to.equal(null);
  });

  it('where the role is not known is the only one for the service, else one that is for everybody', () => {
    expect(found(withTrees([['a'], ['x']], [['b'], ['y']]), 'a', null)).to.equal('t0');
    expect(found(withTrees([['a'], ['x']], [['a'], ['y']]), 'a', null)).to.equal(null);
    expect(found(withTrees([['a'], ['x']], [null, null]), 'a', null)).to.equal('t1');
    expect(found(withTrees([null, ['x']]), null, null)).to.equal('t0');
  });

  it('never takes another service, nor another role that is known, and none before it fits', () => {
    const list = fc.option(fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }));
    const one = fc.option(fc.constantFrom('a', 'b', 'c'));
    fc.assert(
      fc.property(fc.array(fc.tuple(list, list)), one, one, (trees, service, role) => {
        const playbook = withTrees(...trees);
        const tree = treeFor(playbook, service, role);
        const takes = (wanted: readonly string[] | null, value: string | null) =>
          wanted === null || wanted.includes(value ?? '');
        const fits = [...playbook.triage.values()].filter((each) => takes(each.services, service));
        const sure = fits.find((each) => takes(each.roles, role));
        if (sure !== undefined) expect(tree).to.equal(sure);
        else expect(tree).to.equal(role === null && fits.length === 1 ? fits[0] : null);
      }),
    );
  });
});

describe('whether the role matters', () => {
  it('is so where the route goes by it', () => {
    const kivido = shipped('kivido');
    for (const service of [null, ...kivido.services.keys()])
      expect(roleMatters(kivido, service)).to.equal(true);
  });

  it('is not so where only one kind of people uses the service, or nothing differs', () => {
    for (const service of [null, ...falkenberg.services.keys()])
      expect(roleMatters(falkenberg, service), String(service)).to.equal(false);
    for (const name of ['porsanger', 'harjedalen', 'itcentrum'] as const)
      expect(roleMatters(shipped(name), null), name).to.equal(false);
  });

  it('is so where two trees, or routines of several roles, share a service', () => {
    const both = withTrees([['internet'], ['planner']], [['internet'], ['care-worker']]);
    expect(roleMatters(both, 'internet')).to.equal(true);
    expect(roleMatters(both, 'mobile-phones')).to.equal(true);
    expect(roleMatters({ ...both, routines: new Map() }, 'mobile-phones')).to.equal(false);
  });

  it('is so at the sites alone where a route goes by it', () => {
    const [route] = falkenberg.routes;
    const routes = [
      { ...route!, services: null, roles: ['planner'], sites: ['ullared'] },
      ...falkenberg.routes,
    ];
    const playbook = { ...falkenberg, routes, triage: new Map(), routines: new Map() };
    expect(roleMatters(playbook, 'internet')).to.equal(false);
    expect(roleMatters(playbook, 'internet', 'hemtjansten')).to.equal(false);
    expect(roleMatters(playbook, 'internet', 'ullared')).to.equal(true);
  });
});

describe('the ends of a tree', () => {
  it('are those of its answers, or its own, in the order of the file', () => {
    const ends = (id: string, playbook: Playbook) => endsOf(playbook.triage.get(id)!).map(({ is }) => is);
    expect(ends('web', falkenberg)).to.deep.equal([[], ['no-computers'], ['nobody-gets-in']]);
    expect(ends('server', shipped('kivido'))).to.deep.equal([['server-down']]);
  });

  it('are each reached by the answers from the first question, in every shipped playbook', () => {
    for (const tree of SHIPPED.flatMap((name) => [...shipped(name).triage.values()])) {
      const reached = tree.end === null ? [] : [tree.end];
      const walk = (id: string | undefined): void => {
        for (const { next, end } of tree.questions.get(id ?? '')?.answers ?? []) {
          if (end !== null) reached.push(end);
          else walk(next!);
        }
      };
      walk([...tree.questions.keys()][0]);
      expect(new Set(reached)).to.deep.equal(new Set(endsOf(tree)));
    }
  });
});
