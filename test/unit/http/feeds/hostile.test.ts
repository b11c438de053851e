import { expect } from 'chai';
import fc from 'fast-check';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import type { Notice } from '../../../../src/domain/notices/notice.ts';
import { atomFeed } from '../../../../src/http/feeds/atom.ts';
import { calendar } from '../../../../src/http/feeds/calendar.ts';
import { rssFeed } from '../../../../src/http/feeds/rss.ts';
import { statusJson } from '../../../../src/http/feeds/status-json.ts';
import { statusPage } from '../../../../src/http/pages/status/page.ts';
import { AS_OF } from '../../../../src/http/status/as-of.ts';
import { parsedAtom, parsedRss } from '../../../support/feeds.ts';
import { HOSTILE } from '../../../support/hostile.ts';
import { commanded, outageDraft, windowDraft } from '../../../support/notices-kept.ts';
import { at, shipped } from '../../../support/playbooks.ts';
import { viewOf } from '../../../support/status-view.ts';

const itcentrum = shipped('itcentrum');
const NOW = '2026-11-23T10:00';
const ms = (local: string) => at(itcentrum, local).epochMilliseconds;

/** An outage and a window in which every text that somebody writes is the same. */
function notices(text: string): Notice[] {
  const words = { sv: text.slice(0, 2000) };
  const title = { sv: text.slice(0, 120) };
  const outage = outageDraft({
    ...{ title, text: words, meanwhile: words, services: ['tes'], since: ms('2026-11-23T09:00') },
  });
  const down = commanded(itcentrum, null, { do: 'publish-outage', draft: outage }, '2026-11-23T09:10', 'A');
  const told = commanded(
    itcentrum,
    down,
    { do: 'update', text: words, phase: 'identified', important: true },
    '2026-11-23T09:20',
  );
  const [from, to] = [ms('2026-11-24T10:00'), ms('2026-11-24T12:00')];
  const draft = windowDraft({
    ...{ title, text: words, meanwhile: words, support: [{ from, to, text: words }] },
    parts: [{ services: ['tes'], sites: ['heby'], from, to, effect: words }],
  });
  const window = commanded(itcentrum, null, { do: 'publish-window', draft }, '2026-11-23T09:10', 'B');
  return [told, window];
}

/** Pieces that mean something in one of the formats, in any order among others. */
const pieces = fc.constantFrom(
  ...['</script>', '<script>', '<!--', '-->', ']]>', '<![CDATA[', '&amp;', '&#0;', '&', '<', '>', '"', "'"],
  ...['\r\n', '\r', '\n', '\nEND:VEVENT', '\r\nBEGIN:VEVENT\r\nSUMMARY:x', ';', ',', '\\', '\\n', ':', ' '],
  ...['\u0000', '\u0001', '\u000b', '\u001b[31m', '\u0085', '\u2028', '\u202e', '\ufffe', '\uffff', '\ud800'],
  ...['\udc00', '😀', 'å', '\\u0000', '{{', '/status/', 'javascript:', 'x'],
);
const hostile = fc.oneof(
  fc
    .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 5 })), { minLength: 1, maxLength: 30 })
    .map((all) => all.join('')),
  fc.constantFrom(...Object.values(HOSTILE)),
);

describe('what somebody wrote', function () {
  this.timeout(30_000);

  it('breaks no feed: each stays well-formed, with as many entries as ever', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const view = viewOf(itcentrum, notices(text), NOW);
        expect(parsedAtom(atomFeed(view)).entry?.length).to.be.within(2, 3);
        expect(parsedRss(rssFeed(view)).channel.item?.length).to.be.within(2, 3);
      }),
      { numRuns: 150 },
    );
  });

  it('breaks no calendar: it has one event, of the right time, whose lines are short', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const written = calendar(viewOf(itcentrum, notices(text), NOW));
        for (const line of written.split('\r\n')) expect(Buffer.byteLength(line)).to.be.at.most(75);
        expect(written).to.not.match(/(?![\t\r\n])\p{Cc}|(?<!\r)\n|\r(?!\n)/u);
        const root = new ICAL.Component(ICAL.parse(written));
        const events = root.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
        expect(events.map(({ startDate }) => startDate.toJSDate().getTime())).to.deep.equal([
          ms('2026-11-24T10:00'),
        ]);
        const others = Object.values(nodeIcal.sync.parseICS(written));
        expect(others.filter((other) => other?.type === 'VEVENT')).to.have.length(1);
        expect(events[0]?.location).to.equal('Heby');
      }),
      { numRuns: 150 },
    );
  });

  it('breaks no JSON, and does not pass for the time in it', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const written = statusJson(viewOf(itcentrum, notices(text), NOW));
        expect(written.split(AS_OF)).to.have.length(2);
        const read = JSON.parse(written.replace(AS_OF, 'now'));
        expect(read).to.include({ asOf: 'now', state: 'outage' });
        expect(read.windows[0].parts[0].sites).to.deep.equal(['heby']);
      }),
      { numRuns: 150 },
    );
  });

  it('becomes no markup of a page, and does not pass for the time in it', () => {
    const plain = tags(statusPage(viewOf(itcentrum, notices('x'), NOW), 'page'));
    fc.assert(
      fc.property(hostile, (text) => {
        const written = statusPage(viewOf(itcentrum, notices(`x${text}`), NOW), 'page');
        expect(tags(written)).to.deep.equal(plain);
        expect(written.split(AS_OF)).to.have.length(2);
      }),
      { numRuns: 150 },
    );
  });

  /** The elements of a page, in order. */
  function tags(page: string): string[] {
    return [...page.matchAll(/<\/?[a-z][a-z0-9]*/g)].map(([tag]) => tag);
  }
});
