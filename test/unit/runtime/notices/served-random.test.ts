import { expect } from 'chai';
import fc from 'fast-check';
import type { Subscription } from '../../../../src/domain/notices/subscription.ts';
import { stockholm } from '../../../support/scenario-e.ts';
import { channelOf, DEPARTMENT, MUNICIPALITIES, servedPlaybooks } from '../../../support/served-playbooks.ts';
import { ServedTown } from '../../../support/served-town.ts';

/** How many random stories; `NOTICE_RUNS=1000` for a long run. */
const RUNS = Number(process.env.NOTICE_RUNS ?? 25);
const MORNING = '2026-11-23T10:00';
const PLAYBOOKS = servedPlaybooks();
const ORGANISATIONS = [DEPARTMENT, ...MUNICIPALITIES] as const;
type Organisation = (typeof ORGANISATIONS)[number];
const SERVICES = ['staff-systems', 'tierpsbyggen', 'treserva', 'tes', 'network'] as const;
type Service = (typeof SERVICES)[number];

/** What the services are called where somebody has them; the playbooks say the same in their words. */
const own = (organisation: Organisation, service: Service): string | null => {
  if (organisation === DEPARTMENT || organisation === 'tierp') return service;
  if (service === 'tierpsbyggen') return null;
  return organisation === 'alvkarleby' && service === 'tes' ? 'home-care-planning' : service;
};

/** Somebody who asks for notices: in a room or a mailbox that others may have too, or in their own chat. */
interface Asker {
  readonly organisation: Organisation;
  readonly where: 'room' | 'mail' | 'person';
  readonly place: number;
  readonly services: readonly Service[] | null;
  readonly outages: boolean;
  readonly muted: boolean;
}

const some = <T>(all: readonly T[], minLength = 0) =>
  fc.subarray([...all], { minLength, maxLength: all.length });
const asker: fc.Arbitrary<Asker> = fc.record({
  organisation: fc.constantFrom(...ORGANISATIONS),
  where: fc.constantFrom('room' as const, 'room' as const, 'mail' as const, 'person' as const),
  place: fc.nat(2),
  services: fc.option(some(SERVICES, 1)),
  outages: fc.boolean().map((no) => !no),
  muted: fc.constantFrom(false, false, false, true),
});
const hit = fc.record({ services: some(SERVICES), sites: fc.option(some(MUNICIPALITIES, 1)) });
type Hit = { services: readonly Service[]; sites: readonly string[] | null };

const placeOf = ({ where, place, organisation }: Asker): string =>
  where === 'person' ? `person-${organisation}-${place}` : `${where}-${place}`;
const destinationOf = ({ where, place, organisation }: Asker): string =>
  ({
    room: `slack/${organisation}/T${organisation.toUpperCase()}/C${place}`,
    mail: `mail/${organisation}/sign-${place}`,
    person: `web/${organisation}/p${place}`,
  })[where];

/** Whether an organisation is hit, and by what of it. */
function hitIn(organisation: Organisation, { services, sites }: Hit): readonly Service[] | null {
  if (organisation === DEPARTMENT) return services;
  if (sites !== null && !sites.includes(organisation)) return null;
  const here = services.filter((service) => own(organisation, service) !== null);
  return services.length > 0 && here.length === 0 ? null : here;
}

function wants(one: Asker, what: Hit): boolean {
  const here = hitIn(one.organisation, what);
  if (here === null || !one.outages || one.muted) return false;
  return (
    here.length === 0 || one.services === null || here.some((service) => one.services?.includes(service))
  );
}

function subscription(one: Asker, now: number): Partial<Subscription> {
  const { organisation, where, services, outages, muted, place } = one;
  return {
    source: where === 'room' ? 'channel' : where,
    user: where === 'room' ? null : where === 'mail' ? `p${place}@example.org` : `p${place}`,
    services:
      services === null ? null : services.flatMap((service) => own(organisation, service) ?? ['none']),
    kinds: outages ? null : ['maintenance'],
    mutedUntil: muted ? now + 90 * 24 * 3_600_000 : null,
  };
}

const draft = ({ services, sites }: Hit) => ({
  ...{ title: {}, text: { sv: 'Ett.', en: 'One.' }, services, sites, since: stockholm(MORNING) },
  ...{
    long: false,
    wait: true,
    nextWord: null,
    meanwhile: {},
    routine: null,
    asksRead: false,
    proposal: null,
  },
});

/** Every place that is to get it has it once, by somebody who asked for it, and nobody else has. */
function expectRight(town: ServedTown, id: string, askers: readonly Asker[], what: Hit): void {
  const channels = ORGANISATIONS.filter((each) => hitIn(each, what) !== null).map(channelOf);
  const wanting = askers.filter((one) => wants(one, what));
  const placeBy = new Map(wanting.map((one) => [destinationOf(one), placeOf(one)]));
  const got = town.placesOf(id);
  const others = got.filter((place) => !channels.includes(place));
  expect(got.filter((place) => channels.includes(place))).to.deep.equal([...channels].sort());
  expect(others.map((place) => placeBy.get(place) ?? `nobody asked at ${place}`).sort()).to.deep.equal(
    [...new Set(placeBy.values())].sort(),
  );
}

describe('whatever is hit, and whoever asks for it, in a department and the organisations that it serves', () => {
  it('exactly the intended get it, once each, through crashes, changes and the recall', async function () {
    this.timeout(RUNS * 4000);
    const askers = fc.uniqueArray(asker, { maxLength: 14, selector: destinationOf });
    const deaths = fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(hit, askers, deaths, deaths, async (what, all, first, second) => {
        const town = new ServedTown(MORNING, PLAYBOOKS);
        for (const one of all)
          await town.subscribe(one.organisation, destinationOf(one), subscription(one, town.now));
        await town.put(null, { do: 'publish-outage', draft: draft(what) });
        for (const calls of first) await town.dieAfter(calls);
        await town.settle();
        const id = (await town.board.notices(DEPARTMENT))[0]?.id ?? '';
        expectRight(town, id, all, what);
        const count = town.placesOf(id).length;
        expect(await town.ledger(id)).to.equal(`r1: ${count}${count > 0 ? `, ${count} sent` : ''}`);
        await town.put(id, { do: 'update', text: { sv: 'Två.', en: 'Two.' }, important: true });
        for (const calls of second) await town.dieAfter(calls);
        await town.settle();
        expectChanged(town, id, /Två\.|Two\./);
        await town.put(id, { do: 'recall' });
        await town.settle();
        expectChanged(town, id, /^(?!.*(Ett|One|Två|Two)\.)/);
        expect(town.placesOf(id)).to.have.length(count);
        await town.store.close();
      }),
      { numRuns: RUNS },
    );
  });
});

/** The newest words stand everywhere. */
function expectChanged(town: ServedTown, id: string, words: RegExp): void {
  const places = [...new Set(town.placesOf(id))];
  for (const place of places) expect(town.newestAt(place, id), place).to.match(words);
}
