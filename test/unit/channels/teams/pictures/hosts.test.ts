import { expect } from 'chai';
import { pictureHosts } from '../../../../../src/channels/teams/pictures/hosts.ts';

describe('who may be sent the bot’s token for a picture', () => {
  const trusts = (address: string, serviceUrl = 'https://smba.trafficmanager.net/emea/tenant/') =>
    pictureHosts(serviceUrl).has(new URL(address).host);

  it('is Teams, in every cloud, and the service that the message came from', () => {
    for (const host of [
      'smba.trafficmanager.net',
      'smba.infra.gcc.teams.microsoft.com',
      'SMBA.trafficmanager.net',
    ])
      expect(trusts(`https://${host}/v3/attachments/1/views/original`), host).to.equal(true);
    expect(trusts('http://127.0.0.1:56150/a', 'http://127.0.0.1:56150/_connector')).to.equal(true);
  });

  it('is nobody who only looks like it', () => {
    for (const host of [
      ...['evil.trafficmanager.net', 'smba.trafficmanager.net.evil.example', 'smba-trafficmanager.net'],
      ...[
        'smba.trafficmanager.net:8443',
        'smba.trafficmanager.net.',
        'trafficmanager.net',
        'x.smba.trafficmanager.net',
      ],
      ...['contoso.sharepoint.com', 'graph.microsoft.com', 'teams.microsoft.com', 'us-api.asm.skype.com'],
    ])
      expect(trusts(`https://${host}/v3/attachments/1`), host).to.equal(false);
    expect(trusts('https://smba.trafficmanager.net@evil.example/')).to.equal(false);
    expect(trusts('http://127.0.0.1:56151/a', 'http://127.0.0.1:56150/')).to.equal(false);
  });
});
