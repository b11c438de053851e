import { expect } from 'chai';
import { escapedHtml } from '../../../../src/conversation/plain-text/html.ts';

describe('plain text in HTML', () => {
  it('becomes no markup, and leaves no attribute', () => {
    expect(escapedHtml(`<b title="x" id='y'>&amp;</b>`)).to.equal(
      '&lt;b title=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;&lt;/b&gt;',
    );
  });
});
