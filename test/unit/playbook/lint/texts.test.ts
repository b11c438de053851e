import { expect } from 'chai';
import { changed, faultsOf, mistake } from '../sample.ts';

describe('a text that is given by language is given in each', () => {
  mistake(
    'role of a contact',
    'role: Desk',
    'role: { sv: Disk }',
    'contacts.desk.role',
    'missing in en',
    'one text for all languages',
  );
  mistake(
    'place of a contact',
    'where: Go there',
    'where: { en: Go there }',
    'contacts.last.where',
    'missing in sv',
  );
  mistake(
    'note of a contact',
    'role: Last',
    'role: Last, note: { en: Hm }',
    'contacts.last.note',
    'missing in sv',
  );
  mistake('site', 'name: North', 'name: { en: North }', 'sites.north.name', 'missing in sv');
  mistake('service', 'name: Mail', 'name: { en: Mail }', 'services.mail.name', 'missing in sv');
  mistake('role', 'planner: Planner', 'planner: { sv: Planerare }', 'roles.planner', 'missing in en');
  mistake(
    'circumstance',
    'danger: Danger',
    'danger: { en: Danger }',
    'circumstances.danger',
    'missing in sv',
  );
  mistake(
    'class',
    'when: [danger]',
    'when: [danger], explains: { sv: Fara }',
    'classes.critical.explains',
    'missing in en',
  );
  mistake(
    'condition of a step',
    'PT10M',
    'PT10M, only-if: { sv: Om }',
    'policies.direct[1].only-if',
    'missing in en',
  );
  mistake(
    'reason of an exception',
    'hours: core, open',
    'because: { nb: Jul }, hours: core, open',
    'exceptions[1].because',
    'missing in sv and en',
  );
  mistake(
    'reason of an absence',
    '{ sv: Semester, en: Holiday }',
    '{ nl: Vakantie }',
    'absences[1].because',
    'missing in sv and en',
  );
  mistake(
    'red day',
    'country: SE',
    'country: SE, add: [{ date: 12-24, name: { sv: Afton } }]',
    'holidays.add[1].name',
    'missing in en',
  );

  it('one text stands for all languages', () => {
    expect(faultsOf(changed('because: { sv: Semester, en: Holiday }', 'because: Holiday'))).to.deep.equal([]);
  });
});

describe('two services are told apart', () => {
  const path = 'services.mail';
  mistake(
    'by their other words',
    'name: Mail',
    'name: Mail, aliases: { sv: [Nätet] }',
    `${path}.aliases.sv[1]`,
    '"Nätet"',
    '"web"',
    'choose another word',
  );
  mistake('by their names', 'name: Mail', 'name: web', `${path}.name`, '"web"', 'nobody could tell');
  mistake('by the name of one and a word of the other', 'name: Mail', 'name: net', `${path}.name`, '"net"');

  it('in one language at a time: the same word may mean another thing in another language', () => {
    expect(faultsOf(changed('name: Mail', 'name: Mail, aliases: { en: [nätet] }'))).to.deep.equal([]);
  });
});
