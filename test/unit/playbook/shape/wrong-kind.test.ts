import { mistake } from '../sample.ts';

describe('a value of the wrong kind: what it is, and what would be right', () => {
  const [role, step, lead] = ['role: Desk', 'any-of: [desk, second]', 'policies.direct[1]'];
  mistake(
    'a number for a text',
    role,
    'role: 5',
    'contacts.desk.role',
    'neither a text nor',
    'write "…" or { sv: "…"',
  );
  mistake('a list for a text', role, 'role: [a]', 'contacts.desk.role', 'neither a text nor');
  mistake(
    'a number in one language',
    role,
    'role: { sv: 5, en: Desk }',
    'contacts.desk.role.sv',
    'no text; put it in quotes',
  );
  mistake(
    'an unquoted phone number',
    '"+46346885555"',
    '+46346885555',
    'contacts.desk.phone',
    'put the number in quotes',
  );
  mistake(
    'a list for hours',
    'where: Go there',
    'where: There, hours: [x]',
    'contacts.last.hours',
    'no name of hours',
    'or always',
  );
  mistake(
    'times for a name of hours',
    'where: Go there',
    'where: There, hours: "Mo-Fr 08:00-16:00"',
    'contacts.last.hours',
    'write the times under "hours:"',
  );
  mistake('another class', 'class: critical', 'class: urgent', 'routes[1].class', 'write critical or normal');
  mistake(
    'other classes',
    'to: all',
    'to: all, class: [urgent]',
    'on-call[1].class[1]',
    'write critical or normal',
  );
  mistake('a group for ids', step, 'any-of: {}', `${lead}.any-of`, 'neither an id nor a list of ids');
  mistake('a number for an id', step, 'any-of: [5]', `${lead}.any-of[1]`, 'no id; use lower-case letters');
  mistake('no ids', step, 'any-of: []', `${lead}.any-of`, 'empty; give it at least one entry');
  mistake('an unknown language', '[sv, en]', '[sv, xx]', 'languages[2]', 'choose of sv, nb, nl, en');
  mistake(
    'a text for a list',
    '[sv, en]',
    'sv',
    'languages',
    'the text "sv", where a list is expected; write [sv]',
  );
  mistake(
    'a text for a group',
    '{ name: All }',
    'All',
    'sites.all',
    'the text "All"',
    'known are name, in, manager, contact',
  );
  mistake(
    'a group for a list',
    'roles:\n',
    'absences_: {}\nroles:\n',
    'absences_',
    'did you mean "absences"?',
  );
  mistake(
    'a word for yes',
    'to: 2027-02-05',
    'to: 2027-02-05, reduced: ja',
    'absences[1].reduced',
    'neither true nor false',
  );
  mistake(
    'a text for a wait',
    'PT10M',
    '10 minutes',
    `${lead}.then-after`,
    'no duration',
    'PT10M for ten minutes',
  );
  mistake('too long a wait', 'PT10M', 'P9D', `${lead}.then-after`, 'between one minute and 168 hours');
  mistake(
    'an unknown time zone',
    'Europe/Stockholm',
    'Europe/Stokholm',
    'timezone',
    'IANA name such as Europe/Stockholm',
  );
  mistake(
    'an offset for a time zone',
    'Europe/Stockholm',
    '"+01:00"',
    'timezone',
    'IANA name such as Europe/Stockholm',
  );
  mistake('hours in words', 'Mo-Fr 08:00-16:00; PH off', 'weekdays', 'hours.core', 'no times in "weekdays"');
  mistake(
    'a day in another language',
    'Mo-Fr 08:00-16:00',
    'Må-Fr 08:00-16:00',
    'hours.core',
    '"Må-Fr"',
    'Mo Tu We Th Fr Sa Su',
  );
  mistake(
    'a mail address',
    'second@example.org',
    'second',
    'contacts.second.email',
    'write it as support@example.org',
  );
  mistake(
    'a web address',
    'where: Go there',
    'url: example.org',
    'contacts.last.url',
    'it starts with https://',
  );
  mistake(
    'an address that runs a program',
    'where: Go there',
    'url: "javascript:alert(1)"',
    'contacts.last.url',
    'no web address',
  );
  mistake(
    'an unquoted extension',
    'where: Go there',
    'where: There, extension: 16000',
    'contacts.last.extension',
    'put the extension in quotes',
  );
  mistake(
    'an unquoted emergency number',
    'roles:\n',
    'emergency: 112\nroles:\n',
    'emergency',
    'put the number in quotes',
  );
});
