import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { lastStage } from '../../support/image.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

interface Service {
  readonly image: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly command?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly stop_grace_period?: string;
}

const { services, volumes } = parse(textOf('compose.yaml'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};
const bots = Object.keys(services).filter((name) => name.startsWith('bot-'));
/** What `.env.example` explains. */
const explained = new Set([...textOf('.env.example').matchAll(/^([A-Za-z_]+)=/gm)].map(([, name]) => name));

describe('compose.yaml', () => {
  it('runs two bots that differ in nothing, both on the Redis that is there', () => {
    expect(bots).to.have.lengthOf(2);
    expect(services[bots[0] ?? '']).to.deep.equal(services[bots[1] ?? '']);
    expect(services[bots[0] ?? '']?.environment?.DRIFTVAKT_STORE).to.equal('redis://redis:6379');
    expect(services[bots[0] ?? '']?.depends_on).to.deep.equal({ redis: { condition: 'service_healthy' } });
  });

  it('has a Redis that writes down what it takes, and throws nothing away', () => {
    const said = services.redis?.command?.join(' ');
    for (const part of ['--appendonly yes', '--appendfsync everysec', '--maxmemory-policy noeviction'])
      expect(said).to.include(part);
    expect(services.redis?.volumes).to.deep.equal(['redis:/data']);
  });

  it('lets each service write nowhere but into its volumes, and raise no right', () => {
    for (const [name, service] of Object.entries(services)) {
      expect(service.read_only, name).to.equal(true);
      expect(service.cap_drop, name).to.deep.equal(['ALL']);
      expect(service.security_opt, name).to.deep.equal(['no-new-privileges:true']);
    }
  });

  it('sets only what the service reads, as the Dockerfile does', () => {
    const image = lastStage().flatMap((line) =>
      line.startsWith('ENV ') ? [...line.matchAll(/(\w+)=/g)].map(([, name = '']) => name) : [],
    );
    expect(image).to.include('DRIFTVAKT_STORE');
    for (const name of [...Object.keys(services[bots[0] ?? '']?.environment ?? {}), ...image])
      expect(explained, name).to.include(name);
  });

  it('waits longer for the end of a bot than a bot takes (10 s)', () => {
    expect(Number.parseInt(services[bots[0] ?? '']?.stop_grace_period ?? '', 10)).to.be.greaterThan(10);
  });

  it('has a balancer that knows both bots, and asks them whether they are ready', () => {
    const caddy = textOf('deploy/Caddyfile');
    const [, upstreams = ''] = /reverse_proxy (.*) \{/.exec(caddy) ?? [];
    expect(upstreams.split(' ')).to.deep.equal(bots.map((name) => `${name}:3978`));
    expect(caddy).to.match(/health_uri \/readyz/);
    for (const volume of services.balancer?.volumes ?? [])
      if (!volume.startsWith('.')) expect(Object.keys(volumes), volume).to.include(volume.split(':')[0]);
  });
});

describe('the Dockerfile', () => {
  it('ends on the same Node as the tests, as a user without rights', () => {
    const stage = lastStage();
    const { devDependencies } = JSON.parse(textOf('package.json')) as {
      devDependencies: Record<string, string>;
    };
    expect(stage[0]).to.equal(`FROM node:${devDependencies.node?.split('.')[0]}-slim`);
    expect(stage).to.include('USER node');
  });

  it('is given by .dockerignore what it copies, and nothing else', () => {
    const copied = [...textOf('Dockerfile').matchAll(/^COPY (?!--)(.*) \S+$/gm)]
      .flatMap(([, from = '']) => from.split(' '))
      .map((name) => `!${name}`);
    const letThrough = textOf('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'));
    expect(new Set(letThrough)).to.deep.equal(new Set(copied));
  });
});
