import { expect } from 'chai';
import { pino } from 'pino';
import { type FetchPicture, pictureFetcher } from '../../../../src/channels/pictures/fetch.ts';
import { keepPictures } from '../../../../src/channels/pictures/keep-pictures.ts';
import { type KeepPicture, pictureKeeper } from '../../../../src/channels/pictures/keeper.ts';
import { FETCH_LIMITS } from '../../../../src/channels/pictures/limits.ts';
import type { Picture } from '../../../../src/domain/reports/report.ts';
import { PicturesError } from '../../../../src/ports/pictures/error.ts';
import type { Pictures } from '../../../../src/ports/pictures.ts';
import type { Inbound } from '../../../../src/runtime/inbound.ts';
import { memoryPictures } from '../../../../src/storage/files/memory.ts';
import { samplePicture } from '../../../support/pictures.ts';
import { type Host, host, PICTURE, shows, TOKEN, wantsToken } from './hosts.ts';

const clock = { now: () => Temporal.Instant.from('2026-11-23T12:00:00Z') };
const said = (...pictures: Picture[]): Inbound => ({
  ...{ id: 'teams/1', organisation: 'porsanger', conversation: 'teams/porsanger/1', ahead: 0 },
  from: { user: 'u', desk: false, locale: null, role: null, site: null },
  what: { kind: 'said', text: 'look', pictures },
});
const picturesIn = ({ what }: Inbound) => (what.kind === 'said' ? what.pictures : []);
const never: KeepPicture = () => new Promise(() => undefined);

describe('keeping the pictures of a message', () => {
  it('leaves every other event as it is', async () => {
    const pressed: Inbound = { ...said(), what: { kind: 'pressed', choice: 'c', fields: {} } };
    for (const inbound of [pressed, said()]) expect(await keepPictures(inbound, never)).to.equal(inbound);
  });

  it('replaces the addresses, in their order, and nothing else', async () => {
    const inbound = said({ name: 'a', address: 'https://x/1' }, { name: 'b', address: 'https://x/2' });
    const kept = await keepPictures(inbound, async (address) =>
      address.endsWith('2') ? null : `${address}/kept`,
    );
    expect(kept).to.deep.equal(said({ name: 'a', address: 'https://x/1/kept' }, { name: 'b', address: '' }));
  });

  it('waits for none beyond its time, keeps what came by then, and calls the rest off', async () => {
    let calledOff = 0;
    const slow: KeepPicture = async (address, signal) => {
      if (address === 'fast') return 'kept';
      signal.addEventListener('abort', () => calledOff++);
      return never(address, signal);
    };
    const names = ['slow', 'fast', 'slow'].map((address) => ({ name: address, address }));
    const kept = picturesIn(await keepPictures(said(...names), slow, 20));
    expect(kept.map(({ address }) => address)).to.deep.equal(['', 'kept', '']);
    expect(calledOff).to.equal(2);
  });

  it('fetches no more than ten', async () => {
    const asked: string[] = [];
    const many = Array.from({ length: 12 }, (_, i) => ({ name: '', address: String(i) }));
    const kept = await keepPictures(said(...many), async (address) => {
      asked.push(address);
      return 'kept';
    });
    expect([asked.length, picturesIn(kept).length, picturesIn(kept).at(-1)?.address]).to.deep.equal([
      10,
      12,
      '',
    ]);
  });
});

