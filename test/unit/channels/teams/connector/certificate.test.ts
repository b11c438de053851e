import { X509Certificate } from 'node:crypto';
import { expect } from 'chai';
import { certificateFault, thumbprintOf } from '../../../../../src/channels/teams/connector/certificate.ts';
import { makeCertificate } from '../../../../support/teams/certificate.ts';

describe('the certificate of the app', () => {
  const [own, other, elliptic] = [makeCertificate(), makeCertificate(), makeCertificate('ec')];

  it('is known by its SHA-256', () => {
    const thumbprint = thumbprintOf(own.certificate);
    expect(thumbprint).to.match(/^[0-9A-F]{64}$/);
    expect(thumbprint).to.equal(new X509Certificate(own.certificate).fingerprint256.replaceAll(':', ''));
  });

  it('is taken with its own RSA key, and with those that signed it behind it', () => {
    expect(certificateFault(own.certificate, own.privateKey)).to.equal(null);
    expect(certificateFault(own.certificate + other.certificate, own.privateKey)).to.equal(null);
  });

  const faults: [string, string, string, string][] = [
    ['with another’s key', own.certificate, other.privateKey, 'belongs to another'],
    ['that is none', 'a secret', own.privateKey, 'no PEM certificate'],
    ['with a key that is none', own.certificate, 'a secret', 'no PEM key'],
    ['in the place of its key', own.certificate, own.certificate, 'no PEM key'],
    ['with a key on a curve', elliptic.certificate, elliptic.privateKey, 'RSA'],
  ];
  for (const [name, certificate, key, words] of faults)
    it(`is refused ${name}`, () => {
      expect(certificateFault(certificate, key)).to.include(words).and.not.include('a secret');
    });
});
