import { expect } from 'chai';

const client = new URL('../../../../src/channels/web/client/', import.meta.url);
const { mrkdwn } = (await import(String(new URL('mrkdwn.js', client)))) as {
  mrkdwn: (source: string) => unknown[];
};
const { markdownToHtml } = (await import(String(new URL('markdown.js', client)))) as {
  markdownToHtml: (source: string) => string;
};

const text = (words: string) => ({ type: 'text', text: words });

describe('mrkdwn as the playground reads it', () => {
  const cases: Record<string, readonly [string, unknown[]]> = {
    'bold around words': [
      '*Svarar nu.* Ring',
      [{ type: 'bold', pieces: [text('Svarar nu.')] }, text(' Ring')],
    ],
    'a bold link': [
      '*<tel:+46346885555|0346-88 55 55>*',
      [{ type: 'bold', pieces: [{ type: 'link', text: '0346-88 55 55', address: 'tel:+46346885555' }] }],
    ],
    'a link without words': [
      '<mailto:it@x.se>',
      [{ type: 'link', text: 'it@x.se', address: 'mailto:it@x.se' }],
    ],
    'marks inside words': ['2*3*4 a_b_c', [text('2*3*4 a_b_c')]],
    'a star alone': ['* a', [text('* a')]],
    'the three escapes': ['a &lt;b&gt; &amp;amp;', [text('a <b> &amp;')]],
    'italic, strike and code': [
      '_a_ ~b~ `c*`',
      [
        { type: 'italic', pieces: [text('a')] },
        text(' '),
        { type: 'strike', pieces: [text('b')] },
        text(' '),
        { type: 'code', text: 'c*' },
      ],
    ],
    'line ends': ['a\nb', [text('a'), { type: 'break' }, text('b')]],
    'a mention': ['<@U1|anna>', [text('anna')]],
  };
  for (const [name, [source, pieces]] of Object.entries(cases)) {
    it(`reads ${name}`, () => {
      expect(mrkdwn(source)).to.deep.equal(pieces);
    });
  }
});

describe('Markdown as the playground shows it in a card', () => {
  const cases: Record<string, readonly [string, string]> = {
    markup: ['<img src=x onerror=alert(1)>', '<p>&lt;img src=x onerror=alert(1)&gt;</p>'],
    'bold and italic': ['**a** _b_', '<p><strong>a</strong> <em>b</em></p>'],
    'what is escaped': ['\\*\\*a\\*\\* \\<b\\>', '<p>**a** &lt;b&gt;</p>'],
    'a link to a page': [
      '[a"b](https://x.se/?a=1&b=2)',
      '<p><a href="https://x.se/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">a&quot;b</a></p>',
    ],
    'a link to a script': ['[a](javascript:alert(1))', '<p>[a](javascript:alert(1))</p>'],
    'an address that ends its attribute': [
      '[a](https://x.se/"onclick="alert)',
      '<p><a href="https://x.se/&quot;onclick=&quot;alert" target="_blank" rel="noopener noreferrer">a</a></p>',
    ],
    'what stands for held characters': ['\uE0000; \\*', '<p>0; *</p>'],
  };
  for (const [name, [source, markup]] of Object.entries(cases)) {
    it(`shows ${name}`, () => {
      expect(markdownToHtml(source)).to.equal(markup);
    });
  }
});
