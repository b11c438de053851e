import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { MailServer } from '../support/mail-server.ts';
import { hasRedis, RedisServer } from '../support/redis-server.ts';
import { ServiceProcess } from '../support/service-process.ts';
import { ImapServer } from '../support/suppliers/imap.ts';

const PATIENCE_MS = 40_000;

describe('the mailbox of several processes', function () {
  this.timeout(150_000);
  let redis: RedisServer;
  let imap: ImapServer;
  let mail: MailServer;
  const running: ServiceProcess[] = [];

  before(async function () {
    if (!hasRedis()) this.skip();
    [redis, imap, mail] = await Promise.all([RedisServer.start(), ImapServer.start(), MailServer.start()]);
    await start();
    await until(() => imap.logins === 1);
    await start();
  });
  after(async () => {
    for (const service of running) await service.kill();
    await mail?.stop();
    await imap?.stop();
    await redis?.stop();
  });

  async function start(): Promise<ServiceProcess> {
    const service = await ServiceProcess.start({
      ...{ DRIFTVAKT_STORE: redis.url, DRIFTVAKT_IMAP_URL: imap.address, LOG_LEVEL: 'error' },
      ...{ DRIFTVAKT_SMTP_URL: mail.addressFor(), DRIFTVAKT_MAIL_FROM: 'Driftvakt <bot@example.org>' },
    });
    running.push(service);
    return service;
  }

  async function until(isSo: () => boolean): Promise<void> {
    for (const deadline = Date.now() + PATIENCE_MS; !isSo(); await pause(50))
      if (Date.now() > deadline) throw new Error(`${imap.logins} logins, read: ${imap.fetched}`);
  }

  async function read(): Promise<void> {
    const uid = imap.nextUid;
    imap.receive(`From: a@example.org\nSubject: hei ${uid}\nMessage-ID: <${uid}@example.org>\n\nhei\n`);
    await until(() => imap.fetched.includes(uid));
  }

  it('is read by one, and by another one when that is killed', async () => {
    await read();
    expect(imap.connections).to.equal(1);
    // Whichever of the first two reads it, it is killed by then.
    for (const first of [...running]) {
      await first.kill();
      await start();
      await read();
    }
    expect(new Set(imap.fetched)).to.deep.equal(new Set([1, 2, 3]));
    await until(() => imap.connections === 1);
  });
});
