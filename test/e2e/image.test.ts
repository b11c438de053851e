import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { type Image, imageHere, lastStage } from '../support/image.ts';

/** Nobody, on every Linux. */
const NOBODY = 65_534;
const ROOT = join(import.meta.dirname, '..', '..');

describe('what the Dockerfile puts into the image', function () {
  this.timeout(60_000);
  let image: Image;
  let files: readonly string[];
  let service: ChildProcess | undefined;
  let environment: Record<string, string>;
  let address: string;

  before(async () => {
    image = imageHere();
    files = filesIn(image.app);
    mkdirSync(join(image.data, 'playbooks'));
    // In production a playbook that still holds placeholder numbers is refused.
    copyFileSync(
      join(ROOT, 'playbooks', 'falkenberg.yaml'),
      join(image.data, 'playbooks', 'falkenberg.yaml'),
    );
    environment = {
      ...image.environment,
      ...{ HOST: '127.0.0.1', PORT: '0', DRIFTVAKT_PLAYBOOKS: join(image.data, 'playbooks') },
      ...{ DRIFTVAKT_STORE: join(image.data, 'driftvakt.sqlite') },
      DRIFTVAKT_LINK_SECRET: 'a secret of this test, 32 long or more',
      DRIFTVAKT_PUBLIC_URL: 'https://bot.example.org',
    };
    service = spawn(process.execPath, image.words, { cwd: image.app, env: environment, ...other(image) });
    address = await listening(service);
  });
  after(async () => {
    if (service?.exitCode === null) service.kill('SIGKILL');
    image.remove();
  });

  it('serves in production, with nothing beside it, as a user who may write nowhere but into its data', async () => {
    for (const path of ['/readyz', '/healthz', '/status/falkenberg'])
      expect((await fetch(address + path)).status, path).to.equal(200);
    expect((await fetch(`${address}/`)).status).to.equal(404);
    expect(filesIn(image.app)).to.deep.equal(files);
  });

  it('knows by its own check whether it is alive', async () => {
    const [, check = '[]'] = /^HEALTHCHECK .*?CMD (.*)$/m.exec(lastStage().join('\n')) ?? [];
    const [, ...words] = JSON.parse(check) as string[];
    const asked = (port: string) => spawnSync(process.execPath, words, { env: { PORT: port } }).status;
    expect(asked(new URL(address).port)).to.equal(0);
    expect(asked('1')).to.equal(1);
  });

  it('ends when it is told to, and says so', async () => {
    const exited = service && once(service, 'exit');
    service?.kill('SIGTERM');
    expect((await exited)?.[0]).to.equal(0);
  });
});

/** Another user, where this one may become it and all that it needs may be read: root writes wherever it likes. */
function other({ app }: Image): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const as = { uid: NOBODY, gid: NOBODY };
  const { status } = spawnSync(process.execPath, ['-e', 'require("./pino")'], {
    ...{ cwd: join(app, 'node_modules'), ...as },
  });
  return status === 0 ? as : {};
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => !path.startsWith('node_modules'))
    .sort();
}

/** Where it listens, as it says itself. */
function listening(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (part) => {
      said += String(part);
      const at = / at (http:\/\/[^\s"]+)/.exec(said)?.[1];
      if (at !== undefined) resolve(at.replace(/\/$/, ''));
    });
    child.stderr?.on('data', (part) => (said += String(part)));
    child.once('exit', (code) => reject(new Error(`it ended with ${code}: ${said}`)));
  });
}
