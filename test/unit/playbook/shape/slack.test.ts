import { mistakesIn, SLACK } from '../sample.ts';

const mistake = mistakesIn(SLACK);
const desk = 'desk: https://example.slack.com/archives/C0123ABCD';
const enterprise = '[E0123ABCD]';
const workspaces = '[T0123ABCD, T0456EFGH]';

describe('the shape of what a playbook says of Slack', () => {
  mistake('a misspelt section', 'slack:\n  work', 'slak:\n  work', 'slak', 'did you mean "slack"?');
  mistake('a misspelt key', 'workspaces:', 'workspace:', 'slack.workspace', 'did you mean "workspaces"?');
  mistake(
    'an unknown key',
    'guests: refuse',
    'colour: red',
    'slack.colour',
    'known are workspaces, enterprises, desk, guests',
  );
  for (const wrong of ['example', '5', 'E0123ABCD', 't0123abcd', 'T0', '""', '"T0123ABCD/C1"'])
    mistake(
      `${wrong} for a workspace`,
      'T0123ABCD',
      wrong,
      'slack.workspaces[1]',
      'is no id of a workspace; it begins with T',
    );
  for (const wrong of ['T0123ABCD', 'example', '7'])
    mistake(
      `${wrong} for an Enterprise organisation`,
      enterprise,
      `[${wrong}]`,
      'slack.enterprises[1]',
      'is no id of an Enterprise organisation; it begins with E',
    );
  mistake('no workspaces', workspaces, '[]', 'slack.workspaces', 'is empty');
  mistake('one workspace twice', workspaces, '[T0123ABCD, T0123ABCD]', 'slack.workspaces', 'twice');
  mistake(
    'too many workspaces',
    workspaces,
    `[${Array.from({ length: 51 }, (_, i) => `T0${1000 + i}`).join(', ')}]`,
    'slack.workspaces',
    'at most 50 entries',
  );
  mistake(
    'too many Enterprise organisations',
    enterprise,
    `[${Array.from({ length: 11 }, (_, i) => `E0${1000 + i}`).join(', ')}]`,
    'slack.enterprises',
    'at most 10 entries',
  );
  for (const wrong of [
    '"#it"',
    'it',
    'U0123ABCD',
    'c0123abcd',
    'https://example.org/archives/C0123ABCD',
    'https://slack.com.example.org/archives/C0123ABCD',
    'https://example.slack.com/archives/D0123ABCD',
    'https://example.slack.com/archives/C0123ABCD/p1763885700123',
    'https://app.slack.com/client/T0123ABCD',
    '7',
  ])
    mistake(`${wrong} for a channel`, desk, `desk: ${wrong}`, 'slack.desk', 'is no id of a channel');
  mistake(
    'a link that is too long',
    desk,
    `desk: https://example.slack.com/archives/${'C'.repeat(300)}`,
    'slack.desk',
    'at most 300 characters',
  );
  mistake('a word for guests', 'guests: refuse', 'guests: hide', 'slack.guests', 'write answer or refuse');
});
