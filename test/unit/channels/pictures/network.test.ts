import { expect } from 'chai';
import fc from 'fast-check';
import { NETWORK, reachOf } from '../../../../src/channels/pictures/network.ts';

describe('whom an IP address belongs to', () => {
  it('tells this machine, insiders’ networks and everybody’s apart', () => {
    const of = (reach: string, ...addresses: string[]) => addresses.map((address) => [address, reach]);
    const known = [
      ...of('loopback', '127.0.0.1', '127.255.255.254', '::1', '0:0:0:0:0:0:0:1'),
      ...of('closed', '0.0.0.0', '10.0.0.1', '100.64.0.1', '169.254.169.254', '172.16.0.1', '172.31.255.255'),
      ...of(
        'closed',
        '192.168.1.1',
        '192.0.0.192',
        '198.19.0.1',
        '224.0.0.1',
        '255.255.255.255',
        '168.63.129.16',
      ),
      ...of('closed', '::', 'fe80::1', 'fe80::1%eth0', '::1%lo', 'fc00::1', 'fd00:ec2::254', 'ff02::1'),
      ...of(
        'closed',
        '::ffff:10.0.0.1',
        '::ffff:8.8.8.8',
        '::ffff:a9fe:a9fe',
        '64:ff9b::a00:1',
        '2002:a00:1::1',
      ),
      ...of(
        'closed',
        '2001::1',
        '2001:db8::1',
        '3fff::1',
        '',
        'localhost',
        '127.1',
        '0x7f000001',
        '1.2.3.4 ',
      ),
      ...of('public', '8.8.8.8', '52.112.0.1', '172.32.0.1', '168.63.129.17', '2603:1063::1', '2a00:1450::1'),
    ];
    // An IPv4 address within an IPv6 one is loopback or closed, never public.
    for (const [address, reach] of known) expect(reachOf(address!), address).to.equal(reach);
    expect(reachOf('::ffff:127.0.0.1')).not.to.equal('public');
  });

  it('never takes an IPv4 address for public because it is written as IPv6', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(reachOf(`::ffff:${address}`)).not.to.equal('public');
        expect(reachOf(`64:ff9b::${address}`)).to.equal('closed');
      }),
    );
  });

  it('knows every address in private networks for closed', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    const networks = fc.oneof(
      fc.tuple(fc.constant(10), byte, byte, byte),
      fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), byte, byte),
      fc.tuple(fc.constant(192), fc.constant(168), byte, byte),
      fc.tuple(fc.constant(169), fc.constant(254), byte, byte),
    );
    fc.assert(
      fc.property(networks, (parts) => {
        expect(reachOf(parts.join('.'))).to.equal('closed');
      }),
    );
  });

  it('finds the addresses of a name', async () => {
    expect((await NETWORK.resolve('localhost')).map(reachOf)).to.satisfy((reaches: string[]) =>
      reaches.every((reach) => reach === 'loopback'),
    );
  });
});
