import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';

/** What a server speaks TLS with. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

const tlv = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  const { length } = body;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
};
const text = (tag: number, value: string): Buffer => tlv(tag, Buffer.from(value));
const SEQUENCE = 0x30;
const ED25519 = tlv(SEQUENCE, tlv(0x06, Buffer.from('2b6570', 'hex')));

/** A certificate for names, signed with its own key: X.509 version 3 as RFC 5280 writes it, for one year. */
export function certificateFor(...names: readonly string[]): Certificate {
  const { privateKey } = generateKeyPairSync('ed25519');
  const body = toBeSigned(privateKey, names);
  const signature = tlv(0x03, Buffer.of(0), sign(null, body, privateKey));
  const der = tlv(SEQUENCE, body, ED25519, signature);
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`,
  };
}

function toBeSigned(key: KeyObject, names: readonly string[]): Buffer {
  const year = new Date().getUTCFullYear() % 100;
  const time = (which: number) => text(0x17, `${String(which).padStart(2, '0')}0101000000Z`);
  const name = tlv(
    SEQUENCE,
    tlv(0x31, tlv(SEQUENCE, tlv(0x06, Buffer.from('550403', 'hex')), text(0x0c, 'test'))),
  );
  const alternative = tlv(SEQUENCE, ...names.map((each) => text(0x82, each)));
  const subjectAltName = tlv(SEQUENCE, tlv(0x06, Buffer.from('551d11', 'hex')), tlv(0x04, alternative));
  return tlv(
    SEQUENCE,
    tlv(0xa0, tlv(0x02, Buffer.of(2))),
    tlv(0x02, Buffer.of(1)),
    ED25519,
    name,
    tlv(SEQUENCE, time(year), time(year + 1)),
    name,
    createPublicKey(key).export({ type: 'spki', format: 'der' }),
    tlv(0xa3, tlv(SEQUENCE, subjectAltName)),
  );
}

/** Has this process trust a certificate until the returned function is called. */
export function trusting({ cert }: Certificate): () => void {
  const before = getCACertificates('default');
  setDefaultCACertificates([...before, cert]);
  return () => setDefaultCACertificates(before);
}
