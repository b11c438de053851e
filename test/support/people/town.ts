import { seededRandom } from '../../../bench/benchmark.ts';
import type { Person } from '../../../src/domain/people/person.ts';
import { PeopleIndex } from '../../../src/domain/people/search/people-index.ts';

// A municipality's people, made up: the same for the same number of people. Names of the three countries, each name many
// times, many people of one unit, as it is where 10,000 work.

const FIRST =
  `Anna Eva Maria Karin Kristina Lena Kerstin Ingrid Åsa Malin Jenny Johanna Hanna Sofia Elin Linnéa Ida Julia Frida Emelie
  Birgitta Gunilla Annika Ulrika Susanne Katarina Josefin Matilda Ebba Alva Saga Märta Ylva Siv Görel Agneta Margareta Lisbeth Pia Helena
  Lars Anders Mikael Johan Erik Per Karl Peter Thomas Jan Daniel Fredrik Håkan Göran Åke Björn Sven Örjan Jörgen Mats
  Stefan Magnus Jonas Christer Kjell Bengt Rolf Gunnar Nils Olof Henrik Mattias Marcus Filip Viktor Oskar Emil Alexander Sebastian Robin
  Anne Inger Kari Marit Liv Berit Astrid Bjørg Randi Solveig Hilde Ragnhild Tone Siri Turid Grethe Øyunn Bente Gerd Aud
  Ole Knut Kjetil Øyvind Geir Arne Terje Svein Tor Morten Håvard Sindre Eirik Trond Rune Bjørn Stian Espen Jarle Øystein
  Johanna Wilhelmina Geertje Marijke Anneke Femke Sanne Lieke Fleur Roos Maaike Ineke Hendrika Saskia Wendy Esther Marloes Jolanda Ilse Mieke
  Jan Pieter Willem Hendrik Gerrit Dirk Jeroen Sander Bas Maarten Joost Ruud Wouter Sjoerd Thijs Matthijs Rik Stijn Daan Koen
  Fatima Mohammed Ahmed Aisha Zahra Ali Hassan Amina Yusuf Leila Ibrahim Samira Omar Nour Karim Maryam Abdi Hodan Faisal Rania`.split(
    /\s+/,
  );
const HEAD =
  'Berg Lind Ek Sjö Gran Ström Nord Sund Hed Björk Dal Ny Öst Väst Holm Sand Alm Ceder Hag Hall Lund Käll Löf Mal Mo Norr Rosen Sten Söder Wall Wik Åker Äng Öh Hög Hell Hjort Blom Fors Kron'.split(
    ' ',
  );
const TAIL =
  'ström qvist gren berg man lund dahl blad fors vall stedt mark backa strand ling lund äng rud ell us én in wall holm björk'.split(
    ' ',
  );
const OTHER =
  `Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Pettersson Jonsson Jansson Hansson Bengtsson
  Jönsson Carlsson Petersson Lindberg Magnusson Fredriksson Gunnarsson Mattsson Isaksson Håkansson Åkesson Göransson Bäckman Wåhlin Sjöqvist
  Hansen Johansen Olsen Larsen Andersen Pedersen Nilsen Kristiansen Jensen Karlsen Bakke Haugen Hagen Lie Moen Strand Solberg Bøe Sørensen Ødegård
  Jansen Visser Bakker Smit Meijer Mulder Bos Vos Peters Hendriks Dekker Dijkstra Veenstra Postma Hoekstra Wijnands Kuijpers Vermeulen Schipper Rijnders
  Hassan Ali Mohammed Abdullahi Yilmaz Nguyen Kowalska Petrovic Ibrahimovic Haddad`.split(/\s+/);
const PARTICLES = ['', '', '', '', '', '', 'van ', 'de ', 'van der ', 'van den '];

const UNITS =
  `Barn och utbildning|Vård och omsorg|Samhällsbyggnad|Ekonomikontoret|Kommunledning|Kultur och fritid|Räddningstjänsten|Socialtjänsten|Individ och familj
  Svegs skola|Funäsdalens skola|Hede skola|Ytterhogdals skola|Lillhärdals förskola|Vemdalens förskola|Gymnasieskolan|Kulturskolan|Elevhälsan|Fjällglimten|Sveg äldreboende
  Hemtjänsten Sveg|Hemtjänsten Hede|Hemsjukvården|LSS Sveg|Korttidsboendet|Biståndsenheten|Bygglov|Miljöenheten|Gata och park|Vatten och avlopp
  Fastighetsenheten|Lokalvården|Kostenheten|Personalkontoret|Löneenheten|IT-enheten|Växeln|Biblioteket|Turistbyrån|Näringslivskontoret`
    .split(/[|\n]/)
    .map((unit) => unit.trim());
const ROLES =
  `rektor|lärare|barnskötare|undersköterska|sjuksköterska|enhetschef|handläggare|ekonom|administratör|vaktmästare|lokalvårdare|kock|biståndshandläggare|bygglovshandläggare|socialsekreterare|
  IT-tekniker|löneadministratör|personalkonsult|arbetsterapeut|fysioterapeut|skolsköterska|kurator|bibliotekarie|brandman|miljöinspektör|ingenjör|kommunikatör|registrator|nämndsekreterare|planerare`
    .split('|')
    .map((role) => role.trim());

/** So many people, `p1` upwards; nobody is called as another in the same unit. */
export function madeUpPeople(count: number): readonly Person[] {
  const random = seededRandom(39);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const taken = new Set<string>();
  const people: Person[] = [];
  while (people.length < count) {
    const last = random() < 0.6 ? `${pick(HEAD)}${pick(TAIL)}` : `${pick(PARTICLES)}${pick(OTHER)}`;
    const first = random() < 0.12 ? `${pick(FIRST)}-${pick(FIRST)}` : pick(FIRST);
    const name = `${first} ${last}`;
    const unit = pick(UNITS);
    if (taken.has(`${name} ${unit}`)) continue;
    taken.add(`${name} ${unit}`);
    const number = people.length + 1;
    people.push({
      id: `p${number}`,
      ...{ name, unit, role: pick(ROLES), email: `p${number}@example.test` },
      ...{ phone: `+46680${String(100_000 + number)}`, extension: String(10_000 + number) },
      privatePhone: `+46701${String(100_000 + number)}`,
      ...{ services: [], hours: null },
    });
  }
  return people;
}

/** People as they are searched. */
export function indexOf(people: readonly Person[]): PeopleIndex {
  return new PeopleIndex(
    people.map(({ name, role, unit, services, extension }) => ({
      ...{ names: [name], services, roles: [role ?? ''], units: [unit ?? ''], extensions: [extension ?? ''] },
    })),
  );
}

/** People as a CSV file lists them. */
export function csvOf(people: readonly Person[]): string {
  const rows = people.map(({ id, name, unit, role, phone, extension, privatePhone, email }) =>
    [id, name, unit, role, phone, extension, privatePhone, email].join(';'),
  );
  return ['Anställningsnummer;Namn;Enhet;Titel;Telefon;Anknytning;Privat telefon;E-post', ...rows].join(
    '\r\n',
  );
}