describe('keeping a picture', () => {
  const hosts: Host[] = [];
  const lines: string[] = [];
  const log = pino({}, { write: (line: string) => lines.push(line) });
  afterEach(() => {
    for (const one of hosts.splice(0)) one.stop();
    lines.length = 0;
  });
  const keeper = (fetch: FetchPicture, pictures: Pick<Pictures, 'keep'> = memoryPictures()) =>
    pictureKeeper({ fetch, pictures, clock, log, addressOf: (id) => `https://bot/pictures/${id}` });
  const signal = new AbortController().signal;
  const comes: FetchPicture = async () => ({ bytes: PICTURE, type: 'image/png' });

  it('fetches what was sent with its token and gives it an address of ours, the same each time', async () => {
    const service = await host(wantsToken);
    hosts.push(service);
    const pictures = memoryPictures();
    const bearer = { hosts: new Set([service.at]), token: async () => TOKEN };
    const keep = keeper(pictureFetcher({ allowLoopback: true }), pictures)(bearer);
    const sent = said({
      name: 'screen.png',
      address: `http://${service.at}/v3/attachments/1/views/original`,
    });
    const [once, again] = [await keepPictures(sent, keep), await keepPictures(sent, keep)];
    expect(again).to.deep.equal(once);
    const id = picturesIn(once)[0]?.address.replace('https://bot/pictures/', '') ?? '';
    expect(Buffer.compare((await pictures.read(id))?.bytes ?? Buffer.alloc(0), PICTURE)).to.equal(0);
    expect(lines).to.deep.equal([]);
  });

  it('tells the log why one was lost, and neither its address nor the token', async () => {
    const service = await host(wantsToken);
    hosts.push(service);
    const keep = keeper(pictureFetcher({ allowLoopback: true }))({
      hosts: new Set([service.at]),
      token: async () => 'a-wrong-secret',
    });
    expect(await keep(`http://${service.at}/?tempauth=secret`, signal)).to.equal(null);
    expect(lines.map((line) => JSON.parse(line).fault)).to.deep.equal(['denied']);
    expect(lines.join()).not.to.match(/secret|127\.0\.0\.1/);
  });

  it('loses a picture, not the message, when there is no room for it', async () => {
    const full = async () => {
      throw new PicturesError('disk-full', 'The folder is full. Free some space.');
    };
    const keep = keeper(comes, { keep: full })();
    expect(picturesIn(await keepPictures(said({ name: 'a', address: 'x' }), keep))).to.deep.equal([
      { name: 'a', address: '' },
    ]);
    const { level, fault, advice } = JSON.parse(lines[0] ?? '');
    expect([level, fault, advice]).to.deep.equal([50, 'disk-full', 'The folder is full. Free some space.']);
  });

  it('loses a picture, not the message, by a fault of the program, which is told', async () => {
    const keep = keeper(async () => {
      throw new TypeError('secret words');
    })();
    expect(await keep('x', signal)).to.equal(null);
    expect([JSON.parse(lines[0] ?? '').fault, lines.join().includes('secret')]).to.deep.equal([
      'TypeError',
      false,
    ]);
  });

  it('has no more than a few at once for all messages; who waits too long is lost, and leaves its place', async () => {
    const open: (() => void)[] = [];
    let atOnce = 0;
    let most = 0;
    const held: FetchPicture = async () => {
      most = Math.max(most, ++atOnce);
      await new Promise<void>((resolve) => open.push(resolve));
      atOnce--;
      return { bytes: samplePicture(), type: 'image/png' };
    };
    const keep = keeper(held)();
    const impatient = new AbortController();
    const first = Array.from({ length: FETCH_LIMITS.atOnce }, () => keep('x', signal));
    const lost = [keep('x', impatient.signal), keep('x', AbortSignal.abort())];
    const last = [keep('x', signal), keep('x', signal)];
    impatient.abort();
    expect(await Promise.all(lost)).to.deep.equal([null, null]);
    for (const end of open.splice(0)) end();
    expect((await Promise.all(first)).includes(null)).to.equal(false);
    for (const end of open.splice(0)) end();
    expect((await Promise.all(last)).includes(null)).to.equal(false);
    expect([most, atOnce]).to.deep.equal([FETCH_LIMITS.atOnce, 0]);
    expect(lines.map((line) => JSON.parse(line).fault)).to.deep.equal(['busy', 'busy']);
  });

  it('is open for the picture that is shown without a token too', async () => {
    const files = await host(shows);
    hosts.push(files);
    const keep = keeper(pictureFetcher({ allowLoopback: true }))();
    expect(await keep(`http://${files.at}/a.png`, signal)).to.match(
      /^https:\/\/bot\/pictures\/[0-9a-f]{64}$/,
    );
  });
});
