import { expect } from 'chai';
import { atomFeed } from '../../../../src/http/feeds/atom.ts';
import { rssFeed } from '../../../../src/http/feeds/rss.ts';
import { parsedAtom, parsedRss } from '../../../support/feeds.ts';
import { shipped } from '../../../support/playbooks.ts';
import { statusStory } from '../../../support/status-story.ts';
import { viewOf } from '../../../support/status-view.ts';

const itcentrum = shipped('itcentrum');
const RFC_822 = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} \+0000$/;

describe('the RSS feed', () => {
  it('tells the same as the Atom feed, by the rules of RSS 2.0', () => {
    const view = viewOf(itcentrum, statusStory(itcentrum), '2026-11-23T10:00', { site: 'heby' });
    const rss = parsedRss(rssFeed(view));
    const feed = parsedAtom(atomFeed(view));
    expect(rss['@version']).to.equal('2.0');
    const { channel } = rss;
    for (const name of ['title', 'description', 'language'] as const)
      expect(channel[name], name).to.be.a('string');
    expect(channel.link).to.deep.equal(['https://bot.example.org/status/itcentrum?site=heby']);
    expect(channel.lastBuildDate).to.match(RFC_822);
    expect(channel['atom:link']['@rel']).to.equal('self');
    expect(channel.item?.map(({ guid }) => guid)).to.deep.equal(
      feed.entry?.map(({ id }) => ({ '#': id, '@isPermaLink': 'false' })),
    );
    for (const item of channel.item ?? []) {
      expect(item.pubDate).to.match(RFC_822);
      expect(Number.isNaN(Date.parse(item.pubDate))).to.equal(false);
      expect(item.title).to.not.equal('');
    }
    expect(channel.item?.map(({ description }) => description)).to.deep.equal(
      feed.entry?.map(({ content }) => content['#']),
    );
  });

  it('is well-formed with nothing in it', () => {
    expect(parsedRss(rssFeed(viewOf(itcentrum, [], '2026-11-23T10:00'))).channel.item).to.equal(undefined);
  });
});
