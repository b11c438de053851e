import { gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { packing, takesGzip } from '../../../../src/http/status/packing.ts';

describe('packing', () => {
  const takes = (offered: string | undefined): boolean =>
    takesGzip({ headers: offered === undefined ? {} : { 'accept-encoding': offered } });

  it('is for who takes it', () => {
    for (const offered of ['gzip', 'GZIP', 'deflate, gzip;q=0.5', '*', 'br;q=1, x-gzip', 'gzip;q=1, *;q=0'])
      expect(takes(offered), offered).to.equal(true);
    for (const offered of [undefined, '', 'br', 'identity', 'gzip;q=0', 'gzip;q=0.000, *', '*;q=0'])
      expect(takes(offered), String(offered)).to.equal(false);
  });

  it('is done once, and not where it makes nothing smaller', () => {
    const body = Buffer.from('Driftstopp '.repeat(500));
    const packed = packing(body);
    expect(packed()).to.equal(packed());
    expect(packed()?.length).to.be.below(body.length / 10);
    expect(gunzipSync(packed() ?? '')).to.deep.equal(body);
    expect(packing(Buffer.from('short'))()).to.equal(null);
  });
});
