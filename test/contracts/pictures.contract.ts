import { expect } from 'chai';
import { PicturesError } from '../../src/ports/pictures/error.ts';
import { PICTURE_LIMITS } from '../../src/ports/pictures/limits.ts';
import type { PictureType } from '../../src/ports/pictures/type.ts';
import type { Pictures } from '../../src/ports/pictures.ts';
import { SAMPLES, samplePicture } from '../support/pictures.ts';

const NOON = Date.UTC(2026, 10, 23, 12);
const DAY = 86_400_000;
const NO_ID = '0'.repeat(64);

/** What an action was refused with. */
export async function refusalOf(action: () => Promise<unknown>): Promise<PicturesError> {
  try {
    await action();
  } catch (cause) {
    if (cause instanceof PicturesError) return cause;
    throw cause;
  }
  throw new Error('nothing was refused');
}

/** What every place for pictures does, whatever it is made of. */
export function picturesContract(name: string, open: (maxBytes?: number) => Promise<Pictures>): void {
  describe(`pictures (${name})`, () => {
    let pictures: Pictures;
    beforeEach(async () => {
      pictures = await open();
    });

    for (const [type, bytes] of SAMPLES)
      it(`gives back ${type} as it came`, async () => {
        const id = await pictures.keep(bytes, type, NOON);
        const kept = await pictures.read(id);
        expect(kept?.type).to.equal(type);
        expect(Buffer.compare(kept?.bytes ?? Buffer.alloc(0), bytes)).to.equal(0);
      });

    it('names the same picture the same, and another otherwise', async () => {
      const ids = await Promise.all(
        [1, 2, 1, 1].map((number) =>
          pictures.keep(samplePicture('image/png', 500, number), 'image/png', NOON),
        ),
      );
      expect(new Set(ids).size).to.equal(2);
      expect(ids[0]).to.match(/^[0-9a-f]{64}$/);
      expect([ids[2], ids[3]]).to.deep.equal([ids[0], ids[0]]);
    });

    it('keeps what it took when the caller goes on to use the bytes', async () => {
      const bytes = samplePicture();
      const id = await pictures.keep(bytes, 'image/png', NOON);
      bytes.fill(0);
      const first = await pictures.read(id);
      first?.bytes.fill(0);
      expect(Buffer.compare((await pictures.read(id))?.bytes ?? bytes, samplePicture())).to.equal(0);
    });

    it('has nothing under an id that is unknown, or none', async () => {
      const id = await pictures.keep(samplePicture(), 'image/png', NOON);
      for (const wrong of [NO_ID, '', id.slice(1), id.toUpperCase(), `../${id}`, `${id}.part`, 'a\0b', '.'])
        expect(await pictures.read(wrong), wrong).to.equal(null);
    });

    it('refuses what is no picture of the named type, whatever it is called', async () => {
      const wrong: [Buffer, PictureType][] = [
        [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), 'image/png'],
        [Buffer.from('<!doctype html><script>1</script>'), 'image/gif'],
        [samplePicture('image/png'), 'image/jpeg'],
        [Buffer.alloc(0), 'image/png'],
        [samplePicture(), 'image/svg+xml' as PictureType],
      ];
      for (const [bytes, type] of wrong)
        expect((await refusalOf(() => pictures.keep(bytes, type, NOON))).code).to.equal('invalid');
      expect((await refusalOf(() => pictures.keep(samplePicture(), 'image/png', 0.5))).code).to.equal(
        'invalid',
      );
    });

    it('takes the largest picture, and no larger one', async () => {
      const largest = samplePicture('image/jpeg', PICTURE_LIMITS.bytes);
      const id = await pictures.keep(largest, 'image/jpeg', NOON);
      expect((await pictures.read(id))?.bytes.length).to.equal(PICTURE_LIMITS.bytes);
      const larger = samplePicture('image/jpeg', PICTURE_LIMITS.bytes + 1);
      expect((await refusalOf(() => pictures.keep(larger, 'image/jpeg', NOON))).code).to.equal('too-large');
    });

    it('refuses new pictures when it is full, keeps what it has, and goes on when there is room', async () => {
      const small = await open(20_000);
      const keep = (number: number, at: number) =>
        small.keep(samplePicture('image/png', 8000, number), 'image/png', at);
      const first = await keep(1, NOON);
      await keep(2, NOON + 1);
      const refusal = await refusalOf(() => keep(3, NOON));
      expect([refusal.code, refusal.message]).to.satisfy(
        ([code, message]: [string, string]) => code === 'full' && message.includes('limit of 20000 bytes'),
      );
      expect(await keep(1, NOON)).to.equal(first);
      expect(await small.prune({ keptBefore: NOON + 1, limit: 10 })).to.equal(1);
      expect(await small.read(await keep(3, NOON))).not.to.equal(null);
    });

    it('counts the smallest pictures for what they take of a disk', async () => {
      const small = await open(3 * PICTURE_LIMITS.leastBytes);
      const keep = (number: number) => small.keep(samplePicture('image/gif', 60, number), 'image/gif', NOON);
      for (const number of [1, 2, 3]) await keep(number);
      expect((await refusalOf(() => keep(4))).code).to.equal('full');
    });

    it('prunes the oldest first, in portions, and nothing younger', async () => {
      const ids: string[] = [];
      for (const day of [3, 1, 2, 4])
        ids[day] = await pictures.keep(samplePicture('image/png', 90, day), 'image/png', NOON + day * DAY);
      const left = async () =>
        (await Promise.all(ids.slice(1).map((id) => pictures.read(id)))).map((kept) => kept !== null);
      const request = { keptBefore: NOON + 4 * DAY, limit: 2 };
      expect(await pictures.prune(request)).to.equal(2);
      expect(await left()).to.deep.equal([false, false, true, true]);
      expect(await pictures.prune(request)).to.equal(1);
      expect(await pictures.prune(request)).to.equal(0);
      expect(await left()).to.deep.equal([false, false, false, true]);
    });

    it('makes a picture younger that is sent again, and never older', async () => {
      const keep = (at: number) => pictures.keep(samplePicture(), 'image/png', at);
      const id = await keep(NOON);
      await keep(NOON + 2 * DAY);
      await keep(NOON + DAY);
      expect(await pictures.prune({ keptBefore: NOON + 2 * DAY, limit: 10 })).to.equal(0);
      expect(await pictures.read(id)).not.to.equal(null);
      expect(await pictures.prune({ keptBefore: NOON + 2 * DAY + 1, limit: 10 })).to.equal(1);
    });

    it('never prunes what is being kept again', async () => {
      const keep = (at: number) => pictures.keep(samplePicture(), 'image/png', at);
      await keep(NOON);
      const [id] = await Promise.all([
        keep(NOON + DAY),
        pictures.prune({ keptBefore: NOON + 1, limit: 10 }),
        keep(NOON + DAY),
      ]);
      expect(await pictures.read(id)).not.to.equal(null);
    });

    it('refuses to prune by half an instant, or without bound', async () => {
      for (const request of [
        { keptBefore: Number.NaN, limit: 1 },
        { keptBefore: NOON, limit: 0 },
        { keptBefore: NOON, limit: PICTURE_LIMITS.pruneSize + 1 },
      ])
        expect((await refusalOf(() => pictures.prune(request))).code).to.equal('invalid');
    });
  });
}
