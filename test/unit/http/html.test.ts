import { expect } from 'chai';
import fc from 'fast-check';
import { html, trusted } from '../../../src/http/html.ts';

describe('html templates', () => {
  it('escape every value', () => {
    expect(String(html`<p title="${`"'`}">${'<b>&'}</p>`)).to.equal(
      '<p title="&quot;&#39;">&lt;b&gt;&amp;</p>',
    );
  });

  it('leave nothing for null, undefined and false, and keep zero', () => {
    expect(String(html`[${null}${undefined}${false}${0}]`)).to.equal('[0]');
  });

  it('put templates and lists into each other without escaping twice', () => {
    expect(String(html`<ul>${['<', '>'].map((text) => html`<li>${text}</li>`)}</ul>`)).to.equal(
      '<ul><li>&lt;</li><li>&gt;</li></ul>',
    );
    expect(String(html`${trusted('<style></style>')}`)).to.equal('<style></style>');
  });

  it('never let a text open a tag, an attribute or an entity', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const inside = String(html`<p title="${text}">${text}</p>`).slice(
          '<p title="'.length,
          -'</p>'.length,
        );
        const [attribute = '', ...content] = inside.split('">');
        expect(content).to.have.length(1);
        expect(attribute + content[0]).to.not.match(/[<>"']|&(?!amp;|lt;|gt;|quot;|#39;)/);
      }),
    );
  });
});
