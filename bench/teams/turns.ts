import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCertificate } from '../../test/support/teams/certificate.ts';
import { Issuer } from '../../test/support/teams/issuer.ts';
import { FakeLogin } from '../../test/support/teams/login.ts';
import type { Figures } from '../benchmark.ts';
import { CountingServer } from '../counting-server.ts';
import { compare, type Target, TURNS } from '../crowd.ts';
import { SERVICE, type Serving, serviceIn, serving } from '../process.ts';
import { type MeasuredStore, type StoreKind, storeIn } from '../store.ts';
import { conversationOf, messageOf, objectIdOf, type Person } from './activities.ts';
import { connectorReply } from './connector.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const ECHO = [join(ROOT, 'bench', 'baseline', 'teams-echo.ts')];
const ORGANISATION = 'porsanger';
const APP = '1c2d3e4f-1111-2222-3333-444455556666';
/**
 * Teams takes 50 requests a second from a bot for each tenant, and our bot keeps to that. What is measured is the bot: so
 * there are many tenants, of each of which two people write in a round.
 */
const TENANTS: readonly string[] = Array.from({ length: 240 }, (_, i) => objectIdOf(`tenant ${i}`));
const [TENANT = ''] = TENANTS;
/** A greeting, a question, a report that is begun and dropped. Teams lets a bot answer that. */
const TEXTS = ['hei', 'hvem ringer jeg nå?', 'nettet er nede på skolen', 'avbryt'] as const;
const PASSWORD = 'a-password-of-this-machine';
const ROUNDS = 5;
/** Of an organisation. */
const TENANTS_EACH = 48;

/** Everything of Microsoft's that a bot needs, on this machine. */
interface Surroundings {
  readonly issuer: Issuer;
  readonly login: FakeLogin;
  readonly folder: string;
  /** The environment of a bot that knows only these. */
  readonly environment: Record<string, string>;
}

/**
 * Turns a second through Teams: from the first activity until the last reply has come to the connector, with the
 * channel's token proven on each request and the store in a file. Against the bare echo bot of Microsoft's SDK, with the
 * same token and the same activities.
 * @param against see `Benchmark`
 */
export async function benchmark(kind: StoreKind, against: string | null): Promise<Figures> {
  const around = await surroundings();
  const started: { stop(): unknown }[] = [];
  try {
    const store = await storeIn(around.folder, kind);
    started.unshift(store);
    const ours = await target(SERVICE, { ...around, store }, started);
    const other = against === null ? null : await storeIn(join(around.folder, 'other'), kind);
    if (other !== null) started.unshift(other);
    const baseline = against === null ? ECHO : serviceIn(against);
    const theirs = await target(baseline, { ...around, store: other ?? store }, started);
    const measured = await compare(ours, theirs, { rounds: ROUNDS, store });
    const about = { channel: 'teams', tenants: TENANTS.length, turns: TURNS, rounds: ROUNDS };
    return { ...measured, unit: 'turns/s', better: 'higher', ...about };
  } finally {
    for (const each of started) await each.stop();
    end(around);
  }
}

/** Each bot has a connector of its own: what one sends late disturbs the other's counts by nothing. */
async function target(
  words: readonly string[],
  around: Surroundings & { readonly store: MeasuredStore },
  started: { stop(): unknown }[],
): Promise<Target> {
  const platform = await CountingServer.start(connectorReply);
  started.unshift(platform);
  const bot: Serving = await serving(words, {
    ...around.environment,
    DRIFTVAKT_STORE: around.store.address,
  });
  started.unshift(bot);
  const serviceUrl = `${platform.address}/`;
  const token = await around.issuer.token({
    iss: around.issuer.cloud.issuer,
    aud: APP,
    serviceurl: serviceUrl,
  });
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` };
  const sending = { appId: APP, serviceUrl };
  const personOf = (name: string, i: number): Person => ({ name, tenant: TENANTS[i % TENANTS.length] ?? '' });
  return {
    ...{ ports: [bot.port], platform, texts: TEXTS, cpuMs: () => bot.cpuMs() },
    conversationOf: (name, i) => conversationOf(personOf(name, i)),
    messageOf: (name, i, id, text) => {
      const body = messageOf(sending, personOf(name, i), id, text);
      return { path: '/api/messages', headers, body };
    },
  };
}

async function surroundings(): Promise<Surroundings> {
  const folder = mkdtempSync(join(tmpdir(), 'driftvakt-teams-turns-'));
  const certificate = makeCertificate();
  const trusted = join(folder, 'login.pem');
  writeFileSync(trusted, certificate.certificate);
  const issuer = await Issuer.start();
  const login = await FakeLogin.start({ appId: APP, tenant: TENANT, password: PASSWORD }, certificate);
  const environment: Record<string, string> = {
    MicrosoftAppId: APP,
    MicrosoftAppPassword: PASSWORD,
    MicrosoftAppTenantId: TENANT,
    ToChannelFromBotLoginUrl: login.address,
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    ToBotFromChannelTokenIssuer: issuer.cloud.issuer,
    ToBotFromChannelOpenIdMetadataUrl: issuer.cloud.metadata,
    NODE_EXTRA_CA_CERTS: trusted,
    DRIFTVAKT_DEFAULT_ORG: ORGANISATION,
    DRIFTVAKT_PLAYBOOKS: playbooksIn(folder),
  };
  return { issuer, login, folder, environment };
}

/** The shipped playbook, for several organisations alike: one can have only so many tenants. */
function playbooksIn(folder: string): string {
  const playbooks = join(folder, 'playbooks');
  mkdirSync(playbooks);
  const shipped = readFileSync(join(ROOT, 'playbooks', `${ORGANISATION}.yaml`), 'utf8');
  for (let first = 0; first < TENANTS.length; first += TENANTS_EACH) {
    const name = first === 0 ? ORGANISATION : `${ORGANISATION}-${first}`;
    const tenants = JSON.stringify(TENANTS.slice(first, first + TENANTS_EACH));
    const own = shipped.replace(/^organisation: .*$/m, `organisation: ${name}`);
    writeFileSync(join(playbooks, `${name}.yaml`), `${own}\nteams:\n  tenants: ${tenants}\n`);
  }
  return playbooks;
}

function end({ issuer, login, folder }: Surroundings): void {
  issuer.stop();
  login.stop();
  rmSync(folder, { recursive: true });
}
