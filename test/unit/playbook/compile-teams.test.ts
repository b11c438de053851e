import { expect } from 'chai';
import fc from 'fast-check';
import { playbookFrom } from '../../support/playbooks.ts';
import { changed, faultsOf, SAMPLE, TEAMS } from './sample.ts';

const teamsOf = (part: string) => playbookFrom(`${SAMPLE}teams: ${part}\n`).teams;
const desk = 'desk: 19:Desk@thread.tacv2';

describe('Microsoft Teams as the domain sees it', () => {
  it('has tenants in lower case, and ids taken out of links', () => {
    expect(playbookFrom(TEAMS).teams).to.deep.equal({
      tenants: ['1c2d3e4f-1111-2222-3333-444455556666', '2c2d3e4f-1111-2222-3333-444455556666'],
      teams: ['19:Team_one-1@thread.tacv2', '19:old@thread.skype'],
      desk: '19:Desk@thread.tacv2',
    });
  });

  it('is null where the file does not speak of it', () => {
    expect(playbookFrom(SAMPLE).teams).to.equal(null);
  });

  it('can say one thing alone', () => {
    const tenant = '1c2d3e4f-1111-2222-3333-444455556666';
    expect(teamsOf(`{ tenants: [${tenant}] }`)).to.deep.equal({ tenants: [tenant], teams: [], desk: null });
    expect(teamsOf('{ teams: ["19:a@thread.skype"] }')?.teams).to.deep.equal(['19:a@thread.skype']);
    expect(teamsOf('{ desk: "19:a@thread.tacv2" }')?.desk).to.equal('19:a@thread.tacv2');
  });

  it('takes any id out of the links that Teams copies', () => {
    const id = fc
      .tuple(fc.stringMatching(/^[A-Za-z0-9_-]{1,60}$/), fc.constantFrom('tacv2', 'skype'))
      .map(([name, kind]) => `19:${name}@thread.${kind}`);
    const host = fc.constantFrom('teams.microsoft.com', 'teams.cloud.microsoft', 'gov.teams.microsoft.us');
    const encode = fc.constantFrom(
      encodeURIComponent,
      (text: string) => encodeURIComponent(text).toLowerCase(),
      String,
    );
    fc.assert(
      fc.property(id, host, encode, (text, site, encoded) => {
        // Only the signs may be written in small letters, not the id.
        const written = text.replaceAll(/[:@]/g, encoded);
        const query = '?groupId=1c2d3e4f-1111-2222-3333-444455556666&tenantId=x';
        const channel = `https://${site}/l/channel/${written}/IT%20desk${query}`;
        const team = `https://${site}/l/team/${written}/conversations${query}`;
        expect(teamsOf(`{ desk: "${channel}", teams: ["${team}"] }`)).to.deep.equal({
          tenants: [],
          teams: [text],
          desk: text,
        });
      }),
      { numRuns: 50 },
    );
  });
});

describe('a desk in which everybody could speak for IT', () => {
  it('is warned of, on its line', () => {
    const text = changed(desk, 'desk: 19:Team_one-1@thread.tacv2', TEAMS);
    const found = faultsOf(text);
    expect(found.map(({ severity, path }) => [severity, path])).to.deep.equal([['warning', 'teams.desk']]);
    expect(found[0]?.line).to.equal(text.split('\n').findIndex((line) => line.includes('desk: 19:')) + 1);
    expect(found[0]?.message).to.include('name a channel where only IT writes');
  });

  it('is not, if it is a channel of its own', () => {
    expect(faultsOf(TEAMS)).to.deep.equal([]);
  });
});
