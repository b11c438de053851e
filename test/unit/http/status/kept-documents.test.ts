import { expect } from 'chai';
import { AS_OF } from '../../../../src/http/status/as-of.ts';
import { KEPT_BYTES, KeptDocuments } from '../../../../src/http/status/kept-documents.ts';

const MINUTE = 60_000;

describe('kept documents', () => {
  let made: number;
  let kept: KeptDocuments;
  const source = {};
  beforeEach(() => {
    made = 0;
    kept = new KeptDocuments();
  });
  const get = (
    now: number,
    {
      asOf = 'now',
      sources = [source],
      template = `x ${AS_OF}`,
      until = 100,
      name = 'a',
    }: {
      asOf?: string;
      sources?: readonly unknown[];
      template?: string;
      until?: number;
      name?: string;
    } = {},
  ) =>
    kept.get(
      name,
      sources,
      now * MINUTE,
      () => asOf,
      () => {
        made += 1;
        return { template, until: until * MINUTE };
      },
    );

  it('are made once as long as they hold', () => {
    expect(String(get(0).body)).to.equal('x now');
    expect(get(0.99)).to.equal(get(0));
    get(99);
    expect(made).to.equal(1);
  });

  it('say another time without being made anew, and are the same version', () => {
    const first = get(0, { asOf: '10:00' });
    const later = get(60, { asOf: '10:01' });
    expect(String(later.body)).to.equal('x 10:01');
    expect([made, later.version, later.since]).to.deep.equal([1, first.version, 0]);
  });

  it('are made anew at the moment at which they change, when what they are made of is another, and when the clock goes back', () => {
    get(50);
    get(100, { until: 200 });
    expect(made).to.equal(2);
    get(101, { sources: [{}], until: 200 });
    expect(made).to.equal(3);
    get(100, { until: 200 });
    expect(made).to.equal(4);
    get(99, { until: 200 });
    expect(made).to.equal(5);
  });

  it('tell since when they are as they are', () => {
    get(10);
    const same = get(100, { until: 200 });
    expect(same.since).to.equal(10 * MINUTE);
    const other = get(200, { template: 'y', until: 300 });
    expect(other.since).to.equal(200 * MINUTE);
    expect(other.version).to.not.equal(same.version);
  });

  it('make room by forgetting what was made longest ago', () => {
    const template = 'z'.repeat(KEPT_BYTES / 8);
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) get(0, { name, template });
    expect(made).to.equal(6);
    get(0, { name: 'f', template });
    expect(made).to.equal(6);
    get(0, { name: 'a', template });
    expect(made).to.equal(7);
  });
});
