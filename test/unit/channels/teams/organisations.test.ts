import { expect } from 'chai';
import fc from 'fast-check';
import {
  organisationsIn,
  TeamsConflictError,
  type TeamsPlace,
  teamsConflicts,
} from '../../../../src/channels/teams/organisations.ts';
import type { Playbook, TeamsPart } from '../../../../src/domain/organisation/playbook.ts';
import { playbookFrom } from '../../../support/playbooks.ts';
import { SAMPLE } from '../../playbook/sample.ts';

const PLAIN = playbookFrom(SAMPLE);
const [ONE, TWO, THREE] = ['1', '2', '3'].map(
  (digit) => `${digit.repeat(8)}-aaaa-bbbb-cccc-ddddeeeeffff`,
) as [string, string, string];
const thread = (name: string) => `19:${name}@thread.tacv2`;

type Parts = Readonly<Record<string, Partial<TeamsPart> | null>>;

/** Playbooks that differ in what they say of Teams. */
function playbooks(parts: Parts): ReadonlyMap<string, Playbook> {
  return new Map(
    Object.entries(parts).map(([organisation, part]) => {
      const teams = part && { tenants: [], teams: [], desk: null, ...part };
      return [organisation, { ...PLAIN, organisation, teams }];
    }),
  );
}

function organisations(parts: Parts, defaultOrganisation: string | null = null) {
  return organisationsIn(playbooks(parts), { defaultOrganisation });
}

const chat = (tenant: string): TeamsPlace => ({ tenant, team: null, channel: null });
const inTeam = (tenant: string, team: string, channel = team): TeamsPlace => ({ tenant, team, channel });

describe('the organisation of a place in Teams', () => {
  it('is the one that names the tenant, in chats and in all teams', () => {
    const { organisationOf } = organisations({
      one: { tenants: [ONE] },
      two: { tenants: [TWO] },
      none: null,
    });
    expect(organisationOf(chat(ONE))).to.equal('one');
    expect(organisationOf(chat(TWO.toUpperCase()))).to.equal('two');
    expect(organisationOf(inTeam(ONE, thread('any')))).to.equal('one');
    expect(organisationOf(chat(THREE))).to.equal(null);
  });

  it('is decided by the team before the tenant', () => {
    const { organisationOf } = organisations({
      whole: { tenants: [ONE] },
      part: { tenants: [ONE], teams: [thread('part')] },
      bare: { teams: [thread('bare')] },
    });
    expect(organisationOf(inTeam(ONE, thread('part')))).to.equal('part');
    expect(organisationOf(inTeam(ONE, thread('bare'), thread('x')))).to.equal('bare');
    expect(organisationOf(inTeam(ONE, thread('other')))).to.equal('whole');
    expect(organisationOf(chat(ONE))).to.equal('whole');
  });

  it('is decided by the channel of IT before the team', () => {
    const { organisationOf } = organisations({
      home: { tenants: [ONE], teams: [thread('it')] },
      guest: { tenants: [TWO], desk: thread('guest-desk') },
    });
    expect(organisationOf(inTeam(ONE, thread('it'), thread('guest-desk')))).to.equal('guest');
    expect(organisationOf(inTeam(ONE, thread('it'), thread('x')))).to.equal('home');
  });

  it('is the default one where no playbook names the tenant', () => {
    const parts = { one: { tenants: [ONE] }, two: null };
    expect(organisations(parts, 'two').organisationOf(chat(TWO))).to.equal('two');
    expect(organisations(parts, 'two').organisationOf(inTeam(TWO, thread('x')))).to.equal('two');
    expect(organisations(parts, 'two').organisationOf(chat(ONE))).to.equal('one');
    expect(organisations({}, 'two').organisationOf(chat(ONE))).to.equal('two');
  });

  describe('in a tenant of which organisations have certain teams only', () => {
    const alone = { a: { tenants: [ONE], teams: [thread('a')] }, c: null };
    const both = { ...alone, b: { tenants: [ONE, TWO], teams: [thread('b')] } };
    const table: readonly [string, Parts, string | null, TeamsPlace, string | null][] = [
      ['a chat is of the only one', alone, null, chat(ONE), 'a'],
      ['a chat is of the only one, whatever the default', alone, 'c', chat(ONE), 'a'],
      ['a chat is of nobody if there are two', both, null, chat(ONE), null],
      ['a chat is of the default one if it names the tenant', both, 'b', chat(ONE), 'b'],
      ['a chat is of nobody if the default one does not name the tenant', both, 'c', chat(ONE), null],
      ['another team is of nobody', alone, null, inTeam(ONE, thread('x')), null],
      ['another team is of nobody, whatever the default', both, 'b', inTeam(ONE, thread('x')), null],
      ['a chat in a tenant of one of them is of that one', both, 'a', chat(TWO), 'b'],
    ];
    for (const [name, parts, byDefault, place, expected] of table)
      it(name, () => expect(organisations(parts, byDefault).organisationOf(place)).to.equal(expected));
  });

  it('may write from all tenants that are named, and from the bot’s own', () => {
    const named = playbooks({ one: { tenants: [ONE] }, two: { tenants: [TWO], teams: [thread('x')] } });
    const tenants = (ownTenant?: string) => [
      ...organisationsIn(named, { defaultOrganisation: null, ...(ownTenant && { ownTenant }) }).tenants,
    ];
    expect(tenants()).to.have.members([ONE, TWO]);
    expect(tenants(THREE.toUpperCase())).to.have.members([ONE, TWO, THREE]);
    expect(tenants(ONE)).to.have.members([ONE, TWO]);
  });
});

