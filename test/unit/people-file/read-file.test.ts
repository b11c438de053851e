import { expect } from 'chai';
import { peopleChanges } from '../../../src/domain/people/changes.ts';
import { readPeopleFile } from '../../../src/people-file/read-file.ts';
import { csvOf, madeUpPeople } from '../../support/people/town.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, country = 'SE') => readPeopleFile(bytes(text), country);
const faults = async (text: string) => {
  const file = await read(text);
  return file.outcome === 'faults'
    ? file.faults.map(({ line, field, message }) => `${line} ${field}: ${message}`)
    : [];
};

describe('a file of people', function () {
  this.timeout(30_000);

  it('is read whole: 10,000 as they were written, and others have their turn meanwhile', async () => {
    const people = madeUpPeople(10_000);
    let pauses = 0;
    const file = await readPeopleFile(bytes(csvOf(people)), 'SE', async () => void pauses++);
    expect(pauses).to.equal(50);
    expect(file.outcome === 'read' && file.people).to.deep.equal(people);
  });

  it('with errors in 50 of 10,000 lines: 50 clear lines, and nobody is taken', async () => {
    const lines = csvOf(madeUpPeople(10_000)).split('\r\n');
    const broken = (line: string, i: number): string => {
      const cells = line.split(';');
      const spoil = [
        () => cells.with(1, ''),
        () => cells.with(4, '12'),
        () => cells.with(5, '12a45'),
        () => cells.with(6, 'hemma'),
        () => cells.slice(0, 5),
      ][i % 5];
      return spoil?.().join(';') ?? line;
    };
    const wanted: number[] = [];
    for (let i = 0; i < 50; i++) {
      const at = 7 + i * 199;
      lines[at] = broken(lines[at] ?? '', i);
      wanted.push(at + 1);
    }
    const file = await read(lines.join('\r\n'));
    expect(file.outcome === 'faults' && file.faults.map(({ line }) => line)).to.deep.equal(wanted);
    const five = (file.outcome === 'faults' ? file.faults : [])
      .slice(0, 5)
      .map(({ field, message }) => `${field}: ${message}`);
    expect(five).to.deep.equal([
      'Namn: is empty; write the name of the person',
      'Telefon: is "12", which is no telephone number; write it as +46346885555',
      'Anknytning: is "12a45", which is no extension; three to six digits',
      'Privat telefon: holds what is no telephone number; write it as +46346885555',
      ': has 5 cells where the headings have 8; a cell that holds the separator needs quotes',
    ]);
  });

  it('takes commas, tabs, quotes, headings of four languages, first and last names, and national numbers', async () => {
    for (const [text, country] of [
      [
        'förnamn,efternamn,telefon,tjänster\nAnna,"Berg, född Ek",0680-161 00,"Skolskjuts; färdtjänst"\n',
        'SE',
      ],
      ['Fornavn\tEtternavn\tTelefon\tAnsvar\nAnna\tBerg, född Ek\t22 22 55 55\tSkolskjuts|färdtjänst', 'NO'],
      ['First name;Surname;Phone;Services\nAnna;Berg, född Ek;010 234 56 78;"Skolskjuts; färdtjänst"', 'NL'],
    ] as const) {
      const file = await read(text, country);
      const [first] = file.outcome === 'read' ? file.people : [];
      expect(first).to.deep.include({ name: 'Anna Berg, född Ek', services: ['Skolskjuts', 'färdtjänst'] });
      expect(first?.phone).to.match(/^\+(46|47|31)\d+$/);
    }
  });

  it('is read as Windows writes it, and with a mark of its encoding', async () => {
    const windows = Uint8Array.from('namn;enhet\nÅsa Öberg;Vård', (letter) => letter.charCodeAt(0));
    const file = await readPeopleFile(windows, 'SE');
    expect(file.outcome === 'read' && file.people[0]).to.include({ name: 'Åsa Öberg', unit: 'Vård' });
    expect((await read('\uFEFFnamn;enhet\nÅsa;Vård')).outcome).to.equal('read');
  });

  it('that names somebody twice, has no names, or is no table, says so', async () => {
    expect(await faults('namn,mejl\nAnna,anna@example.org\nAnna B,ANNA@example.org')).to.deep.equal([
      '3 mejl: is the same person as line 2 ("anna@example.org"); remove one of them',
    ]);
    expect((await faults('kommun,län\nHärjedalen,Jämtland'))[0]).to.contain(
      'has no column for the name (kommun, län)',
    );
    expect((await faults('namn,name\nA,B'))[0]).to.contain('means "name" as another column does');
    expect((await faults(''))[0]).to.contain('is empty');
    expect((await faults('namn\n'))[0]).to.contain('is empty');
    expect((await faults('namn,telefontid\nAnna,jämt'))[0]).to.match(/^2 telefontid: /);
    expect(await faults('namn,mejl\nAnna,anna')).to.deep.equal([
      '2 mejl: is "anna", which is no mail address; write it as anna@example.org',
    ]);
    expect(await faults('namn,enhet\n"Anna,Vård\nBo,Skola')).to.have.length(1);
  });

  it('changes who is new, gone or other, and nobody else', () => {
    const [a, b, c, d] = madeUpPeople(4);
    if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error('too few');
    const changes = peopleChanges([a, b, c], [a, { ...b, phone: null, services: ['x'] }, d]);
    expect(changes).to.deep.equal({
      added: [d],
      removed: [c],
      changed: [{ person: { ...b, phone: null, services: ['x'] }, fields: ['phone', 'services'] }],
      same: 1,
    });
  });
});
