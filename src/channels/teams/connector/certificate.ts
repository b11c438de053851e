import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';

/**
 * What a certificate is known by at the login service: its SHA-256, in hexadecimal.
 * @throws if `pem` holds no certificate
 */
export function thumbprintOf(pem: string): string {
  return new X509Certificate(pem).fingerprint256.replaceAll(':', '');
}

/** Why a certificate and its key, both in PEM, cannot be used; null if they can. Nothing of them is in the answer. */
export function certificateFault(certificate: string, privateKey: string): string | null {
  const read = readable(() => new X509Certificate(certificate));
  if (read === null) return 'the certificate is no PEM certificate';
  const key = readable((): KeyObject => createPrivateKey(privateKey));
  if (key === null) return 'the private key of the certificate is no PEM key without a passphrase';
  if (key.asymmetricKeyType !== 'rsa')
    return 'the certificate must have an RSA key: the login service takes no other';
  return read.checkPrivateKey(key) ? null : 'the private key belongs to another certificate';
}

function readable<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    // What OpenSSL says of it may quote it.
    return null;
  }
}
