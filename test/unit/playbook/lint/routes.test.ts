import { expect } from 'chai';
import { changed, faultsOf, mistake } from '../sample.ts';

describe('routes', () => {
  const [critical, narrow] = [
    '  - { class: critical, policy: direct }',
    '  - { class: normal, service: web, policy: direct }',
  ];
  mistake(
    'a class without a last route',
    `routes:\n${critical}\n`,
    'routes:\n',
    'routes',
    'lead nowhere for some critical',
    '"- { class: critical, policy: … }"',
  );
  mistake(
    'one behind a wider one',
    narrow,
    critical.replace('policy', 'service: web, policy'),
    'routes[2]',
    'route 1 takes all',
    'move it before',
  );
  const [above, below] = ['all', 'north'].map((site) => narrow.replace('service: web', `site: ${site}`));
  mistake(
    'one behind one for the site above',
    narrow,
    `${above}\n§${below}`,
    'routes[3]',
    'route 2 takes all',
  );
  it('one for a site before the one for the site above is reached', () => {
    expect(faultsOf(changed(narrow, `${below}\n${above}`))).to.deep.equal([]);
  });
});

describe('policies', () => {
  const line = '    - { line-of-managers: { up-to: [boss], asks: overtime } }';
  const step = (by: string) => `    - { any-of: ${by} }\n`;
  mistake(
    'a step whose contacts stand before it',
    line,
    step('[second, desk]') + line,
    'policies.direct[2]',
    'never reached',
    'earlier steps',
  );
  mistake(
    'a second step for the sites’ contacts',
    line,
    `${step('site-contact')}§${step('[site-contact, desk]')}${line}`,
    'policies.direct[3]',
    'earlier steps',
  );
  mistake(
    'overtime asked of who cannot authorise it',
    '[boss]',
    '[boss, second]',
    'policies.direct[2].line-of-managers',
    'ends with "second"',
    'cannot authorise overtime',
    'add "authorises: overtime"',
  );

  it('a step for the contacts of sites, where no site has one', () => {
    const text = changed(', contact: second }', ' }', changed(line, step('site-contact') + line));
    expect(faultsOf(text).map(({ path, message }) => `${path} ${message}`)).to.deep.equal([
      'policies.direct[2] is never reached: no site names a contact; give one site a "contact"',
    ]);
  });

  it('a line of managers whose upper end was asked before still has the sites’ managers', () => {
    expect(faultsOf(changed('[desk, second]', '[desk, boss]'))).to.deep.equal([]);
    const text = changed('manager: boss, ', '', changed('[desk, second]', '[desk, boss]'));
    expect(faultsOf(text).map(({ path }) => path)).to.deep.equal(['policies.direct[2]']);
  });
});

describe('a contact kept for one class is not handed out for the other', () => {
  const found = (text: string) =>
    faultsOf(text).map(({ path, message }) => `${path} ${message.split(' for ')[0]}`);
  const kept = (part: string, text?: string) => changed(part, `${part}, for: critical`, text);

  it('in a step', () => {
    expect(found(kept('role: Desk'))).to.deep.equal([
      'routes[2].policy hands out "desk"',
      'routes[3].policy hands out "desk"',
    ]);
  });

  it('as somebody’s stand-in', () => {
    const text = kept('role: Desk', changed('[desk, second]', 'second'));
    expect(found(text)[0]).to.equal('routes[2].policy hands out "desk" as the stand-in of "second"');
  });

  it('from a site', () => {
    const text = changed('manager: boss', 'manager: last', changed('fallback: last', 'fallback: second'));
    expect(found(kept('role: Last', text))[0]).to.equal('routes[2].policy hands out "last", from its site,');
  });

  it('by an agreement', () => {
    const only = changed('direct:\n', 'apart:\n    - { any-of: desk }\n  direct:\n', kept('role: Boss'));
    const text = only.replace(/(class: normal.*)direct/g, '$1apart');
    expect(found(text)).to.deep.equal(['on-call[1] is on call']);
    expect(found(text.replace('announced-to', 'class: critical, announced-to'))).to.deep.equal([]);
  });
});
