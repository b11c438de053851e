import { z } from 'zod';

/** How this machine calls itself. */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** A web address that is safe to ask: over https, or without it on this machine, which production refuses besides. */
export const machineAddress = z
  .string()
  .refine(
    (text) => isSafe(text, (host) => host === '127.0.0.1'),
    'is no address with https:// (or http://127.0.0.1 outside production), without blanks and user',
  );

/** Under which people reach the service: its origin, without a slash at the end. */
export const publicAddress = z
  .string()
  .refine((text) => isSafe(text, (host) => LOOPBACK.test(host)), {
    error: 'is no address with https://; write it as https://bot.example.org',
    abort: true,
  })
  .refine(
    (text) => isOrigin(new URL(text)),
    'holds more than the host (and port); write it as https://bot.example.org, without path and query',
  )
  .transform((text) => new URL(text).origin);

/** Whether what is sent there can be read on the way. */
export function isPlain(address: string | undefined): boolean {
  return URL.canParse(address ?? '') && new URL(address ?? '').protocol === 'http:';
}

function isSafe(text: string, isHere: (host: string) => boolean): boolean {
  if (!URL.canParse(text) || /\s/.test(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && isHere(hostname));
}

function isOrigin({ origin, href }: URL): boolean {
  return href === `${origin}/`;
}
