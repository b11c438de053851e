import { expect } from 'chai';
import { pictureFetcher } from '../../../../src/channels/pictures/fetch.ts';
import { FETCH_LIMITS } from '../../../../src/channels/pictures/limits.ts';
import { type Network, reachOf } from '../../../../src/channels/pictures/network.ts';
import { certificateFor, trusting } from './certificate.ts';
import { type Host, host, PICTURE, pointsTo, shows, TOKEN, wantsToken } from './hosts.ts';

/** Stands for the public network, on this machine; what is on 127.0.0.1 is inside. */
const OUTSIDE = '127.0.0.2';
const limits = { ...FETCH_LIMITS, pictureMs: 3000 };
const certificate = certificateFor('files.example', 'service.example');

describe('fetching a picture as in production: over TLS, from public networks', () => {
  const hosts: Host[] = [];
  let distrust: () => void;
  before(() => {
    distrust = trusting(certificate);
  });
  after(() => distrust());
  afterEach(() => {
    for (const one of hosts.splice(0)) one.stop();
  });
  const outside = async (answer: Parameters<typeof host>[0], speaks = certificate): Promise<Host> => {
    const one = await host(answer, OUTSIDE, speaks);
    hosts.push(one);
    return one;
  };
  const inside = async (): Promise<Host> => {
    const one = await host(shows, '127.0.0.1', certificate);
    hosts.push(one);
    return one;
  };
  /** Names, each with the addresses that it has when it is asked for the first, second, … time. */
  const network = (
    names: Readonly<Record<string, readonly (readonly string[])[]>>,
  ): Network & { asked: string[] } => {
    const asked: string[] = [];
    return {
      asked,
      async resolve(name) {
        const times = asked.filter((each) => each === name).length;
        asked.push(name);
        const found = names[name]?.[times] ?? names[name]?.at(-1);
        if (found === undefined) throw new Error('ENOTFOUND');
        return found;
      },
      reach: (address) => (address === OUTSIDE ? 'public' : reachOf(address)),
    };
  };
  const files = () => network({ 'files.example': [[OUTSIDE]], 'service.example': [[OUTSIDE]] });
  async function fetched(
    address: string,
    net: Network,
    bearer?: { hosts: ReadonlySet<string> },
  ): Promise<unknown> {
    const fetch = pictureFetcher({ allowLoopback: false, network: net, limits });
    const result = await fetch({
      address,
      ...(bearer && { bearer: { ...bearer, token: async () => TOKEN } }),
    });
    return 'fault' in result ? result.fault : result.bytes.length;
  }

  it('brings it, with the token for the host that may see it, by its name', async () => {
    const { port, asked } = await outside(wantsToken);
    const bearer = { hosts: new Set([`service.example:${port}`]) };
    expect(await fetched(`https://service.example:${port}/1`, files(), bearer)).to.equal(PICTURE.length);
    expect(await fetched(`https://files.example:${port}/2`, files(), bearer)).to.equal('denied');
    expect(
      await fetched(
        `https://service.example.:${port}/3`,
        network({ 'service.example.': [[OUTSIDE]] }),
        bearer,
      ),
    ).to.equal('denied');
    expect(
      asked.filter(({ authorization }) => authorization !== undefined).map(({ path }) => path),
    ).to.deep.equal(['/1']);
  });

  it('does not talk to a host that cannot prove its name', async () => {
    const stranger = await outside(shows, certificateFor('files.example'));
    const other = await outside(shows);
    expect(await fetched(`https://files.example:${stranger.port}/`, files())).to.equal('unreachable');
    expect(
      await fetched(`https://other.example:${other.port}/`, network({ 'other.example': [[OUTSIDE]] })),
    ).to.equal('unreachable');
    expect([...stranger.asked, ...other.asked]).to.deep.equal([]);
  });

  it('refuses http, and does not send the token without TLS', async () => {
    const plain = await host(shows, OUTSIDE);
    hosts.push(plain);
    const bearer = { hosts: new Set([plain.at]) };
    expect(await fetched(`http://${plain.at}/`, files(), bearer)).to.equal('address-refused');
    const { port } = await outside(pointsTo(`http://${plain.at}/`));
    expect(await fetched(`https://files.example:${port}/`, files(), bearer)).to.equal('address-refused');
    expect(plain.asked).to.deep.equal([]);
    const names = files();
    expect(await fetched('http://files.example/', names)).to.equal('address-refused');
    expect(names.asked).to.deep.equal([]);
  });

  it('refuses this machine and closed networks, however they are written', async () => {
    const secret = await inside();
    for (const name of [
      ...[
        '127.0.0.1',
        'localhost',
        '[::1]',
        '2130706433',
        '0x7f.1',
        '127.1',
        '[::ffff:127.0.0.1]',
        '0.0.0.0',
      ],
      ...['10.0.0.1', '169.254.169.254', '[fd00:ec2::254]', '168.63.129.16', '[64:ff9b::a9fe:a9fe]'],
    ])
      expect(
        await fetched(`https://${name}:${secret.port}/`, network({ localhost: [['127.0.0.1']] })),
        name,
      ).to.equal('address-refused');
    expect(secret.asked).to.deep.equal([]);
  });

  it('refuses a name that leads inside, be it by one of its addresses only', async () => {
    const secret = await inside();
    for (const addresses of [
      ['127.0.0.1'],
      [OUTSIDE, '127.0.0.1'],
      ['127.0.0.1', OUTSIDE],
      ['192.168.0.1'],
      ['::1'],
    ])
      expect(
        await fetched(`https://files.example:${secret.port}/`, network({ 'files.example': [addresses] })),
        addresses.join(),
      ).to.equal('address-refused');
    expect(await fetched('https://files.example/', network({ 'files.example': [[]] }))).to.equal(
      'unreachable',
    );
    expect(await fetched('https://unknown.example/', files())).to.equal('unreachable');
    expect(secret.asked).to.deep.equal([]);
  });

  it('connects to the address that was looked at, whatever the name leads to a moment later', async () => {
    const { port } = await outside(shows);
    const rebinding = network({ 'files.example': [[OUTSIDE], ['127.0.0.1']] });
    expect(await fetched(`https://files.example:${port}/`, rebinding)).to.equal(PICTURE.length);
    expect(rebinding.asked).to.deep.equal(['files.example']);
  });

  it('looks again at each redirect', async () => {
    const secret = await inside();
    for (const to of [`https://127.0.0.1:${secret.port}/`, `https://localhost:${secret.port}/`, '//[::1]/']) {
      const { port } = await outside(pointsTo(to));
      const net = network({ 'files.example': [[OUTSIDE]], localhost: [['127.0.0.1']] });
      expect(await fetched(`https://files.example:${port}/`, net), to).to.equal('address-refused');
    }
    const self = await outside((request, response) =>
      pointsTo(`https://files.example:${self.port}/again`)(request, response),
    );
    const turned = network({ 'files.example': [[OUTSIDE], ['127.0.0.1']] });
    expect(await fetched(`https://files.example:${self.port}/`, turned)).to.equal('address-refused');
    expect(self.asked.length).to.equal(1);
    expect(secret.asked).to.deep.equal([]);
  });
});
