import { expect } from 'chai';
import fc from 'fast-check';
import { STORE_LIMITS } from '../../../../../../src/ports/store/limits.ts';
import { checkInbound } from '../../../../../../src/runtime/check-inbound.ts';
import { HOSTILE } from '../../../../../support/hostile.ts';
import { ALL, CHANNEL, ORGANISATIONS, OTHER, REFUSING, TEAM, TS } from '../payloads.ts';
import { parse } from './parsing.ts';

type Path = readonly string[];

function placesIn(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...at, key]))];
}

function withValue(value: unknown, [key, ...rest]: Path, put: unknown): unknown {
  if (key === undefined) return put;
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[key] = withValue(copy[key], rest, put);
  return copy;
}

const anything = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(...Object.values(HOSTILE)),
  fc.constantFrom('<'.repeat(200_000), '<@'.repeat(50_000), '&'.repeat(200_000), `<${'|'.repeat(200_000)}>`),
  fc.constantFrom(TS, CHANNEL, OTHER, `${TEAM}/x`, '../..', '__proto__', null, undefined),
);

/** Everything that the inbox asks of an event. */
function assertTakeable(payload: unknown): void {
  for (const organisations of [ORGANISATIONS, REFUSING]) {
    const parsed = parse(payload, organisations);
    if ('reason' in parsed) expect(parsed.reason).to.match(/^[a-z ,’A-Z]+$/);
    if (!('inbound' in parsed)) continue;
    const { id, conversation, dedupeKeys = [], from, what } = parsed.inbound;
    for (const key of [id, conversation, ...dedupeKeys])
      expect(key).to.satisfy((k: string) => k.length <= STORE_LIMITS.keyCharacters && k.isWellFormed());
    expect(from.user).to.have.lengthOf.within(1, 200);
    expect(JSON.parse(JSON.stringify(what))).to.deep.equal(what);
    expect(Buffer.byteLength(JSON.stringify(what))).to.be.below(STORE_LIMITS.eventBytes);
    expect(() => checkInbound(parsed.inbound)).to.not.throw();
  }
}

describe('parsing what comes from Slack', () => {
  it('never throws for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => assertTakeable(value)),
      { numRuns: 2000 },
    );
  });

  it('never throws for what is nearly a payload, and makes only events that the inbox takes', () => {
    const spots = ALL.flatMap((payload) => placesIn(payload).map((path) => ({ payload, path })));
    const nearly = fc.record({ spot: fc.constantFrom(...spots), put: anything });
    fc.assert(
      fc.property(nearly, ({ spot, put }) => assertTakeable(withValue(spot.payload, spot.path, put))),
      { numRuns: 4000 },
    );
  });

  it('does not change what it is given', () => {
    for (const payload of ALL) {
      const before = structuredClone(payload);
      parse(payload);
      expect(payload).to.deep.equal(before);
    }
  });
});
