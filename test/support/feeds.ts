import { XMLParser, XMLValidator } from 'fast-xml-parser';

// Feeds as the parser reads them: names of attributes begin with `@`, text beside attributes is `#`.

export interface FeedLink {
  readonly '@rel': string;
  readonly '@href': string;
}

export interface AtomEntry {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly published: string;
  readonly link: readonly FeedLink[];
  readonly content: { readonly '#': string };
}

export interface AtomFeed {
  readonly '@xmlns': string;
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly author: { readonly name: string };
  readonly link: readonly FeedLink[];
  readonly entry?: readonly AtomEntry[];
}

export interface RssChannel {
  readonly title: string;
  readonly link: readonly string[];
  readonly description: string;
  readonly language: string;
  readonly lastBuildDate?: string;
  readonly 'atom:link': FeedLink;
  readonly item?: readonly {
    readonly guid: { readonly '#': string; readonly '@isPermaLink': string };
    readonly title: string;
    readonly pubDate: string;
    readonly description: string;
  }[];
}

const parser = new XMLParser({
  ...{ ignoreAttributes: false, attributeNamePrefix: '@', textNodeName: '#', parseTagValue: false },
  ...{ trimValues: false, isArray: (name: string) => ['entry', 'item', 'link'].includes(name) },
  htmlEntities: true,
});

/** Characters that XML 1.0 does not know. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

export function parsedAtom(text: string): AtomFeed {
  return (parsedXml(text) as { feed: AtomFeed }).feed;
}

export function parsedRss(text: string): { readonly '@version': string; readonly channel: RssChannel } {
  return (parsedXml(text) as { rss: { '@version': string; channel: RssChannel } }).rss;
}

/** Reads XML; fails if it is not well-formed. */
function parsedXml(text: string): unknown {
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw new Error(`no XML: ${JSON.stringify(valid.err)}`);
  const forbidden = FORBIDDEN.exec(text);
  if (forbidden !== null) throw new Error(`XML does not know U+${forbidden[0].codePointAt(0)?.toString(16)}`);
  return parser.parse(text);
}
