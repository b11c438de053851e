import { expect } from 'chai';
import type { FormMessage } from '../../../../../src/conversation/messages.ts';
import type { MaintenanceWindow } from '../../../../../src/domain/notices/notice.ts';
import { partsFor } from '../../../../../src/domain/notices/view.ts';
import { type Person, Town } from '../../../../support/conversation.ts';
import { subscriptionOf } from '../../../../support/notices.ts';
import { shipped } from '../../../../support/playbooks.ts';

const playbook = shipped('itcentrum');

const PARTS = [
  'lö 29 okt 10–14 personalsystem Tierp',
  'lö 29 okt 12–14 Tierpsbyggen, Tierp',
  'sön 30/10 10-13 Treserva och TES, Älvkarleby: går inte att nå',
].join('\n');

function formOf(person: Person): FormMessage {
  const message = person.replies.findLast(({ message: each }) => each.kind === 'form')?.message;
  if (message?.kind !== 'form') throw new Error(`no form in:\n${person.text}`);
  return message;
}

function fill(person: Person, fields: Record<string, string>): void {
  person.pressId(formOf(person).submit.id, fields);
}

function windows(town: Town): MaintenanceWindow[] {
  return [...town.notices.values()].filter((notice) => notice.kind === 'maintenance');
}

function begun(now = '2022-10-24T09:00'): Town {
  const town = new Town(playbook, now);
  town.desk.say('nytt servicefönster');
  return town;
}

