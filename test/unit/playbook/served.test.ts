import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Playbook } from '../../../src/domain/organisation/playbook.ts';
import { formatPath } from '../../../src/playbook/fault.ts';
import { servedFindings } from '../../../src/playbook/served.ts';
import { playbookFrom, shipped } from '../../support/playbooks.ts';
import { changed, faultsOf, mistakesIn, SAMPLE } from './sample.ts';

const SERVED = `${SAMPLE}served-by:
  organisation: department
  site: north
  services: { web: intranet, mail: post }
  sites: { all: north-hall }
`;
const DEPARTMENT = changed('organisation: sample', 'organisation: department')
  .replace('  north: {', '  north-hall: { name: Hall, in: north }\n  north: {')
  .replace('  web: {', '  intranet: {')
  .replace('  mail: {', '  post: {')
  .replace('service: web', 'service: intranet');

const named = (organisation: string, added = ''): Playbook =>
  playbookFrom(`${changed('organisation: sample', `organisation: ${organisation}`)}${added}`);

/** What is found in the first of some playbooks. */
function found(...playbooks: [Playbook, ...Playbook[]]): string[] {
  const all = new Map(playbooks.map((playbook) => [playbook.organisation, playbook]));
  return servedFindings(playbooks[0], all).map(
    ({ severity, path, message }) => `${severity}: ${formatPath(path)} ${message}`,
  );
}

const example = (name: string): Playbook =>
  playbookFrom(readFileSync(new URL(`../../../playbooks/examples/${name}.yaml`, import.meta.url), 'utf8'));

describe('served-by: a department with a playbook of its own', () => {
  it('is compiled: own ids by the department’s', () => {
    expect(playbookFrom(SERVED).servedBy).to.deep.equal({
      ...{ organisation: 'department', site: 'north', listed: true },
      services: new Map([
        ['intranet', 'web'],
        ['post', 'mail'],
      ]),
      sites: new Map([['north-hall', 'all']]),
    });
  });

  it('takes what is left out from what has the same id', () => {
    expect(playbookFrom(`${SAMPLE}served-by: department`).servedBy).to.deep.equal({
      ...{ organisation: 'department', site: 'sample', listed: false, sites: new Map() },
      services: new Map([
        ['web', 'web'],
        ['mail', 'mail'],
      ]),
    });
    expect(playbookFrom(SAMPLE).servedBy).to.equal(null);
    const listed = playbookFrom(`${SAMPLE}served-by: { organisation: department, services: [web] }`);
    expect([...(listed.servedBy?.services ?? [])]).to.deep.equal([['web', 'web']]);
  });

  it('finds nothing wrong where both know each other', () => {
    expect(found(playbookFrom(SERVED), playbookFrom(DEPARTMENT))).to.deep.equal([]);
    expect(found(named('other'))).to.deep.equal([]);
  });

  it('finds nothing wrong in the examples beside the department', () => {
    for (const name of ['tierp', 'alvkarleby'])
      expect(found(example(name), shipped('itcentrum')), name).to.deep.equal([]);
  });

  describe('alone', () => {
    const mistake = mistakesIn(SERVED);
    mistake(
      'names a service of its own that is not there',
      'web: intranet',
      '§wbe: intranet',
      'served-by.services.wbe',
      'names "wbe", which is not in "services:"',
    );
    mistake(
      'names a unit of its own that is not there',
      'all: north-hall',
      '§al: north-hall',
      'served-by.sites.al',
    );
    mistake(
      'names itself',
      'served-by:\n  organisation: department',
      '§served-by:\n  organisation: sample',
      'served-by',
      'names the organisation itself',
    );
    mistake(
      'has two for one',
      'mail: post',
      '§mail: intranet',
      'served-by.services.mail',
      'stands for "intranet"',
      'so does "web"',
    );
    mistake(
      'is no organisation',
      'organisation: department',
      'organisation: §Department',
      'served-by.organisation',
    );

    it('loads, and is told what was not looked at', () => {
      expect(faultsOf(SERVED)).to.deep.equal([]);
      expect(found(playbookFrom(SERVED))).to.deep.equal([
        'warning: served-by names "department", whose playbook is not looked at here; check both together',
      ]);
    });
  });

  describe('beside others', () => {
    const municipality = (by: string) => named('heby', `served-by: ${by}\n`);

    it('needs the department', () => {
      expect(found(municipality('departmnt'), playbookFrom(DEPARTMENT))).to.deep.equal([
        'error: served-by names "departmnt", which has no playbook here; put it beside this one; did you mean "department"?',
      ]);
    });

    it('must be known to the department', () => {
      expect(
        found(
          municipality(
            '{ organisation: department, services: [] }'.replace(
              ', services: []',
              ', site: nort, services: { web: intranet }',
            ),
          ),
          playbookFrom(DEPARTMENT),
        ),
      ).to.deep.equal([
        'error: served-by.site is "nort", which "department" does not know; add it to its "sites:", or say under "site:" which of them this organisation is; did you mean "north"?',
      ]);
    });

    it('may not name services and units that the department does not have', () => {
      const by =
        '{ organisation: department, site: north, services: [web], sites: { all: nowhere, north: all } }';
      expect(
        found(municipality(by), playbookFrom(DEPARTMENT)).map((line) => line.split(';')[0]),
      ).to.deep.equal([
        'error: served-by.services names "web", which is not in "services:" of "department"',
        'error: served-by.sites.all names "nowhere", which is not in "sites:" of "department"',
        'error: served-by.sites.north names "all", which does not belong to "north" of "department"',
      ]);
    });

    it('is told which services would be forgotten', () => {
      const [line] = found(
        municipality('{ organisation: department, site: north }'),
        playbookFrom(DEPARTMENT),
      );
      expect(line).to.contain('warning: served-by').and.contain('intranet, post are not in "services:" here');
    });

    it('is told of circles and chains', () => {
      const circle = named('department', 'served-by: { organisation: heby, site: north }\n');
      expect(found(municipality('{ organisation: department, site: north }'), circle)).to.deep.equal([
        'error: served-by runs in a circle: heby → department → heby; a department is served by nobody',
      ]);
      const middle = named('department', 'served-by: { organisation: region, site: north }\n');
      expect(
        found(municipality('{ organisation: department, site: north }'), middle, named('region')),
      ).to.deep.equal([
        'error: served-by names "department", which is itself served by "region"; name "region"',
      ]);
    });
  });
});
