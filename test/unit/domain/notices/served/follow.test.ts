import { expect } from 'chai';
import type { Notice } from '../../../../../src/domain/notices/notice.ts';
import { followed } from '../../../../../src/domain/notices/served/follow.ts';
import { shareOf } from '../../../../../src/domain/notices/served/share.ts';
import { outageNotice } from '../../../../support/notices.ts';
import { shipped } from '../../../../support/playbooks.ts';
import { scenarioE } from '../../../../support/scenario-e.ts';
import { example } from '../../../../support/served-playbooks.ts';

const itcentrum = shipped('itcentrum');
const tierp = example('tierp');
const NOW = Date.UTC(2026, 10, 23, 12);
const outage = (change: Parameters<typeof outageNotice>[0] = {}) =>
  outageNotice({ organisation: 'itcentrum', services: ['tes'], ...change });
const share = (notice: Notice) => shareOf(itcentrum, tierp, notice);

/** What an organisation has of a notice at first. */
function begun(notice: Notice): Notice {
  const made = followed(null, share(notice), { revision: notice.revision, news: 'new' }, NOW);
  if (made === null) throw new Error('nothing was made');
  return made.notice;
}

describe('a notice that follows a department’s', () => {
  it('begins with a revision of its own, and tells people', () => {
    const made = followed(
      null,
      share(outage({ revision: 7, seenTo: ['x'] })),
      { revision: 7, news: 'important' },
      NOW,
    );
    expect(made?.news).to.equal('new');
    expect(made?.notice).to.deep.include({ organisation: 'tierp', revision: 1, seenTo: [] });
  });

  it('begins in silence where the department did', () => {
    expect(followed(null, share(outage()), { revision: 1, news: null }, NOW)?.news).to.equal(null);
  });

  it('does not begin where it does not concern anybody, or was taken back before', () => {
    const heard = { revision: 1, news: 'new' } as const;
    expect(followed(null, null, heard, NOW)).to.equal(null);
    expect(followed(null, share(outage({ publication: 'recalled' })), heard, NOW)).to.equal(null);
    expect(followed(null, share(outage({ publication: 'to-confirm' })), heard, NOW)).to.equal(null);
  });

  it('changes with it, and says again what is important', () => {
    const first = begun(outage());
    const long = outage({ revision: 2, long: true });
    const made = followed(first, share(long), { revision: 2, news: 'important' }, NOW);
    expect(made?.news).to.equal('important');
    expect(made?.notice).to.deep.include({ revision: 2, long: true });
    expect(made?.notice.origin).to.deep.include({ revision: 2, seen: 2 });
  });

  it('is not changed by what only fell due there, or by what is heard twice', () => {
    const first = begun(outage());
    const ticked = share(outage({ revision: 2, seenTo: ['next-word/1'], changedAt: NOW }));
    const made = followed(first, ticked, { revision: 2, news: 'reminder' }, NOW);
    expect(made).to.deep.equal({
      news: null,
      notice: { ...first, origin: { ...first.origin, revision: 2 } },
    });
    expect(followed(made!.notice, ticked, { revision: 2, news: 'important' }, NOW)).to.equal(null);
    expect(followed(made!.notice, ticked, { revision: 1, news: 'important' }, NOW)).to.equal(null);
  });

  it('says once more what was important and was seen before it was heard of', () => {
    const first = begun(outage());
    const second = share(outage({ revision: 3, long: true, wait: false }));
    const edited = followed(first, second, { revision: 2, news: 'edit' }, NOW);
    expect(edited?.news).to.equal('edit');
    expect(edited?.notice.origin).to.deep.include({ revision: 2, seen: 3 });
    const said = followed(edited!.notice, second, { revision: 3, news: 'important' }, NOW);
    expect(said?.news).to.equal('important');
    expect(said?.notice.revision).to.equal(3);
  });

  it('is not changed by what is important elsewhere', () => {
    const window = scenarioE();
    const parts = window.parts.map((part) => (part.id === '3' ? { ...part, endedAt: part.from } : part));
    const first = begun(window);
    const made = followed(
      first,
      share({ ...window, parts, sequence: 1, revision: 2 }),
      { revision: 2, news: 'important' },
      NOW,
    );
    expect(made?.news).to.equal(null);
    expect(made?.notice).to.deep.include({ revision: 1, sequence: 0 });
  });

  it('counts its own sequence: one more when its own times change', () => {
    const window = scenarioE();
    const parts = window.parts.map((part) => (part.id === '1' ? { ...part, to: part.to + 1 } : part));
    const made = followed(
      begun(window),
      share({ ...window, parts, sequence: 9, revision: 10 }),
      { revision: 10, news: 'edit' },
      NOW,
    );
    expect(made?.notice).to.deep.include({ revision: 2, sequence: 1 });
  });

  it('is taken back with it, and where the playbook says that it is not the organisation’s any more', () => {
    const first = begun(outage());
    const recalled = followed(
      first,
      share(outage({ revision: 2, publication: 'recalled' })),
      { revision: 2, news: 'important' },
      NOW,
    );
    expect(recalled?.notice.publication).to.equal('recalled');
    const gone = followed(first, null, { revision: 1, news: 'new' }, NOW);
    expect(gone?.notice).to.deep.include({ publication: 'recalled', revision: 2, changedAt: NOW });
    expect(gone?.news).to.equal('edit');
    expect(followed(gone!.notice, null, { revision: 1, news: 'new' }, NOW)).to.equal(null);
  });

  it('leaves the organisation’s own notices alone', () => {
    const own = outageNotice({ organisation: 'tierp' });
    expect(followed(own, share(outage({ long: true })), { revision: 2, news: 'important' }, NOW)).to.equal(
      null,
    );
  });

  it('is the same whatever order its fields come from the store in', () => {
    const first = begun(outage());
    const shuffled = Object.fromEntries(Object.entries(first).reverse()) as unknown as Notice;
    expect(followed(shuffled, share(outage()), { revision: 1, news: null }, NOW)).to.equal(null);
  });
});
