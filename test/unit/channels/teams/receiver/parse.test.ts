import { expect } from 'chai';
import fc from 'fast-check';
import { STORE_LIMITS } from '../../../../../src/ports/store/limits.ts';
import { checkInbound } from '../../../../../src/runtime/check-inbound.ts';
import {
  type Payload,
  parsed as parsedActivity,
  payload,
  payloadNames,
} from '../../../../replay/teams/payloads.ts';
import { HOSTILE } from '../../../../support/hostile.ts';

type Path = readonly (string | number)[];

/** The places of all values in some JSON. */
function placesIn(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...at, key]))];
}

/** The same JSON with another value in one place. */
function withValue(value: unknown, [key, ...rest]: Path, put: unknown): unknown {
  if (key === undefined) return put;
  const copy = structuredClone(value) as Payload;
  copy[key] = withValue(copy[key], rest, put);
  return copy;
}

const anything = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(...Object.values(HOSTILE)),
  fc.constantFrom(
    '<'.repeat(50_000),
    '<blockquote http://schema.skype.com/Reply'.repeat(2000),
    '&'.repeat(50_000),
  ),
);

/** Everything that the inbox asks of an event. */
function assertTakeable(value: unknown): void {
  const parsed = parsedActivity(value);
  if (parsed.outcome === 'ignored') {
    expect(parsed.reason).to.match(/^[a-z ,]+$/);
    return;
  }
  const { id, conversation, dedupeKeys = [], from, what } = parsed.inbound;
  for (const key of [id, conversation, ...dedupeKeys])
    expect(key).to.satisfy((k: string) => k.length <= STORE_LIMITS.keyCharacters && k.isWellFormed());
  expect(from.user).to.have.lengthOf.within(1, 200);
  expect(JSON.parse(JSON.stringify(what))).to.deep.equal(what);
  expect(Buffer.byteLength(JSON.stringify(what))).to.be.below(STORE_LIMITS.eventBytes);
  expect(() => checkInbound(parsed.inbound)).to.not.throw();
}

describe('parsing what comes from Teams', () => {
  it('never throws for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => assertTakeable(value)),
      { numRuns: 2000 },
    );
  });

  it('never throws for what is nearly an activity, and makes only events that the inbox takes', () => {
    const spots = payloadNames().flatMap((name) => placesIn(payload(name)).map((path) => ({ name, path })));
    const nearly = fc.record({ spot: fc.constantFrom(...spots), put: anything });
    fc.assert(
      fc.property(nearly, ({ spot, put }) => assertTakeable(withValue(payload(spot.name), spot.path, put))),
      { numRuns: 4000 },
    );
  });

  it('does not swell mentions into more than fits', () => {
    const mention = { type: 'mention', text: '<at', mentioned: { id: 'x', name: 'n'.repeat(100_000) } };
    assertTakeable({
      ...payload('personal'),
      text: '<at'.repeat(30_000),
      entities: Array(1000).fill(mention),
    });
  });

  it('takes ids that are longer than a key', () => {
    const sent = payload('card-execute');
    assertTakeable({
      ...sent,
      conversation: { ...(sent.conversation as object), id: '/'.repeat(999) },
      from: { id: '😀'.repeat(400) },
    });
  });
});