function local(at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(playbook.timezone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

describe('who reads what of a window', () => {
  function asked(change: (town: Town) => void): Person {
    const town = begun();
    change(town);
    fill(town.desk, { parts: PARTS, text: 'Vi byter servrar' });
    return town.desk;
  }
  const some = (town: Town): void => {
    const add = (id: string, change: Parameters<typeof subscriptionOf>[1]) =>
      town.subscriptions.set(id, subscriptionOf(id, change));
    add('teams/itcentrum/t/1', { sites: ['tierp'] });
    add('slack/itcentrum/w/1', { sites: ['tierp'] });
    add('slack/itcentrum/w/2', { sites: ['tierp'], source: 'playbook' });
    add('web/itcentrum/eva', { sites: ['alvkarleby', 'heby'], source: 'person', language: 'en' });
    add('mail/itcentrum/h', { source: 'mail' });
    add('teams/itcentrum/t/2', { sites: ['heby'] });
  };

  it('is shown for each audience in its language, counted by where it is, before anything is sent', () => {
    const { text } = asked(some);
    expect(text).to.contain('– De som vill ha allt, på svenska: 1 mejladress');
    expect(text).to.contain('– Tierp, på svenska: 2 kanaler i Slack, 1 kanal i Teams. Ser 2 av 3 delar');
    expect(text).to.contain(
      '– Älvkarleby, på engelska: 1 person. Ser 1 av 3 delar. Texten saknas på det här språket',
    );
    expect(text).to.not.contain('– Heby');
  });

  it('is read by each as it will be: only its parts, with a mark where its language is missing', () => {
    const notices = asked(some).replies.flatMap(({ message }) =>
      message.kind === 'notice' ? [message] : [],
    );
    const seen = notices.map(({ language, marks, parts }) => [
      language,
      marks[0],
      parts.length,
      marks.length,
    ]);
    expect(seen).to.deep.equal([
      ['sv', 'Förhandsvisning på svenska', 3, 1],
      ['en', 'Förhandsvisning på engelska', 3, 2],
      ['en', 'Förhandsvisning på engelska: det här får Älvkarleby – 1 person', 1, 2],
      ['sv', 'Förhandsvisning på svenska: det här får Tierp – 2 kanaler i Slack, 1 kanal i Teams', 2, 1],
    ]);
  });

  it('is told of a limited number of audiences, and how many more there are', () => {
    const sites = ['heby', 'alvkarleby', 'knivsta', 'tierp', 'osthammar'];
    const { text } = asked((town) => {
      for (let bits = 1; bits < 32; bits++) {
        const of = sites.filter((_, i) => (bits & (1 << i)) !== 0);
        for (const language of ['sv', 'en', 'nb', 'nl'] as const)
          town.subscriptions.set(
            `web/${bits}/${language}`,
            subscriptionOf(`web/${bits}/${language}`, { source: 'person', sites: of, language }),
          );
      }
      town.subscriptions.set('web/all', subscriptionOf('web/all', { source: 'person' }));
    });
    expect(text.match(/^– .*, på /gm)).to.have.length(12);
    expect(text).to.contain('och 1 till');
  });
});

describe('the real window of scenario E', () => {
  const town = begun();
  fill(town.desk, {
    parts: PARTS,
    support: 'support per telefon 10–16 båda dagarna',
    text: 'Vi byter servrar',
  });

  it('is read back to its author before anything is sent', () => {
    expect(town.desk.text).to.contain('lördag 29 oktober 2022 10:00–14:00 Personalsystemen, Tierp');
    expect(town.desk.text).to.contain('söndag 30 oktober 2022 10:00–13:00 Treserva, TES, Älvkarleby');
    expect(town.desk.text).to.contain('Planned work:').and.contain('Text missing in English');
    expect(windows(town)).to.deep.equal([]);
  });

  it('is kept as it is, and each municipality sees its own part', () => {
    town.desk.press('Skicka');
    const [window] = windows(town);
    if (window === undefined) throw new Error('there is no window');
    expect(
      window.parts.map(({ services, sites, from, to }) => [services, sites, local(from), local(to)]),
    ).to.deep.equal([
      [['staff-systems'], ['tierp'], '2022-10-29T10:00', '2022-10-29T14:00'],
      [['tierpsbyggen'], ['tierp'], '2022-10-29T12:00', '2022-10-29T14:00'],
      [['treserva', 'tes'], ['alvkarleby'], '2022-10-30T10:00', '2022-10-30T13:00'],
    ]);
    expect(window.support.map(({ from, to }) => [local(from), local(to)])).to.deep.equal([
      ['2022-10-29T10:00', '2022-10-29T16:00'],
      ['2022-10-30T10:00', '2022-10-30T16:00'],
    ]);
    const seen = (site: string) => partsFor(playbook, window, { sites: [site], services: null }).length;
    expect(['tierp', 'alvkarleby', 'heby'].map(seen)).to.deep.equal([2, 1, 0]);
  });

  it('is finished early in part, extended, and cancelled', () => {
    const it = town.desk;
    town.now = town.now.with({ day: 29, hour: 11 });
    it.press('Vad kan jag göra');
    it.press('Klart i förtid');
    const part = formOf(it).fields.find(({ id }) => id === 'part');
    expect(part?.options?.map(({ label }) => label)).to.include('Allt som är kvar');
    fill(it, { part: '1', text: 'Det gick fort' });
    it.press('Skicka');
    expect(windows(town)[0]?.parts[0]).to.include({ endedAt: town.now.epochMilliseconds });
    it.press('Vad kan jag göra');
    it.press('Det tar längre tid');
    fill(it, { part: '2', to: '13:30', text: '' });
    expect(it.text, 'it is to end later').to.contain('Det ska sluta senare än det gör nu');
    fill(it, { to: '15' });
    it.press('Skicka');
    expect(local(windows(town)[0]?.parts[1]?.to ?? 0)).to.equal('2022-10-29T15:00');
    it.press('Vad kan jag göra');
    it.press('Ställ in arbetet');
    fill(it, { text: 'Resten görs en annan helg' });
    expect(it.text).to.contain('Inställt');
    it.press('Skicka');
    expect(windows(town)[0]?.cancelledAt).to.equal(town.now.epochMilliseconds);
  });
});

describe('support of its own for each municipality', () => {
  function supported(support: string) {
    const town = begun();
    fill(town.desk, { parts: PARTS, support, text: 'Vi byter servrar' });
    town.desk.press('Skicka');
    const [window] = windows(town);
    return (window?.support ?? []).map((time) => {
      const { services = [], sites = null, from, to, text } = time;
      return [
        services.join(),
        sites?.join() ?? null,
        local(from).slice(5),
        local(to).slice(11),
        text.sv ?? '',
      ];
    });
  }

  it('is entered by its name and a colon, or by saying where, on the days of its parts', () => {
    expect(supported('Tierp: per telefon 10–16\nlö 29 okt 9–12 per telefon i Älvkarleby')).to.deep.equal([
      ['', 'tierp', '10-29T10:00', '16:00', 'per telefon'],
      ['', 'alvkarleby', '10-29T09:00', '12:00', 'per telefon'],
    ]);
    expect(supported('Treserva: 9–15 ring 0293-21 80 00')).to.deep.equal([
      ['treserva', null, '10-30T09:00', '15:00', 'ring 0293-21 80 00'],
    ]);
    expect(supported('support Tierp och Älvkarleby: 10–16')).to.deep.equal([
      ['', 'alvkarleby,tierp', '10-29T10:00', '16:00', ''],
      ['', 'alvkarleby,tierp', '10-30T10:00', '16:00', ''],
    ]);
  });

  it('is for everybody where no place is named, whatever else stands before a colon', () => {
    expect(supported('support: per telefon 10–16')).to.deep.equal([
      ['', null, '10-29T10:00', '16:00', 'per telefon'],
      ['', null, '10-30T10:00', '16:00', 'per telefon'],
    ]);
  });
});

describe('a window', () => {
  it('tells its author what clashes: red days, other windows, what has begun', () => {
    const town = begun('2026-12-01T09:00');
    fill(town.desk, { parts: '8 dec 18–20 TES, Tierp' });
    expect(town.desk.text).to.not.contain('Titta på det här först');
    town.desk.press('Skicka');
    town.desk.say('nytt servicefönster');
    fill(town.desk, { parts: '8 dec 19–21 TES\n25 dec 9–12 Treserva, Heby\n1 dec 8–10 nätet' });
    expect(town.desk.text).to.contain('Titta på det här först');
    expect(town.desk.text).to.contain('gäller samma sak samtidigt: tisdag 8 december 19–20');
    expect(town.desk.text).to.contain('fredag 25 december 09–12 ligger på en röd dag');
    expect(town.desk.text).to.contain('tisdag 1 december 08–10 har redan börjat');
    expect(town.desk.labels).to.include('Skicka');
  });

  it('at short notice says why', () => {
    const town = begun('2026-12-01T09:00');
    fill(town.desk, { parts: '1 dec 18–20 TES', 'short-notice': 'yes' });
    expect(town.desk.text).to.contain('Varför: Vid kort varsel behöver folk veta varför.');
    fill(town.desk, { text: 'En säkerhetsuppdatering' });
    town.desk.press('Skicka');
    expect(windows(town)[0]).to.include({ shortNotice: true });
  });

  it('names the line that is not understood, and why', () => {
    const town = begun('2026-12-01T09:00');
    fill(town.desk, { parts: '8 dec 18–20 TES\nlördag TES', support: '10' });
    expect(town.desk.text).to.contain('Rad 2, ”lördag TES”: ingen tid som jag förstår');
    expect(town.desk.text).to.contain('Support under tiden: Rad 1, ”10”');
    expect(formOf(town.desk).fields[0]?.value).to.equal('8 dec 18–20 TES\nlördag TES');
  });

  it('that comes again is a window for each day; only the first is told now', () => {
    const town = begun('2026-12-01T09:00');
    const before = town.desk.transcript.length;
    fill(town.desk, { parts: 'varje tredje torsdag i månaden 18–20 Treserva, Tierp', text: 'Uppdatering' });
    expect(town.desk.text).to.contain('Det återkommer: 13 fönster, torsdag 17 december 18–20');
    const told: (string | null)[] = [];
    const keep = town.keep.bind(town);
    town.keep = (user, effect) => {
      if (effect.effect === 'keep-notice') told.push(effect.news);
      keep(user, effect);
    };
    town.desk.press('Skicka');
    expect(told).to.deep.equal(['new', ...Array(12).fill(null)]);
    const all = windows(town);
    expect(all).to.have.length(13);
    expect(new Set(all.map(({ id }) => id)).size).to.equal(13);
    expect(new Set(all.map(({ series }) => series)).size).to.equal(1);
    expect(all.every(({ publication, revision }) => publication === 'published' && revision === 1)).to.equal(
      true,
    );
    expect(all[0]?.text.sv).to.equal(
      'Uppdatering\nDet här återkommer: 13 gånger i allt, nästa gång 21 januari 2027 och sista gången 16 december 2027.',
    );
    expect(all[1]?.text.sv).to.equal('Uppdatering');
    expect(town.desk.transcript.length).to.be.greaterThan(before);
  });

  it('that comes again is confirmed as a whole by a second person', () => {
    const town = new Town(
      { ...playbook, notices: { ...playbook.notices, secondPerson: true } },
      '2026-12-01T09:00',
    );
    town.desk.say('nytt servicefönster');
    fill(town.desk, { parts: 'varje måndag 18–20 TES t.o.m. 31 dec' });
    town.desk.press('Skicka för bekräftelse');
    expect(windows(town).map(({ publication }) => publication)).to.deep.equal(Array(4).fill('to-confirm'));
    const other = town.person('bo', { desk: true });
    other.say('läget');
    expect(other.text.split('Väntar på bekräftelse').length - 1, 'one for all of them').to.equal(1);
    other.press('Det stämmer: skicka');
    expect(windows(town).map(({ publication }) => publication)).to.deep.equal(Array(4).fill('published'));
  });
});

describe('what stands in the lines of a window', () => {
  it('is translated too, a line for each, and as many as there are', () => {
    const town = begun();
    const parts = 'lö 29 okt 10–14 TES, Tierp: går inte att nå\nsö 30 okt 10–14 TES, Heby: långsamt';
    fill(town.desk, { parts, support: 'per telefon 10–16 båda dagarna' });
    town.desk.press('Skriv på engelska');
    expect(formOf(town.desk).fields.map(({ id }) => id)).to.deep.equal(['phrases@en']);
    fill(town.desk, { 'phrases@en': 'cannot be reached' });
    expect(town.desk.text).to.contain('Skriv lika många rader som det är: 3');
    fill(town.desk, { 'phrases@en': 'cannot be reached\nslow\nby phone' });
    expect(town.desk.text).to.contain('by phone').and.not.contain('Text missing');
    town.desk.press('Skicka');
    const [window] = windows(town);
    expect(window?.parts.map(({ effect }) => effect.en)).to.deep.equal(['cannot be reached', 'slow']);
    expect(window?.support.map(({ text }) => text)).to.deep.equal(
      Array(2).fill({ sv: 'per telefon', en: 'by phone' }),
    );
  });
});

describe('lines that are written beside the form of a window', () => {
  it('are kept as its parts, and what is left is asked one by one', () => {
    const { desk } = begun();
    desk.say('lö 29 okt 10–14 personalsystem Tierp');
    expect(desk.text).to.contain('lördag 29 oktober 2022 10:00–14:00 Personalsystemen, Tierp');
    desk.say('sön 30/10 10-13 Treserva och TES, Älvkarleby');
    expect(desk.text).to.contain('söndag 30 oktober 2022 10:00–13:00 Treserva, TES, Älvkarleby');
    desk.press('Det var allt');
    expect(desk.text).to.contain('När går det att nå er under tiden?');
  });

  it('mean what they mean anywhere at the desk where they are none', () => {
    const { desk } = begun();
    desk.say('TES');
    expect(desk.text).to.contain('Meddela driftstopp för TES?');
  });
});
