import { expect } from 'chai';
import { atomFeed } from '../../src/http/feeds/atom.ts';
import { calendar } from '../../src/http/feeds/calendar.ts';
import { rssFeed } from '../../src/http/feeds/rss.ts';
import { statusJson } from '../../src/http/feeds/status-json.ts';
import { statusPage } from '../../src/http/pages/status/page.ts';
import type { StatusView } from '../../src/http/status/view.ts';
import { channelOf } from '../support/served-playbooks.ts';
import { ServedTown } from '../support/served-town.ts';
import { viewOf } from '../support/status-view.ts';

const DOCUMENTS = { statusPage, atomFeed, rssFeed, calendar, statusJson };

/** What an organisation shows at a moment: its page, feeds, calendar and JSON, as text without breaks. */
async function shownBy(
  town: ServedTown,
  organisation: string,
  local: string,
): Promise<Record<string, string>> {
  const playbook = town.playbooks.get(organisation);
  if (playbook === undefined) throw new Error(organisation);
  const view: StatusView = viewOf(playbook, await town.board.notices(organisation), local);
  const texts = Object.entries(DOCUMENTS).map(([name, make]) => [
    name,
    make(view, 'page').replace(/\s+/g, ' '),
  ]);
  return Object.fromEntries(texts);
}

/** Scenario E3, as IT's desk enters it once. */
async function enterWindow(town: ServedTown, reach: string = '3 kanaler'): Promise<void> {
  const it = town.desk();
  await it.says('nytt servicefönster');
  await it.presses('En fråga i taget');
  await it.says('lö 29 okt 10–14 personalsystem Tierp');
  await it.says('lö 29 okt 12–14 Tierpsbyggen, Tierp');
  await it.says('sön 30/10 10-13 Treserva och TES, Älvkarleby');
  await it.presses('Det var allt');
  await it.says('support per telefon 10–16 båda dagarna');
  await it.presses('Det var allt');
  await it.says('Vi flyttar servrar');
  await it.presses('Nej');
  await it.presses('Hoppa över');
  await it.presses('Ingen rutin');
  await it.presses('Nej');
  it.hears(reach);
  await it.presses('Skicka');
  it.hears('Skickat.');
}

/** Somebody in Tierp reports that several there cannot work with it. */
async function reportTes(town: ServedTown, user: string, what = 'TES'): Promise<void> {
  const person = town.somebody('tierp', { user });
  await person.says(`${what} fungerar inte`);
  await person.presses('Flera drabbas, men arbetet går vidare');
  await person.presses('Det räcker');
}

const OTHERS = ['heby', 'knivsta', 'osthammar'] as const;

