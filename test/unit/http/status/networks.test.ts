import type { IncomingMessage } from 'node:http';
import { expect } from 'chai';
import { readEnvironment } from '../../../../src/config/environment.ts';
import { Networks } from '../../../../src/http/status/networks.ts';

/** Whether a request from an address is let in, with what proxies say of it. */
function allows(allowed: string, proxies: string, remote: string | undefined, forwarded?: string): boolean {
  const { DRIFTVAKT_STATUS_NETWORKS, DRIFTVAKT_TRUSTED_PROXIES } = readEnvironment({
    DRIFTVAKT_STATUS_NETWORKS: allowed,
    DRIFTVAKT_TRUSTED_PROXIES: proxies,
  });
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  const request = { socket: { remoteAddress: remote }, headers } as unknown as IncomingMessage;
  return new Networks(DRIFTVAKT_STATUS_NETWORKS, DRIFTVAKT_TRUSTED_PROXIES).allows(request);
}

describe('networks from which pages may be seen', () => {
  it('are all if none is named', () => {
    expect(allows('', '', '203.0.113.7')).to.equal(true);
    expect(allows('', '', undefined)).to.equal(true);
  });

  it('let in who is within, in either notation of an address', () => {
    const inside = ['10.1.2.3', '::ffff:10.1.2.3', '192.0.2.9', '2001:db8:1::5'];
    for (const address of inside)
      expect(allows('10.0.0.0/8, 192.0.2.9 2001:db8::/32', '', address), address).to.equal(true);
    for (const address of ['11.0.0.1', '::ffff:192.0.2.8', '2001:db9::1', undefined, ''])
      expect(allows('10.0.0.0/8,192.0.2.9,2001:db8::/32', '', address), address).to.equal(false);
  });

  it('take nobody’s word about where a request comes from but a trusted proxy’s', () => {
    expect(allows('10.0.0.0/8', '', '203.0.113.7', '10.1.2.3')).to.equal(false);
    expect(allows('10.0.0.0/8', '127.0.0.1', '127.0.0.1', '10.1.2.3')).to.equal(true);
    expect(allows('10.0.0.0/8', '127.0.0.1', '127.0.0.1', '203.0.113.7')).to.equal(false);
  });

  it('believe only what trusted proxies added: what the client wrote before it is hearsay', () => {
    expect(allows('10.0.0.0/8', '127.0.0.1', '127.0.0.1', '10.1.2.3, 203.0.113.7')).to.equal(false);
    const two = '127.0.0.1, 192.0.2.0/24';
    expect(allows('10.0.0.0/8', two, '127.0.0.1', '203.0.113.7, 10.1.2.3, 192.0.2.1')).to.equal(true);
    expect(allows('10.0.0.0/8', two, '127.0.0.1', '10.1.2.3, 203.0.113.7, 192.0.2.1')).to.equal(false);
  });

  it('let nobody in whose place cannot be read', () => {
    for (const forwarded of ['unknown', '10.1.2.3, nonsense', '10.1.2', '10.1.2.3:x'])
      expect(allows('10.0.0.0/8', '127.0.0.1', '127.0.0.1', forwarded), forwarded).to.equal(false);
  });

  it('read an address with the port that some proxies add', () => {
    expect(allows('10.0.0.0/8', '127.0.0.1', '127.0.0.1', '10.1.2.3:4711')).to.equal(true);
    expect(allows('2001:db8::/32', '::1', '::1', '[2001:db8::7]:4711')).to.equal(true);
  });

  it('are refused at start if one is none, without being quoted', () => {
    for (const wrong of [
      '10.0.0.0/33',
      '10.0.0',
      'intranet',
      '::1/129',
      '10.0.0.0/8/8',
      'fe80::1%eth0',
      '10.0.0.0/x',
    ])
      expect(() => readEnvironment({ DRIFTVAKT_STATUS_NETWORKS: wrong }), wrong).to.throw(
        /^DRIFTVAKT_STATUS_NETWORKS holds something that is no network; write them as/,
      );
    expect(() => readEnvironment({ DRIFTVAKT_TRUSTED_PROXIES: Array(101).fill('::1').join() })).to.throw(
      /^DRIFTVAKT_TRUSTED_PROXIES holds more than 100 networks$/,
    );
  });
});
