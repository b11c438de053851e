import { mistake } from '../sample.ts';

describe('an id that is not defined is found, with the one that was probably meant', () => {
  const meant = (id: string) => `did you mean "${id}"?`;

  mistake(
    'fallback',
    'fallback: last',
    'fallback: lst',
    'fallback',
    '"lst"',
    'not in "contacts:"',
    meant('last'),
  );
  mistake(
    'hours',
    'where: Go there',
    'where: Go there, often: cor',
    'contacts.last.often',
    'not in "hours:"',
    meant('core'),
  );
  mistake('stand-in', 'stand-in: desk', 'stand-in: dsk', 'contacts.second.stand-in', meant('desk'));
  mistake('site above', 'in: all', 'in: al', 'sites.north.in', 'not in "sites:"');
  mistake('manager of a site', 'manager: boss', 'manager: bos', 'sites.north.manager', meant('boss'));
  mistake('contact of a site', 'contact: second', 'contact: secnd', 'sites.north.contact', meant('second'));
  mistake('supplier', 'supplier: second', 'supplier: nobody', 'services.mail.supplier', '"nobody"');
  mistake(
    'contact of a step',
    '[desk, second]',
    '[desk, secnd]',
    'policies.direct[1].any-of[2]',
    meant('second'),
  );
  mistake(
    'contact of an ordered step',
    'any-of: [desk, second]',
    'in-order: dsk',
    'policies.direct[1].in-order',
    meant('desk'),
  );
  mistake(
    'upper end of the line',
    '[boss]',
    '[boss, chief]',
    'policies.direct[2].line-of-managers.up-to[2]',
    '"chief"',
  );
  mistake(
    'start of the line',
    '{ up-to',
    '{ starts-with: x, up-to',
    'policies.direct[2].line-of-managers.starts-with',
    '"x"',
  );
  mistake(
    'circumstance',
    '[danger]',
    '[dangr]',
    'classes.critical.when[1]',
    'not in "circumstances:"',
    meant('danger'),
  );
  mistake(
    'hours of an exception',
    'hours: core, open',
    'hours: [core, night], open',
    'exceptions[1].hours[2]',
    '"night"',
  );
  mistake('service of a route', 'service: web', 'service: wbe', 'routes[2].service', 'not in "services:"');
  mistake('site of a route', 'service: web', 'site: south', 'routes[2].site', 'not in "sites:"');
  mistake(
    'role of a route',
    'service: web',
    'role: plannr',
    'routes[2].role',
    'not in "roles:"',
    meant('planner'),
  );
  mistake(
    'policy of a route',
    'web, policy: direct',
    'web, policy: drect',
    'routes[2].policy',
    'not in "policies:"',
    meant('direct'),
  );
  mistake('who is on call', 'contact: boss', 'contact: bos', 'on-call[1].contact', meant('boss'));
  mistake(
    'who is told',
    'to: all',
    'to: [all, planner, desk, everybody, zzz]',
    'on-call[1].announced-to',
    '"zzz"',
  );
  mistake(
    'service of an agreement',
    'to: all',
    'to: all, service: mial',
    'on-call[1].service',
    meant('mail'),
  );
  mistake('site of an agreement', 'to: all', 'to: all, site: nrth', 'on-call[1].site', meant('north'));
  mistake('who is absent', 'contact: desk', 'contact: dsk', 'absences[1].contact', meant('desk'));
  mistake(
    'stand-in of an absence',
    '02-05',
    '02-05, stand-in: scond',
    'absences[1].stand-in',
    meant('second'),
  );
});

describe('a name that means something already is refused', () => {
  const always = '  always: "Mo-Fr 08:00-16:00"\n  core';
  mistake(
    'hours called always',
    '  core',
    always,
    'hours.always',
    'built in',
    'never close',
    'choose another',
  );
  mistake(
    'an exception to always',
    'core, open',
    'always, open',
    'exceptions[1].hours',
    'no exception can change',
  );
  mistake(
    'a contact called site-contact',
    '  last: {',
    '  site-contact: { role: X, where: Y }\n  last: {',
    'contacts.site-contact',
    'built in',
  );
  mistake(
    'a role called everybody',
    '  planner: Planner',
    '  everybody: All',
    'roles.everybody',
    'built in',
    'choose another',
  );
});

describe('what refers to itself is refused', () => {
  const circle = 'runs in a circle: ';
  mistake('sites', '{ name: All }', '{ name: All, in: north }', 'sites.all.in', `${circle}all → north → all`);
  mistake(
    'a site within itself',
    '{ name: All }',
    '{ name: All, in: all }',
    'sites.all.in',
    `${circle}all → all`,
  );
  mistake(
    'stand-ins',
    '5555"',
    '5555", stand-in: second',
    'contacts.desk.stand-in',
    `${circle}desk → second → desk`,
    'lead elsewhere',
  );
});
