import { DEFAULT_PREFIX } from './keys.ts';

/** Where Redis is, and under which prefix the keys are. */
export interface RedisAddress {
  readonly kind: 'single' | 'sentinel' | 'cluster';
  /** Encrypted, with a certificate that the machine trusts (NODE_EXTRA_CA_CERTS adds one). */
  readonly tls: boolean;
  /** The server; the sentinels; or some servers of the cluster, of which one has to answer. */
  readonly hosts: readonly { readonly host: string; readonly port: number }[];
  readonly user: string | undefined;
  readonly password: string | undefined;
  /** Of the sentinels themselves, if they ask for one. */
  readonly sentinelPassword?: string;
  /** Of sentinels: how they call the server. */
  readonly master: string | undefined;
  readonly database: number;
  readonly prefix: string;
  /** How it is called in errors and the log: without user and password. */
  readonly name: string;
}

const PORTS = { single: 6379, sentinel: 26_379, cluster: 6379 } as const;
const MOST_HOSTS = 16;

/** Whether a text is meant as an address of Redis. */
export function isRedisAddress(text: string): boolean {
  return /^rediss?(\+[a-z]+)?:/i.test(text);
}

/**
 * Reads `redis://`, `redis+sentinel://` or `redis+cluster://` (with `rediss` encrypted), as
 * `redis+sentinel://user:password@one:26379,two:26379/mymaster?db=0&prefix=driftvakt`.
 * @returns what is wrong with it, as a text that quotes nothing of it
 */
export function readRedisAddress(text: string): RedisAddress | string {
  const pattern =
    /^redis(s?)(?:\+(sentinel|cluster))?:\/\/(?:([^:@/?#]*)(?::([^@/?#]*))?@)?([^@/?#]+)(?:\/([^?#]*))?(?:\?([^#]*))?$/i;
  const [whole, secure, form, user, password, list = '', path = '', query = ''] = pattern.exec(text) ?? [];
  if (whole === undefined)
    return 'is no address of Redis; write redis://host:6379, rediss:// for TLS, redis+sentinel://one,two/master or redis+cluster://one,two';
  const kind = (form?.toLowerCase() ?? 'single') as RedisAddress['kind'];
  const hosts = list.split(',').map((each) => hostOf(each, PORTS[kind]));
  const options = new URLSearchParams(query);
  const [prefix, database] = [options.get('prefix') ?? DEFAULT_PREFIX, databaseOf(kind, path, options)];
  const fault = faultOf({ kind, hosts, path, options, prefix, database });
  if (fault !== null) return fault;
  const name = `redis${secure === '' ? '' : 's'}${kind === 'single' ? '' : `+${kind}`}://${list}`;
  return {
    ...{ kind, tls: secure !== '', prefix, database, name },
    hosts: hosts.filter((each) => each !== null),
    user: decoded(user),
    password: decoded(password),
    master: kind === 'sentinel' ? path : undefined,
  };
}

interface Parts {
  readonly kind: RedisAddress['kind'];
  readonly hosts: readonly (object | null)[];
  readonly path: string;
  readonly options: URLSearchParams;
  readonly prefix: string;
  readonly database: number;
}

function faultOf({ kind, hosts, path, options, prefix, database }: Parts): string | null {
  if (hosts.includes(null) || hosts.length > MOST_HOSTS)
    return `names hosts that are none; write host:port, at most ${MOST_HOSTS}, with commas between`;
  if (kind === 'single' && hosts.length > 1)
    return 'names several hosts; write redis+cluster:// or redis+sentinel://';
  if (kind === 'sentinel' && path === '')
    return 'does not name the master; write redis+sentinel://one,two/mymaster';
  if (Number.isNaN(database)) return 'names no database; write a number, as in redis://host/0';
  if (kind === 'cluster' && database !== 0)
    return 'names a database, of which a cluster has only 0; leave it out';
  if (!/^[a-z0-9][a-z0-9._-]{0,39}$/i.test(prefix))
    return 'has a prefix that is none; take letters, digits, "." "_" "-", at most 40';
  const unknown = [...options.keys()].find((name) => name !== 'prefix' && name !== 'db');
  return unknown === undefined ? null : 'has options that are unknown; there are prefix and db';
}

function hostOf(text: string, port: number): { host: string; port: number } | null {
  const [, bracketed, plain, digits] =
    /^(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+))(?::(\d{1,5}))?$/i.exec(text) ?? [];
  const host = bracketed ?? plain;
  const number = digits === undefined ? port : Number(digits);
  return host === undefined || number < 1 || number > 65_535 ? null : { host, port: number };
}

function databaseOf(kind: RedisAddress['kind'], path: string, options: URLSearchParams): number {
  const text = options.get('db') ?? (kind === 'sentinel' ? '' : path);
  if (text === '') return 0;
  return /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
}

/** What is written with % in addresses. */
function decoded(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