describe('scenario E, the municipalities with playbooks of their own', () => {
  it('the real window, entered once, is right on both municipalities’ channels and on nobody else’s', async () => {
    const town = new ServedTown('2022-10-24T09:00');
    for (const [organisation, user] of [
      ['alvkarleby', 'alva'],
      ['tierp', 'tore'],
      ['osthammar', 'elin'],
    ] as const)
      await town.subscribe(organisation, `web/${organisation}/${user}`, { source: 'person', user });
    await enterWindow(town, '3 kanaler och 2 personer');
    for (const place of [channelOf('tierp'), 'web/tierp/tore']) {
      expect(town.at(place)).to.have.length(1);
      expect(town.at(place)[0])
        .to.contain('lördag 29 oktober 10–14')
        .and.contain('lördag 29 oktober 12–14')
        .and.contain('Tierpsbyggen')
        .and.contain('Vi flyttar servrar')
        .and.contain('Avsändare: IT-centrum');
      expect(town.at(place)[0]).to.not.match(/söndag 30 oktober 10–13|Treserva|Älvkarleby/);
    }
    for (const place of [channelOf('alvkarleby'), 'web/alvkarleby/alva']) {
      expect(town.at(place)).to.have.length(1);
      expect(town.at(place)[0])
        .to.contain('söndag 30 oktober 10–13')
        .and.contain('Treserva, TES')
        .and.contain('söndag 30 oktober 10–16');
      expect(town.at(place)[0]).to.not.match(/lördag 29 oktober 1[02]–14|Personalsystemen|Tierp/);
    }
    for (const organisation of OTHERS)
      expect(town.at(channelOf(organisation)), organisation).to.deep.equal([]);
    expect(town.at('web/osthammar/elin')).to.deep.equal([]);
    const id = (await town.board.notices('itcentrum'))[0]?.id ?? '';
    expect(await town.ledger(id)).to.equal('r1: 5, 5 sent');
    expect(town.log).to.deep.equal([]);
  });

  it('it is right on both municipalities’ pages, feeds and calendars and on nobody else’s', async () => {
    const town = new ServedTown('2022-10-24T09:00');
    await enterWindow(town);
    for (const [name, text] of Object.entries(await shownBy(town, 'tierp', '2022-10-24T12:00'))) {
      expect(text, name).to.contain('Tierpsbyggen');
      if (name !== 'calendar') expect(text, name).to.contain('IT-centrum');
      expect(text, name).to.not.match(/Treserva[^<"]*TES|Älvkarleby/);
    }
    for (const [name, text] of Object.entries(await shownBy(town, 'alvkarleby', '2022-10-24T12:00'))) {
      expect(text, name).to.contain('Treserva').and.contain('Vi flyttar servrar');
      expect(text, name).to.not.match(/Tierpsbyggen|>Tierp|Tierps/);
    }
    const events = async (organisation: string) =>
      (await shownBy(town, organisation, '2022-10-24T12:00')).calendar?.split('BEGIN:VEVENT').slice(1) ?? [];
    expect(await events('tierp')).to.have.length(2);
    const [sunday, ...more] = await events('alvkarleby');
    expect(more).to.deep.equal([]);
    expect(sunday).to.contain('DTSTART:20221030T090000Z').and.contain('DTEND:20221030T120000Z');
    for (const organisation of OTHERS) {
      expect(await events(organisation), organisation).to.deep.equal([]);
      expect(await town.board.notices(organisation), organisation).to.deep.equal([]);
    }
  });

  it('on the Sunday whoever asks about TES gets what is true in their municipality', async () => {
    const town = new ServedTown('2022-10-24T09:00');
    await enterWindow(town);
    await town.until('2022-10-30T11:00');
    const elin = town.somebody('osthammar', { user: 'elin', locale: 'sv' });
    await elin.says('vad är det med TES?');
    elin.hears('Inget driftstopp för TES är anmält');
    elin.hearsNoneOf('Älvkarleby', 'oktober', 'Treserva');
    const alva = town.somebody('alvkarleby', { user: 'alva' });
    await alva.says('vad är det med TES?');
    alva.hears('planerat arbete', 'i dag kl. 13:00', 'söndag 30 oktober 10–13', 'per telefon');
    await alva.says('TES fungerar inte');
    alva.hears('Är det det du märker?', 'i dag kl. 13:00');
    await alva.presses('Jag också');
    alva.hears('Du behöver inte göra något mer');
    const tore = town.somebody('tierp', { user: 'tore' });
    await tore.says('är det driftstopp?');
    tore.hears('Inget driftstopp är anmält');
  });

  it('each municipality is reminded as its own playbook says, of its own parts', async () => {
    const town = new ServedTown('2022-10-24T09:00');
    await enterWindow(town);
    await town.until('2022-10-28T09:30');
    expect(town.at(channelOf('tierp'))).to.have.length(1);
    await town.until('2022-10-28T10:30');
    expect(town.at(channelOf('tierp'))).to.have.length(2);
    expect(town.at(channelOf('tierp'))[1]).to.contain('lördag 29 oktober');
    expect(town.at(channelOf('alvkarleby'))).to.have.length(1);
    // The clock is set back in between: 24 hours before are at eleven.
    await town.until('2022-10-29T11:30');
    expect(town.at(channelOf('alvkarleby'))).to.have.length(2);
    expect(town.at(channelOf('alvkarleby'))[1]).to.contain('söndag 30 oktober');
  });

  it('finished early in one municipality, it changes there and not in the other', async () => {
    const town = new ServedTown('2022-10-24T09:00');
    await enterWindow(town);
    await town.until('2022-10-29T12:30');
    const id = (await town.board.notices('itcentrum'))[0]?.id ?? '';
    const before = town.at(channelOf('alvkarleby'));
    for (const part of ['1', '2']) await town.command(id, { do: 'finish', part, text: {} });
    expect(town.at(channelOf('tierp'))[0]).to.match(/^Klart: /);
    expect(town.at(channelOf('alvkarleby'))).to.deep.equal(before);
    const tierp = await shownBy(town, 'tierp', '2022-10-29T12:31');
    expect(tierp.statusJson).to.contain('"state":"ok"');
  });

  it('an outage: known where one reports it, "me too" is counted for IT, and its end is told', async () => {
    const town = new ServedTown('2026-11-23T10:00');
    const it = town.desk();
    await it.says('Treserva');
    await it.presses('Meddela driftstopp');
    await it.says('Vi arbetar på det.');
    const tore = town.somebody('tierp', { user: 'tore' });
    await tore.says('Treserva fungerar inte');
    tore.hears('Driftstopp: Treserva', 'Vi arbetar på det.', 'IT-centrum');
    await tore.presses('Jag också');
    tore.hears('Du behöver inte göra något mer');
    const heby = town.somebody('heby', { user: 'hanna', locale: 'en' });
    await heby.says('is there an outage?');
    heby.hears('Outage: Treserva', 'Text missing in English');
    await heby.presses('Me too');
    await it.says('läget');
    it.hears('Drabbas också: 2');
    await it.presses('Det fungerar igen');
    await tore.looks();
    tore.hears('Fungerar igen: Treserva', 'för att du anmälde det eller drabbades');
    await heby.looks();
    heby.hears('Working again: Treserva');
    await tore.says('är det driftstopp?');
    tore.hears('Inget driftstopp är anmält');
  });

  it('reports of one municipality are put before the department, whose outage answers them', async () => {
    const town = new ServedTown('2026-11-23T10:00');
    for (const user of ['anna', 'bo', 'cilla']) await reportTes(town, user);
    expect(town.at('desk/tierp').join()).to.not.contain('driftstopp');
    const it = town.desk();
    await it.says('vad händer?');
    it.hears('Är det här ett driftstopp? TES', '3 anmälningar', 'Tierp');
    await reportTes(town, 'dan');
    await it.says('vad händer?');
    it.hears('4 anmälningar');
    await it.presses('Meddela driftstopp');
    await it.says('TES startas om.');
    const eva = town.somebody('tierp', { user: 'eva' });
    await eva.says('TES fungerar inte');
    eva.hears('Driftstopp: TES', 'TES startas om.');
    const heby = town.somebody('heby', { user: 'hanna', locale: 'sv' });
    await heby.says('TES fungerar inte');
    heby.hearsNoneOf('Driftstopp: TES');
    await it.says('läget');
    it.hearsNoneOf('Är det här ett driftstopp?');
    await it.presses('Det fungerar igen');
    for (const user of ['anna', 'bo', 'cilla', 'dan'])
      expect(town.at(`web/tierp/${user}`).at(-1), user).to.contain('Fungerar igen: TES');
    expect(town.log).to.deep.equal([]);
  });

  it('what the department dismisses is over in the municipality too, and new reports are put before it anew', async () => {
    const town = new ServedTown('2026-11-23T10:00');
    for (const user of ['anna', 'bo', 'cilla']) await reportTes(town, user);
    const it = town.desk();
    await it.says('vad händer?');
    await it.presses('Inte ett driftstopp');
    const own = town.desk('tierp');
    await own.says('vad händer?');
    own.hearsNoneOf('Är det här ett driftstopp?');
    await town.work(3_600_000);
    for (const user of ['dan', 'eva', 'fia']) await reportTes(town, user);
    await it.says('vad händer?');
    it.hears('Är det här ett driftstopp? TES', '3 anmälningar');
  });

  it('a fault of the municipality’s own is its own IT’s matter', async () => {
    const town = new ServedTown('2026-11-23T10:00');
    for (const user of ['anna', 'bo', 'cilla']) await reportTes(town, user, 'Passersystemet');
    await town.desk().says('vad händer?');
    expect(town.at('desk/itcentrum').join()).to.not.contain('Är det här ett driftstopp?');
    expect(town.at('desk/tierp').join()).to.contain('Är det här ett driftstopp? Passersystemet');
  });

  it('a municipality’s own IT sees the department’s notices, and cannot change them', async () => {
    const town = new ServedTown('2026-11-23T10:00');
    const it = town.desk();
    await it.says('Treserva');
    await it.presses('Meddela driftstopp');
    const own = town.desk('tierp');
    await own.says('läget');
    own.hears('Driftstopp: Treserva', 'Avsändare: IT-centrum');
    own.isNotOffered('Skriv nytt besked', 'Det fungerar igen', 'Vad kan jag göra med det?');
    await own.says('Passersystemet');
    await own.presses('Meddela driftstopp');
    const [doors] = (await town.board.notices('tierp')).filter(({ origin }) => origin === undefined);
    expect(doors).to.include({ organisation: 'tierp', publication: 'published' });
    expect(await town.board.notices('itcentrum')).to.have.length(1);
    const theirs = (await town.board.notices('itcentrum'))[0]?.id ?? '';
    const refused = await town.command(theirs, { do: 'recall' }, 'tierp');
    expect(refused).to.deep.equal({ outcome: 'refused', faults: [{ field: 'notice', why: 'not-yours' }] });
  });
});
