import { expect } from 'chai';
import { RECEIVER_LIMITS } from '../../../../../src/channels/teams/receiver/limits.ts';
import { verifyLocal } from '../../../../../src/channels/teams/receiver/local.ts';
import { payload, TENANT } from '../../../../replay/teams/payloads.ts';

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const HERE = { ...payload('personal'), serviceUrl: 'http://localhost:56150/_connector' };

function bytes(value: unknown): Uint8Array {
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
}

describe('unsigned messages of Microsoft’s local client', () => {
  for (const from of ['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1'])
    it(`are taken from ${from}`, async () => {
      const verdict = await verifyLocal(JSON_TYPE, bytes(HERE), from);
      expect(verdict).to.deep.equal({ outcome: 'verified', activity: HERE, tenant: TENANT });
    });

  for (const from of [undefined, '', '10.0.0.7', '::ffff:10.0.0.7', '127.0.0.1.example', '2001:db8::1'])
    it(`are refused from ${from}`, async () => {
      const verdict = await verifyLocal(JSON_TYPE, bytes(HERE), from);
      expect(verdict).to.include({ outcome: 'refused', status: 401 });
    });

  for (const serviceUrl of [
    'https://smba.trafficmanager.net/emea/',
    'http://10.0.0.7/',
    'http://localhost.example/',
  ])
    it(`are refused if their answers would go to ${serviceUrl}`, async () => {
      const verdict = await verifyLocal(JSON_TYPE, bytes({ ...HERE, serviceUrl }), '127.0.0.1');
      expect(verdict).to.include({ outcome: 'refused', status: 401 });
    });

  it('are refused as a form or as text, which any page in a browser may send here', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', undefined]) {
      const headers = type === undefined ? {} : { 'content-type': type };
      expect(await verifyLocal(headers, bytes(HERE), '127.0.0.1')).to.include({ status: 401 });
    }
  });

  it('are refused when they are none, are of no tenant, or are too large', async () => {
    const { channelData: _data, conversation: _conversation, ...nobody } = HERE as Record<string, unknown>;
    for (const body of ['', '{', '[]', 'null', nobody])
      expect(await verifyLocal(JSON_TYPE, bytes(body), '127.0.0.1'), String(body)).to.include({
        status: 401,
      });
    const large = bytes({ ...HERE, text: 'x'.repeat(RECEIVER_LIMITS.body) });
    expect(await verifyLocal(JSON_TYPE, large, '127.0.0.1')).to.include({ status: 413 });
  });
});
