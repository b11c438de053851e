import { expect } from 'chai';
import { changed, faultsOf, mistake } from '../sample.ts';

describe('what is missing, too much, misspelt or left empty', () => {
  const contact = 'contacts.last';
  mistake('a misspelt key', 'where: Go', 'wher: Go', `${contact}.wher`, 'did you mean "where"?');
  mistake(
    'a misspelt key that must be there',
    'role: Last',
    'rol: Last',
    `${contact}.rol`,
    'did you mean "role"?',
  );
  mistake('a misspelt section', 'contacts:\n', 'contacs:\n', 'contacs', 'did you mean "contacts"?');
  mistake('a misspelt section that others name', 'hours:\n', 'hour:\n', 'hour', 'did you mean "hours"?');
  mistake(
    'an unknown key',
    'where: Go there',
    'where: Go, colour: red',
    `${contact}.colour`,
    'known are role, phone, ',
  );
  mistake(
    'an unknown language of a text',
    'where: Go there',
    'where: { se: Gå }',
    `${contact}.where.se`,
    'known are sv, nb, nl, en',
  );
  mistake('an unknown class', 'critical: {', 'urgent: {', 'classes.urgent', 'known are critical, normal');
  mistake('a missing key', '{ role: Last, ', '{ ', `${contact}.role`, 'is missing', 'The role that answers');
  mistake('an empty value', 'where: Go there', 'where:', `${contact}.where`, 'nothing after the colon');
  mistake(
    'an empty section',
    'roles:\n  planner: Planner\n',
    'roles:\n',
    'roles',
    'nothing after the colon',
    'remove the line',
  );
  mistake('an empty text', 'where: Go there', 'where: ""', `${contact}.where`, 'is empty');
  mistake(
    'a text that is too long',
    'role: Last',
    `role: ${'x'.repeat(81)}`,
    `${contact}.role`,
    'at most 80 characters',
  );
  mistake(
    'an id that is no id',
    '  planner: ',
    '  IP_Planner: ',
    'roles.IP_Planner',
    'lower-case letters a to z',
    'as in it-service',
  );
  mistake(
    'two kinds of step in one',
    'any-of: [desk',
    'in-order: desk, any-of: [desk',
    'policies.direct[1]',
    'exactly one of any-of, in-order',
  );
  mistake(
    'a key that stands twice',
    'role: Last',
    'role: Last, role: First',
    '',
    '"role" twice, here and on line 14',
    'keep one',
  );

  it('a missing section, at the start of the file', () => {
    expect(
      faultsOf(changed('fallback: last\n', '')).map(
        ({ line, path, message }) => `${line} ${path} ${message}`,
      ),
    ).to.deep.equal([
      '1 fallback is missing. It says: The contact where every question ends at last; open always',
    ]);
  });

  it('a part that is left out of a list does not shift the places of the others', () => {
    const text = changed(
      'class: critical',
      'class: urgent',
      changed('service: web, policy: direct', 'service: web, policy: drect'),
    );
    expect(faultsOf(text).map(({ path, line }) => `${line} ${path}`)).to.deep.equal([
      '33 routes[1].class',
      '34 routes[2].policy',
    ]);
  });

  it('two faults of one entry are both told', () => {
    const text = changed(
      'role: Desk, phone: "+46346885555", hours: core',
      'role: Desk, phone: "0346", hours: cor, colour: red',
    );
    expect(faultsOf(text).map(({ path }) => path)).to.have.members([
      'contacts.desk.colour',
      'contacts.desk.hours',
      'contacts.desk.phone',
    ]);
  });
});
