import { expect } from 'chai';
import fc from 'fast-check';
import { textOfMrkdwn } from '../../../../../src/channels/slack/receiver/parse/mrkdwn.ts';
import { escaped } from '../../../../../src/channels/slack/text.ts';
import { processorTime } from '../../../../support/processor-time.ts';

describe('Slack’s markup as plain text', () => {
  const cases: Record<string, string> = {
    'Tom &amp; Jerry &lt;3 &gt; 2': 'Tom & Jerry <3 > 2',
    '&amp;lt;b&amp;gt;': '&lt;b&gt;',
    '<@U0BOT> hei': 'hei',
    'hei <@U0BOT|vakt>!': 'hei !',
    'spør <@U0OLA|ola>': 'spør @ola',
    'spør <@U0OLA>': 'spør @U0OLA',
    'i <#C0VAKT|vakt> og <#C0X|>': 'i #vakt og #C0X',
    '<!channel> <!here> <!everyone>': '@channel @here @everyone',
    '<!channel|channel>': 'channel',
    '<!subteam^S0IT|@it> <!subteam^S0IT>': '@it @S0IT',
    'siden <!date^1392734382^{date_short}|18. feb>': 'siden 18. feb',
    '<https://example.org/a?b=1&amp;c=2>': 'https://example.org/a?b=1&c=2',
    '<https://example.org/a|se her>': 'se her (https://example.org/a)',
    '<http://example.org|example.org>': 'http://example.org',
    '<mailto:it@example.org|it@example.org>': 'it@example.org',
    '<tel:+4778460000|78 46 00 00>': '78 46 00 00 (+4778460000)',
    '1 <2 og 3> 2': '1 <2 og 3> 2',
    '<script>': '<script>',
    '*fet* _kursiv_ `kode` feil_kode_7': '*fet* _kursiv_ `kode` feil_kode_7',
    ' a  b \r\n\n c ': 'a b\n\nc',
    '': '',
  };
  for (const [markup, text] of Object.entries(cases))
    it(markup || 'nothing', () => expect(textOfMrkdwn(markup, ['U0BOT'])).to.equal(text));

  it('gives back what was escaped', () => {
    const text = fc.string({ unit: 'grapheme' }).map((each) => each.replace(/\s+/g, ' ').trim());
    fc.assert(
      fc.property(text, (each) => {
        expect(textOfMrkdwn(escaped(each), [])).to.equal(each);
      }),
    );
  });

  it('takes no longer for a text that is made for it', () => {
    for (const bad of ['<', '<a|', '&', '<!', ' \n', '<@U0BOT>'].map((part) => part.repeat(50_000))) {
      const took = processorTime(() => textOfMrkdwn(bad, ['U0BOT']));
      expect(took, bad.slice(0, 10)).to.be.below(500);
    }
  });
});
