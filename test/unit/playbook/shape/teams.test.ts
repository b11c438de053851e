import { expect } from 'chai';
import { changed, faultsOf, mistakesIn, SAMPLE, TEAMS } from '../sample.ts';

const mistake = mistakesIn(TEAMS);
const desk = 'desk: 19:Desk@thread.tacv2';
const first = '"19:Team_one-1@thread.tacv2"';
const tenant = '1C2D3E4F-1111-2222-3333-444455556666';

describe('the shape of what a playbook says of Microsoft Teams', () => {
  mistake('a misspelt section', 'teams:\n  tenants', 'teem:\n  tenants', 'teem', 'did you mean "teams"?');
  mistake('a misspelt key', 'tenants:', 'tenant:', 'teams.tenant', 'did you mean "tenants"?');
  mistake('an unknown key', desk, 'colour: red', 'teams.colour', 'known are tenants, teams, desk');
  mistake('a tenant for a list', `[${tenant}, `, `${tenant} #[`, 'teams.tenants', `write [${tenant}]`);
  mistake(
    'no tenants',
    `[${tenant}, 2c2d3e4f-1111-2222-3333-444455556666]`,
    '[]',
    'teams.tenants',
    'is empty',
  );
  for (const wrong of ['example.org', '5', '1c2d3e4f111122223333444455556666', '{ id: x }', '""'])
    mistake(
      `${wrong} for a tenant`,
      tenant,
      wrong,
      'teams.tenants[1]',
      'is no id of a tenant; copy the “Tenant ID”',
    );
  mistake(
    'the same tenant twice, whatever its case',
    tenant,
    '2C2D3E4F-1111-2222-3333-444455556666',
    'teams.tenants',
    'twice',
  );
  mistake(
    'too many tenants',
    `[${tenant}, `,
    `[${Array.from({ length: 50 }, (_, i) => `${10000000 + i}-1111-2222-3333-444455556666`).join(', ')}, `,
    'teams.tenants',
    'at most 50 entries',
  );
  mistake('the same team twice', first, '"19:old@thread.skype"', 'teams.teams', 'twice');
  mistake(
    'too many teams',
    first,
    Array.from({ length: 500 }, (_, i) => `"19:${i}@thread.tacv2"`).join(', '),
    'teams.teams',
    'at most 500 entries',
  );
  mistake(
    'a link to a channel for a team',
    first,
    '"https://teams.microsoft.com/l/channel/19%3Aabc%40thread.tacv2/General?groupId=x"',
    'teams.teams[1]',
    'is a link to a channel, where a team is wanted',
  );
  mistake('a number for a team', first, '19', 'teams.teams[1]', 'is no id of a team; write it as Teams does');
  mistake(
    'a link to a team for a channel',
    desk,
    'desk: "https://teams.microsoft.com/l/team/19%3Aabc%40thread.tacv2/conversations?groupId=x"',
    'teams.desk',
    'is a link to a team, where a channel is wanted',
  );
  for (const wrong of [
    'General',
    '19:Desk',
    '19:@thread.tacv2',
    '19:Desk@thread.v2',
    '19:a b@thread.tacv2',
    '19:Desk@thread.tacv2;messageid=1',
    'https://teams.microsoft.com/l/chat/19%3Aabc%40thread.v2/0',
    'https://teams.microsoft.com/l/channel/%E0%A4%A/General',
    'https://teams.microsoft.com/l/channel/19%3Aabc%40unq.gbl.spaces/General',
    'https://example.org/',
  ])
    mistake(
      `"${wrong}" for a channel`,
      desk,
      `desk: "${wrong}"`,
      'teams.desk',
      'is no id of a channel; write it as Teams does, as in "19:abc@thread.tacv2", or the link to it',
    );
  mistake(
    'a link that is too long',
    desk,
    `desk: "https://teams.microsoft.com/l/channel/19%3Aabc%40thread.tacv2/${'x'.repeat(1000)}"`,
    'teams.desk',
    'at most 1000 characters',
  );
  mistake('a desk that is empty', desk, 'desk:', 'teams.desk', 'nothing after the colon', 'IT announces');

  it('nothing in it', () => {
    const none = `${SAMPLE}teams: {}\n`;
    expect(faultsOf(none).map(({ path, message }) => `${path} ${message}`)).to.deep.equal([
      'teams is empty; say at least one of tenants, teams and desk',
    ]);
  });

  it('two mistakes are both told, each on its line', () => {
    const text = changed(tenant, 'x', changed(desk, 'desk: y', TEAMS));
    const top = TEAMS.split('\n').indexOf('teams:') + 1;
    expect(faultsOf(text).map(({ line, path }) => [line, path])).to.deep.equal([
      [top + 1, 'teams.tenants[1]'],
      [top + 3, 'teams.desk'],
    ]);
  });
});
