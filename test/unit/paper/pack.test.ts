import { expect } from 'chai';
import { paperVersion } from '../../../src/conversation/paper/version.ts';
import { LANGUAGES } from '../../../src/domain/organisation/language.ts';
import { CATALOGUES, LOCALE_TAGS } from '../../../src/locales/say.ts';
import { emergencyPack, type PackRequest } from '../../../src/paper/pack.ts';
import { Packs } from '../../../src/paper/packs.ts';
import { readPdf } from '../../support/pdf.ts';
import { at, playbookFrom, SHIPPED, shipped, shippedText } from '../../support/playbooks.ts';

describe('the emergency pack', function () {
  this.timeout(30_000);
  const porsanger = shipped('porsanger');
  const request = (more: Partial<PackRequest> = {}): PackRequest => ({
    ...{ language: 'nb', audience: 'trusted', now: at(porsanger, '2026-12-22T09:00') },
    address: (version) => `https://bot.example.org/routine/porsanger?printed=${version}`,
    ...more,
  });
  const read = async (more: Partial<PackRequest> = {}) =>
    readPdf(await emergencyPack(porsanger, request(more)));

  it('holds routines, numbers, who answers when, and a form, each page with version and date', async () => {
    const { pages, title, language, bookmarks } = await read();
    const version = paperVersion(porsanger, 'nb', 'trusted');
    expect(title).to.equal('Beredskapsperm – Porsanger kommune');
    expect(language).to.equal('nb-NO');
    expect(bookmarks).to.deep.equal([
      ...['Hvem svarer når', 'Kritisk sak', 'Sak som ikke er kritisk', 'Numre', 'Notater imens'],
    ]);
    for (const [i, page] of pages.entries())
      expect(page, `page ${i + 1}`)
        .to.include(`Beredskapsperm, versjon ${version} · tirsdag 22. desember 2026 kl. 09:00`)
        .and.include(`${i + 1} av ${pages.length}`);
    const whole = pages.join(' ');
    expect(whole).to.include('Fare for liv: ring 113 først.').and.include(`?printed=${version}`);
    expect(whole).to.match(/IT-leder:? \+47 ?00 ?00 ?00 ?01|IT-leder:? \+4700000001/);
    expect(pages.at(-1)).to.include('Dag og tid').and.include('Registrert');
  });

  it('says who answers on the days to come, with half days and red days', async () => {
    const harjedalen = shipped('harjedalen');
    const now = at(harjedalen, '2026-12-22T09:00');
    const { pages } = await readPdf(await emergencyPack(harjedalen, request({ language: 'sv', now })));
    const schedule = pages.join(' ');
    expect(schedule).to.include('torsdag 24 december, 08:00–12:00 Ring: Kommunens växel +4600000001');
    expect(schedule).to.include('torsdag 24 december, 12:00–16:00 Stängt (halvdag).');
    expect(schedule).to.include('fredag 25 december, 00:00 – lördag 26 december, 24:00 Stängt (röd dag).');
    expect(schedule).to.include('Brådskande, Vanligt ärende');
  });

  it('keeps direct numbers from everybody', async () => {
    const whole = (await read({ audience: 'everybody' })).pages.join(' ');
    expect(whole).to.not.match(/\+?4700000\d{3}/);
    expect(whole).to.include(CATALOGUES.nb['contact.hidden'].replaceAll(/\s+/g, ' '));
  });

  it('is made of every shipped playbook in all its languages', async () => {
    for (const organisation of SHIPPED) {
      const playbook = shipped(organisation);
      for (const language of LANGUAGES.filter((each) => playbook.languages.includes(each))) {
        const now = at(playbook, '2026-11-27T09:00');
        const pdf = await readPdf(await emergencyPack(playbook, request({ language, now, address: null })));
        expect(pdf.language).to.equal(LOCALE_TAGS[language]);
        expect(pdf.pages.join(' ')).to.include(CATALOGUES[language]['paper.intro']);
        for (const { name } of playbook.routines.values())
          expect(pdf.bookmarks, organisation).to.include(name[language] ?? Object.values(name)[0]);
      }
    }
  });

  it('has letters for names of all its places, Sámi ones too', async () => {
    const names = 'Porsáŋggu gielda: čđŋšŧž ÅÄÖØÆé';
    const { pages } = await readPdf(await emergencyPack({ ...porsanger, name: names }, request()));
    expect(pages[0]).to.include(names);
  });

  it('is not made anew for everybody who asks, but when its hour is over or its playbook is another', async () => {
    const packs = new Packs();
    const first = packs.of(porsanger, request());
    expect(packs.of(porsanger, request({ now: at(porsanger, '2026-12-22T09:59') }))).to.equal(first);
    expect(packs.of(porsanger, request({ now: at(porsanger, '2026-12-22T10:00') }))).to.not.equal(first);
    expect(packs.of({ ...porsanger }, request())).to.not.equal(first);
    expect(packs.of(porsanger, request({ audience: 'everybody' }))).to.not.equal(first);
    await first;
  });
});

describe('the version of what is on paper', () => {
  const text = shippedText('porsanger');
  const of = (changed: string) => paperVersion(playbookFrom(changed), 'nb', 'trusted');
  const before = of(text);

  it('is the same as long as a reader sees the same', () => {
    expect(before).to.match(/^[2-9A-HJ-NP-Z]{5}$/);
    expect(of(`# a remark\n${text}`)).to.equal(before);
  });

  it('changes with a number, hours, and the words of a routine', () => {
    const changes = [
      ['"+4700000001"', '"+4700000099"'],
      ['09:00-14:00', '09:00-15:00'],
      ['Meld saken i TOPdesk', 'Meld saken straks i TOPdesk'],
    ] as const;
    for (const [was, is] of changes) {
      expect(text, was).to.include(was);
      expect(of(text.replaceAll(was, is)), is).to.not.equal(before);
    }
  });
});
