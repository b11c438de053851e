import { expect } from 'chai';
import { pino } from 'pino';
import { openMailbox, type Place } from '../../../src/handoffs/mailbox/imap.ts';
import type { ReadMail } from '../../../src/handoffs/mailbox/read-mail.ts';
import { MailboxReader } from '../../../src/handoffs/mailbox/reader.ts';
import type { Alarm } from '../../../src/ports/alarm.ts';
import { ImapServer, MAILBOX_USER } from '../../support/suppliers/imap.ts';

const mailOf = (subject: string, text = 'Hallo'): string =>
  `From: Support <support@nemesys.nl>\nTo: drift@example.org\nSubject: ${subject}\nMessage-ID: <${subject}@x>\n\n${text}\n`;
/** Rests are over at once. */
const soon: Alarm = {
  after(_ms, ring) {
    const timer = setTimeout(ring, 5);
    return () => clearTimeout(timer);
  },
};

describe('a mailbox over a real IMAP dialogue', function () {
  this.timeout(20_000);
  let imap: ImapServer;
  let taken: ReadMail[];
  let place: Place | null;
  let log: Record<string, unknown>[];
  let readers: MailboxReader[];
  beforeEach(async () => {
    imap = await ImapServer.start();
    [taken, place, log, readers] = [[], null, [], []];
  });
  afterEach(async () => {
    for (const reader of readers) await reader.stop();
    await imap.stop();
  });

  function read(
    take: (mail: ReadMail) => Promise<void> = async (mail) => void taken.push(mail),
  ): MailboxReader {
    const { port } = imap;
    const reader = new MailboxReader({
      open: () => openMailbox({ host: '127.0.0.1', port, secure: false, ...MAILBOX_USER, folder: 'INBOX' }),
      place: async () => place,
      keepPlace: async (now) => {
        place = now;
      },
      take,
      alarm: soon,
      log: pino({ level: 'info' }, { write: (line) => void log.push(JSON.parse(line)) }),
    });
    readers.push(reader);
    reader.start();
    return reader;
  }

  async function until(what: string, isSo: () => boolean): Promise<void> {
    for (const end = Date.now() + 15_000; !isSo(); ) {
      if (Date.now() > end) throw new Error(`never: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
  const subjects = (): string[] => taken.map(({ subject }) => subject);

  it('is read from the first time on, mail by mail as they come, and nothing in it is changed', async () => {
    imap.receive(mailOf('old'));
    read();
    await until('a beginning', () => place !== null);
    for (const subject of ['one', 'two']) imap.receive(mailOf(subject));
    await until('both', () => taken.length === 2);
    imap.receive(mailOf('three'));
    await until('the third', () => taken.length === 3);
    expect(subjects()).to.deep.equal(['one', 'two', 'three']);
    expect(taken[0]).to.include({ from: 'support@nemesys.nl', text: 'Hallo', hasFile: false });
    expect(imap.fetched).to.deep.equal([2, 3, 4]);
    expect(place).to.deep.equal({ validity: String(imap.validity), uid: 4 });
  });

  it('goes on after a broken connection and after a restart, where it was', async () => {
    const first = read();
    await until('a beginning', () => place !== null);
    imap.receive(mailOf('one'));
    await until('the first', () => taken.length === 1);
    imap.cut();
    imap.receive(mailOf('two'));
    await until('the second', () => taken.length === 2);
    await first.stop();
    imap.receive(mailOf('three'));
    read();
    await until('the third', () => taken.length === 3);
    expect(subjects()).to.deep.equal(['one', 'two', 'three']);
  });

  it('that could not be taken in is read again', async () => {
    let fails = 2;
    read(async (mail) => {
      if (fails-- > 0) throw new Error('the disk is full');
      taken.push(mail);
    });
    await until('a beginning', () => place !== null);
    imap.receive(mailOf('one'));
    await until('it is taken', () => taken.length === 1);
    expect(subjects()).to.deep.equal(['one']);
  });

  it('goes on behind a mail that is made so that nobody can read it, and says so', async () => {
    const reader = read();
    await until('it listens', () => place !== null);
    const parts = Array.from(
      { length: 40 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`,
    );
    imap.receive(`From: a@nemesys.nl\nSubject: deep\n${parts.join('')}\n\nHallo\n`);
    imap.receive(mailOf('after'));
    await until('the next is there', () => taken.length > 0);
    await reader.stop();
    expect(subjects()).to.deep.equal(['after']);
    expect(log.map(({ msg }) => msg)).to.deep.equal([
      'a mail cannot be read, and is left where it lies: look at it there',
    ]);
  });

  it('that is numbered anew is read again; the same mail has the same id', async () => {
    read();
    await until('a beginning', () => place !== null);
    imap.receive(mailOf('one'));
    await until('the first', () => taken.length === 1);
    imap.renumber();
    imap.cut();
    await until('it again', () => taken.length === 2);
    expect(taken[0]?.id).to.equal(taken[1]?.id);
  });

  it('that refuses the login is told once, with what to do, and tried again', async () => {
    imap.refuses = true;
    read();
    await until('several tries', () => imap.logins >= 3);
    const errors = log.filter(({ level }) => level === 50);
    expect(errors).to.have.length(1);
    expect(JSON.stringify(errors)).to.contain('DRIFTVAKT_IMAP_URL').and.not.contain('quoted');
    imap.refuses = false;
    await until('it works', () => place !== null);
  });
});
