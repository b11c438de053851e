import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A self-signed certificate for this machine, and its key, in PEM. */
export interface TestCertificate {
  readonly certificate: string;
  readonly privateKey: string;
}

/** Makes one with the `openssl` command, fresh for each test. */
export function makeCertificate(key: 'rsa:2048' | 'ec' = 'rsa:2048'): TestCertificate {
  const folder = mkdtempSync(join(tmpdir(), 'driftvakt-certificate-'));
  const [certificate, privateKey] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
  const curve = key === 'ec' ? ['-pkeyopt', 'ec_paramgen_curve:prime256v1'] : [];
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const files = ['-keyout', privateKey, '-out', certificate];
  try {
    execFileSync(
      'openssl',
      ['req', '-x509', '-nodes', '-days', '2', '-newkey', key, ...curve, ...names, ...files],
      { stdio: 'pipe' },
    );
    return { certificate: readFileSync(certificate, 'utf8'), privateKey: readFileSync(privateKey, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
