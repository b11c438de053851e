import { expect } from 'chai';
import { asOfDepartment } from '../../../../../src/domain/notices/served/interest.ts';
import { shareOf } from '../../../../../src/domain/notices/served/share.ts';
import type { Playbook } from '../../../../../src/domain/organisation/playbook.ts';
import { outageNotice, subscriptionOf, windowNotice } from '../../../../support/notices.ts';
import { playbookFrom, shipped, shippedText } from '../../../../support/playbooks.ts';
import { scenarioE } from '../../../../support/scenario-e.ts';
import { example } from '../../../../support/served-playbooks.ts';

const itcentrum = shipped('itcentrum');
const [tierp, alvkarleby] = [example('tierp'), example('alvkarleby')];
const outage = (change: Parameters<typeof outageNotice>[0]) =>
  outageNotice({ organisation: 'itcentrum', services: ['tes'], ...change });

/** What is hit in an organisation, as `services @ sites`; null: nothing. */
function hitIn(served: Playbook, change: Parameters<typeof outageNotice>[0], department = itcentrum) {
  const share = shareOf(department, served, outage(change));
  if (share?.kind !== 'outage') return null;
  return `${share.services.join()} @ ${share.sites?.join() ?? 'everywhere'}`;
}

describe('what a department’s notice is in an organisation that it serves', () => {
  it('is told in the organisation’s own ids, as the whole of it', () => {
    expect(hitIn(tierp, { sites: ['heby', 'tierp'] })).to.equal('tes @ everywhere');
    expect(hitIn(alvkarleby, { sites: ['alvkarleby'], services: ['tes', 'tierpsbyggen'] })).to.equal(
      'home-care-planning @ everywhere',
    );
    expect(hitIn(alvkarleby, { sites: null })).to.equal('home-care-planning @ everywhere');
  });

  it('has only the support that is for the organisation, in its own ids', () => {
    const [time] = scenarioE().support;
    if (time === undefined) throw new Error('the window has no support');
    const notice = scenarioE({
      support: [time, { ...time, sites: ['tierp'] }, { ...time, services: ['tes'] }],
    });
    const supportIn = (served: Playbook) => {
      const share = shareOf(itcentrum, served, notice);
      return share?.kind === 'maintenance'
        ? share.support.map(({ services, sites }) => `${services?.join()} @ ${sites}`)
        : null;
    };
    expect(supportIn(alvkarleby)).to.deep.equal([' @ null', 'home-care-planning @ null']);
    expect(supportIn(tierp)).to.deep.equal([' @ null', ' @ null', 'tes @ null']);
  });

  it('is nothing where it hits others, or services that are not its own', () => {
    expect(hitIn(tierp, { sites: ['heby'] })).to.equal(null);
    expect(hitIn(alvkarleby, { services: ['tierpsbyggen'] })).to.equal(null);
    expect(shareOf(itcentrum, itcentrum, outage({}))).to.equal(null);
    expect(shareOf(itcentrum, tierp, outageNotice({ organisation: 'porsanger' }))).to.equal(null);
  });

  it('concerns everybody while it is not known what is hit', () => {
    expect(hitIn(alvkarleby, { services: [], sites: null })).to.equal(' @ everywhere');
    expect(hitIn(tierp, { services: [], sites: ['heby'] })).to.equal(null);
  });

  it('is told for the units that the organisation has a name for, else as the whole of it', () => {
    const department = playbookFrom(
      shippedText('itcentrum').replace(
        '  heby: { name: Heby }',
        '  heby: { name: Heby }\n  hall: { name: Hall, in: tierp }\n  desk: { name: Desk, in: hall }\n  school: { name: School, in: tierp }',
      ),
    );
    const served: Playbook = {
      ...tierp,
      servedBy: { ...tierp.servedBy!, sites: new Map([['hall', 'town-hall']]) },
    };
    expect(hitIn(served, { sites: ['hall'] }, department)).to.equal('tes @ town-hall');
    expect(hitIn(served, { sites: ['desk', 'heby'] }, department)).to.equal('tes @ town-hall');
    expect(hitIn(served, { sites: ['school'] }, department)).to.equal('tes @ everywhere');
    expect(hitIn(served, { sites: ['hall', 'tierp'] }, department)).to.equal('tes @ everywhere');
    expect(hitIn(alvkarleby, { sites: ['hall'] }, department)).to.equal(null);
  });

  it('has the parts of a window that hit it, with their ids, and words about those', () => {
    const word = { at: 1, phase: null, text: { sv: 'Klart.' }, important: true, correctedAt: null };
    const window = scenarioE({
      updates: [
        { ...word, number: 1, parts: ['1'] },
        { ...word, number: 2 },
        { ...word, number: 3, parts: ['3'] },
      ],
    });
    const share = shareOf(itcentrum, alvkarleby, window);
    expect(share?.kind === 'maintenance' && share.parts).to.deep.equal([
      { ...window.parts[2], services: ['treserva', 'home-care-planning'], sites: null },
    ]);
    expect(share?.updates.map(({ number }) => number)).to.deep.equal([2, 3]);
    const there = shareOf(itcentrum, tierp, window);
    expect(there?.kind === 'maintenance' && there.parts.map(({ id }) => id)).to.deep.equal(['1', '2']);
  });

  it('names whose it is, and leaves out what is only the department’s', () => {
    const share = shareOf(itcentrum, tierp, outage({ routine: 'disturbance', proposal: 'P1', revision: 4 }));
    expect(share).to.deep.include({
      ...{ organisation: 'tierp', routine: null, proposal: null, id: 'N1' },
      origin: { organisation: 'itcentrum', name: 'IT-centrum', revision: 4, seen: 4 },
    });
    expect(shareOf(itcentrum, tierp, windowNotice({ organisation: 'itcentrum', parts: [] }))).to.equal(null);
  });
});

describe('what people in an organisation ask for, as the department counts it', () => {
  const asked = (served: Playbook, change = {}) => {
    const { sites, services, language } = asOfDepartment(served, subscriptionOf('x', change));
    return { sites, services, language };
  };

  it('is what hits the organisation, in its language', () => {
    expect(asked(alvkarleby)).to.deep.equal({
      ...{ sites: ['alvkarleby'], language: 'sv' },
      services: ['staff-systems', 'treserva', 'tes', 'network'],
    });
    expect(asked(alvkarleby, { services: ['home-care-planning'], language: 'nl' })).to.deep.equal({
      ...{ sites: ['alvkarleby'], language: 'nl', services: ['tes'] },
    });
    expect(asked(tierp, { sites: ['town-hall'] }).sites).to.deep.equal(['tierp']);
  });

  it('stays what it is where nobody serves', () => {
    expect(asked(itcentrum)).to.deep.equal({ sites: null, services: null, language: null });
  });
});