describe('the desk of IT in Teams', () => {
  const { deskOf } = organisations({
    one: { tenants: [ONE], desk: thread('desk') },
    two: { teams: [thread('two')], desk: thread('Desk') },
  });

  it('is the channel that the playbook names, to the letter', () => {
    expect(deskOf({ channel: thread('desk') })).to.equal('one');
    expect(deskOf({ channel: thread('Desk') })).to.equal('two');
    expect(deskOf({ channel: thread('DESK') })).to.equal(null);
  });

  it('is every thread of it', () => {
    expect(deskOf({ channel: `${thread('desk')};messageid=1700000000000` })).to.equal('one');
  });

  it('is neither another channel, nor a chat, nor a team', () => {
    for (const channel of [thread('x'), thread('two'), '', ';messageid=1', null])
      expect(deskOf({ channel }), String(channel)).to.equal(null);
  });
});

describe('playbooks that contradict each other about Teams', () => {
  const said = (parts: Parts) => teamsConflicts(playbooks(parts).values());
  const tenantAdvice =
    'keep the tenant in one of them, or say under "teams" of each which teams of the tenant are its own';

  it('name the same tenant, both without teams', () => {
    expect(said({ a: { tenants: [ONE] }, b: { tenants: [TWO, ONE] } })).to.deep.equal([
      `the playbook of a: teams.tenants names ${ONE}, and so does teams.tenants of b; ${tenantAdvice}`,
    ]);
    expect(said({ a: { tenants: [ONE] }, b: { tenants: [ONE], teams: [thread('b')] } })).to.deep.equal([]);
  });

  it('name the same team', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => ({ teams: [thread('x'), thread(name)] }));
    expect(said({ a: a!, b: b!, c: c! })).to.deep.equal([
      `the playbook of a: teams.teams names ${thread('x')}, and so does teams.teams of b and teams.teams of c; keep it in one of them`,
    ]);
  });

  it('have the same channel for IT, or one’s team for the other’s IT', () => {
    const [desk, teams] = [{ desk: thread('x') }, { teams: [thread('x')] }];
    const advice = 'give IT of each organisation a channel of its own';
    expect(said({ a: desk, b: desk })).to.deep.equal([
      `the playbook of a: teams.desk names ${thread('x')}, and so does teams.desk of b; ${advice}`,
    ]);
    expect(said({ a: desk, b: teams })).to.deep.equal([
      `the playbook of a: teams.desk names ${thread('x')}, and so does teams.teams of b; ${advice}`,
    ]);
  });

  it('are not one playbook with itself, nor those that say nothing', () => {
    const part = { tenants: [ONE], teams: [thread('x')], desk: thread('x') };
    expect(said({ a: part, b: null })).to.deep.equal([]);
    const twice = [...playbooks({ a: part }).values(), ...playbooks({ a: part }).values()];
    expect(teamsConflicts(twice)).to.deep.equal([]);
  });

  it('are refused with all that is wrong', () => {
    const parts = { a: { tenants: [ONE], desk: thread('x') }, b: { tenants: [ONE], desk: thread('x') } };
    expect(() => organisations(parts)).to.throw(TeamsConflictError, /teams\.tenants .*\n.*teams\.desk /);
  });
});

describe('whatever playbooks say of Teams', () => {
  const tenant = fc.constantFrom(ONE, TWO, THREE);
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e').map(thread);
  const part = fc.record({
    tenants: fc.uniqueArray(tenant, { maxLength: 2 }),
    teams: fc.uniqueArray(name, { maxLength: 2 }),
    desk: fc.option(name, { nil: null }),
  });
  const parts = fc.dictionary(fc.constantFrom('p', 'q', 'r'), fc.option(part, { nil: null }));
  const suffix = fc.constantFrom('', ';messageid=1');
  const conversation = fc.tuple(name, suffix).map(([id, rest]) => id + rest);
  const place = fc.record({
    tenant,
    team: fc.option(name, { nil: null }),
    channel: fc.option(conversation, { nil: null }),
  });
  const byDefault = fc.constantFrom('p', 'q', null);

  it('a place is of an organisation that names its tenant, team or desk, or of the default one', () => {
    let [served, refused] = [0, 0];
    fc.assert(
      fc.property(parts, byDefault, place, (said, standard, where) => {
        const all = playbooks(said);
        if (teamsConflicts(all.values()).length > 0) {
          refused++;
          expect(() => organisationsIn(all, { defaultOrganisation: standard })).to.throw(TeamsConflictError);
          return;
        }
        const { organisationOf, deskOf } = organisationsIn(all, { defaultOrganisation: standard });
        const found = organisationOf(where);
        const desk = deskOf(where);
        const channel = where.channel?.replace(/;.*/, '');
        if (desk !== null) expect(all.get(desk)?.teams?.desk).to.equal(channel);
        if (found === null || found === standard) return;
        served++;
        const { tenants, teams, desk: own } = all.get(found)!.teams!;
        expect(
          tenants.includes(where.tenant) || teams.includes(where.team ?? '') || own === channel,
          found,
        ).to.equal(true);
      }),
      { numRuns: 2000 },
    );
    expect(served).to.be.greaterThan(100);
    expect(refused).to.be.greaterThan(100);
  });
});
