import { z } from 'zod';

/** Somebody's system, entered with a name and a secret. */
export interface HandoffAccount {
  /** Without name and secret. */
  readonly address: string;
  readonly name: string;
  readonly secret: string;
}

/** The mailbox into which suppliers answer. */
export interface MailboxSetup {
  readonly host: string;
  readonly port: number;
  /** Encrypted from the beginning. Else by STARTTLS, but on this machine. */
  readonly secure: boolean;
  readonly user: string;
  readonly password: string;
  readonly folder: string;
}

/** How orders go out, and how answers come in. Accounts are by the organisation's id as variables write it: `HERTOG_JAN`. */
export interface HandoffSetup {
  readonly topdesk: ReadonlyMap<string, HandoffAccount>;
  readonly webhook: ReadonlyMap<string, HandoffAccount>;
  /** Null: nothing is read. */
  readonly mailbox: MailboxSetup | null;
}

const MAILBOX =
  'is no mailbox; write imaps://user:password@imap.example.org/INBOX, or imap:// for one that encrypts by STARTTLS';
const ACCOUNT = /^DRIFTVAKT_(TOPDESK|WEBHOOK)_([A-Z][A-Z0-9_]{0,39})$/;
const LOCAL = /^(?:127\.0\.0\.1|localhost)$/;
/** A webhook is signed with it, and must not be guessed. */
const LEAST_SECRET = 32;

export const handoffVariables = z.object({
  DRIFTVAKT_IMAP_URL: z
    .string()
    .refine((text) => mailboxIn(text) !== null, MAILBOX)
    .optional(),
});

/** @param set variables that are not empty, found without fault */
export function handoffSetup(set: Readonly<Record<string, string | undefined>>): HandoffSetup {
  const accounts = (kind: string): [string, HandoffAccount][] =>
    Object.entries(set).flatMap(([name, value]) => {
      const [, found, organisation = ''] = ACCOUNT.exec(name) ?? [];
      const account = accountIn(value ?? '');
      return found === kind && account !== null ? [[organisation, account]] : [];
    });
  return {
    topdesk: new Map(accounts('TOPDESK')),
    webhook: new Map(accounts('WEBHOOK')),
    mailbox: mailboxIn(set.DRIFTVAKT_IMAP_URL ?? ''),
  };
}

/** How variables write an organisation's id. */
export function variableOf(organisation: string): string {
  return organisation.toUpperCase().replaceAll('-', '_');
}

/** What is wrong, by name; no value is quoted. */
export function handoffFaults(
  set: Readonly<Record<string, string | undefined>>,
  production: boolean,
): string[] {
  const faults = Object.entries(set).flatMap(([name, value = '']) => {
    const [, kind] = ACCOUNT.exec(name) ?? [];
    if (kind === undefined) return [];
    const fault = accountFault(value, kind, production);
    return fault === null ? [] : [`${name} ${fault}`];
  });
  if (set.DRIFTVAKT_IMAP_URL !== undefined && set.DRIFTVAKT_SMTP_URL === undefined)
    faults.push(
      'DRIFTVAKT_SMTP_URL is not set, but DRIFTVAKT_IMAP_URL is: answers come only to what was sent',
    );
  return faults;
}

function accountFault(text: string, kind: string, production: boolean): string | null {
  const account = accountIn(text);
  const [name, secret] = kind === 'TOPDESK' ? ['operator', 'application-password'] : ['key-name', 'secret'];
  if (account === null) return `is no address with both names; write https://${name}:${secret}@example.org`;
  const { protocol, hostname, pathname, search } = new URL(account.address);
  if (protocol !== 'https:' && (production || !LOCAL.test(hostname)))
    return 'has no https: a secret must not be read on the way';
  if (kind === 'TOPDESK' && (pathname !== '/' || search !== ''))
    return 'holds more than the host; write it as https://operator:application-password@example.topdesk.net';
  if (kind === 'WEBHOOK' && account.secret.length < LEAST_SECRET)
    return `has a secret that is too short; use at least ${LEAST_SECRET} random characters`;
  return null;
}

function accountIn(text: string): HandoffAccount | null {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username === '' || url.password === '')
    return null;
  const [name, secret] = [decoded(url.username), decoded(url.password)];
  if (name === null || secret === null) return null;
  url.username = '';
  url.password = '';
  url.hash = '';
  return { address: url.href, name, secret };
}

function mailboxIn(text: string): MailboxSetup | null {
  const url = URL.parse(text);
  if (url === null || !/^imaps?:$/.test(url.protocol) || url.hostname === '') return null;
  const [user, password, folder] = [url.username, url.password, url.pathname.slice(1)].map(decoded);
  if (!user || !password || folder == null || url.search !== '') return null;
  const secure = url.protocol === 'imaps:';
  const port = url.port === '' ? (secure ? 993 : 143) : Number(url.port);
  return { host: url.hostname, port, secure, user, password, folder: folder === '' ? 'INBOX' : folder };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
