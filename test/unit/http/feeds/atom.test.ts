import { expect } from 'chai';
import type { Notice } from '../../../../src/domain/notices/notice.ts';
import { atomFeed } from '../../../../src/http/feeds/atom.ts';
import { FEED_LIMITS } from '../../../../src/http/feeds/entries.ts';
import { type AtomEntry, type AtomFeed, parsedAtom } from '../../../support/feeds.ts';
import { outageNotice } from '../../../support/notices.ts';
import { commanded, scenarioE } from '../../../support/notices-kept.ts';
import { shipped } from '../../../support/playbooks.ts';
import { statusStory } from '../../../support/status-story.ts';
import { viewOf } from '../../../support/status-view.ts';

const itcentrum = shipped('itcentrum');
const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
const IRI = /^(urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|https:\/\/\S+)$/;

function feed(notices: readonly Notice[], local: string, about = {}, playbook = itcentrum): AtomFeed {
  return parsedAtom(atomFeed(viewOf(playbook, notices, local, about)));
}

/** What RFC 4287 asks of a feed and its entries (4.1.1, 4.1.2). */
function expectValid(parsed: AtomFeed): void {
  expect(parsed['@xmlns']).to.equal('http://www.w3.org/2005/Atom');
  const elements: (AtomFeed | AtomEntry)[] = [parsed, ...(parsed.entry ?? [])];
  for (const element of elements) {
    for (const name of ['id', 'title', 'updated'] as const)
      expect(element[name], name).to.be.a('string').and.not.equal('');
    expect(element.id).to.match(IRI);
    expect(element.updated).to.match(RFC_3339);
    const alternates = element.link.filter((link) => link['@rel'] === 'alternate');
    expect(alternates).to.have.length(1);
    for (const link of element.link) expect(link['@href']).to.match(IRI);
  }
  expect(parsed.author.name).to.be.a('string').and.not.equal('');
  expect(parsed.link.filter((link) => link['@rel'] === 'self')).to.have.length(1);
  const ids = elements.map(({ id }) => id);
  expect(new Set(ids).size, 'ids are unique').to.equal(ids.length);
  const newest = Math.max(...(parsed.entry ?? []).map((entry) => Date.parse(entry.updated)), 0);
  expect(Date.parse(parsed.updated)).to.equal(newest);
}

describe('the Atom feed', () => {
  it('is valid with nothing in it, and is the same the next day', () => {
    expectValid(feed([], '2026-11-23T10:00'));
    expect(feed([], '2026-11-23T10:00')).to.deep.equal(feed([], '2026-11-24T11:00'));
  });

  it('is valid with all that can be told, in each language and place', () => {
    const story = statusStory(itcentrum);
    for (const language of itcentrum.languages)
      for (const site of [null, 'tierp', 'heby'])
        expectValid(feed(story, '2026-11-23T10:00', { language, site, key: site === null ? 'k&"<' : null }));
  });

  it('has an entry for a notice and for each word about it, newest first', () => {
    const entries = feed(statusStory(itcentrum), '2026-11-23T10:00').entry ?? [];
    const titles = entries.map(({ title }) => title);
    expect(titles.slice(0, 2)).to.have.members([
      'Nytt: Driftstopp: Personalsystemen',
      'Driftstopp: Personalsystemen',
    ]);
    expect(titles).to.include('Inställt: Tierpsbyggen');
    expect(titles).to.include('Fungerar igen: Tierpsbyggen');
    const times = entries.map(({ updated }) => Date.parse(updated));
    expect(times).to.deep.equal(times.toSorted((a, b) => b - a));
  });

  it('keeps the id of an entry for ever: through updates, corrections and other addresses', () => {
    const before = scenarioE(itcentrum);
    const idsOf = (notice: Notice) => (feed([notice], '2022-10-28T10:00').entry ?? []).map(({ id }) => id);
    const [first] = idsOf(before);
    const told = commanded(
      itcentrum,
      before,
      { do: 'update', text: { sv: 'Vi börjar en timme senare.' }, important: false },
      '2022-10-27T10:00',
    );
    const corrected = commanded(
      itcentrum,
      told,
      { do: 'correct', update: 1, text: { sv: 'Vi börjar i tid.' } },
      '2022-10-27T11:00',
    );
    expect(idsOf(told)).to.include(first).and.have.length(2);
    expect(idsOf(corrected)).to.have.members(idsOf(told));
    const entry = (feed([corrected], '2022-10-28T10:00').entry ?? []).find(({ title }) =>
      title.startsWith('Nytt'),
    );
    expect(entry?.updated).to.equal('2022-10-27T09:00:00Z');
    expect(entry?.content['#']).to.contain('Vi börjar i tid.').and.contain('Rättat');
  });

  it('tells of scenario E at Tierp and Älvkarleby with their own parts, and nobody else', () => {
    const window = scenarioE(itcentrum);
    const content = (site: string) =>
      (feed([window], '2022-10-28T10:00', { site }).entry ?? []).map((entry) => entry.content['#']).join();
    expect(content('tierp')).to.contain('Tierpsbyggen').and.not.contain('Treserva');
    expect(content('alvkarleby'))
      .to.contain('lördag 29 oktober 10–16')
      .and.contain('söndag 30 oktober 10–13');
    expect(content('alvkarleby')).to.contain('Treserva, TES').and.not.contain('Tierpsbyggen');
    for (const other of ['heby', 'knivsta', 'osthammar']) expect(content(other)).to.equal('');
  });

  it('says for a day that a notice was taken back, and then nothing of it', () => {
    const recalled = commanded(itcentrum, scenarioE(itcentrum), { do: 'recall' }, '2022-10-21T10:00');
    const titles = (local: string) => (feed([recalled], local).entry ?? []).map(({ title }) => title);
    expect(titles('2022-10-22T09:59')).to.deep.equal(['Återkallat: Servicefönster i helgen']);
    expect(titles('2022-10-22T10:00')).to.deep.equal([]);
  });

  it('has at most so many entries', () => {
    const many = Array.from({ length: 80 }, (_, i) => outageNotice({ id: `A${i}` }));
    expect(feed(many, '2026-11-23T10:00', {}, shipped('porsanger')).entry).to.have.length(
      FEED_LIMITS.entries,
    );
  });
});
