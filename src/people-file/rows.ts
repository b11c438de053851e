import { HoursSyntaxError, parseHours } from '../domain/hours/parse.ts';
import { PERSON_LIMITS, type Person } from '../domain/people/person.ts';
import { foldedWords } from '../domain/people/search/fold.ts';
import type { Column } from './columns.ts';
import { dialableIn } from './phone.ts';

/** What is wrong in a line of a file, and what to do. */
export interface RowFault {
  /** The first line of the file is 1. */
  readonly line: number;
  /** The column as the file calls it. */
  readonly field: string;
  readonly message: string;
}

/** A line of a file, by its columns. */
export interface Row {
  readonly line: number;
  readonly values: Readonly<Partial<Record<Column, string>>>;
}

const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/;

/** Reads lines as people, and finds all that is wrong with them. */
export class RowReader {
  readonly #country: string;
  /** What columns are called in the file. */
  readonly #called: Readonly<Partial<Record<Column, string>>>;
  readonly #faults: RowFault[] = [];
  readonly #people: Person[] = [];
  readonly #lines = new Map<string, number>();

  constructor(country: string, called: Readonly<Partial<Record<Column, string>>>) {
    this.#country = country;
    this.#called = called;
  }

  get people(): readonly Person[] {
    return this.#people;
  }

  get faults(): readonly RowFault[] {
    return this.#faults;
  }

  /** A line has at most one fault: what follows from it is not told too. */
  read(row: Row): void {
    const before = this.#faults.length;
    const person = this.#person(row);
    if (this.#faults.length > before) this.#faults.splice(before + 1);
    else this.#add(row.line, person);
  }

  #person(row: Row): Person {
    const name = this.#name(row);
    const email = this.#email(row);
    const unit = this.#text(row, 'unit');
    return {
      id: this.#id(row, { name, email, unit }),
      ...{ name, unit, email },
      role: this.#text(row, 'role'),
      phone: this.#phone(row, 'phone'),
      extension: this.#extension(row),
      privatePhone: this.#phone(row, 'private-phone'),
      services: this.#services(row),
      hours: this.#hours(row),
    };
  }

  #add(line: number, person: Person): void {
    const other = this.#lines.get(person.id);
    if (other !== undefined)
      return this.#fault(
        line,
        this.#namesThem(),
        `is the same person as line ${other} ("${person.id}"); remove one of them`,
      );
    this.#lines.set(person.id, line);
    this.#people.push(person);
  }

  #namesThem(): Column {
    return (
      (['id', 'email', 'name'] as const).find((column) => this.#called[column] !== undefined) ?? 'last-name'
    );
  }

  #name(row: Row): string {
    const whole = this.#text(row, 'name') ?? '';
    const name =
      whole !== ''
        ? whole
        : [this.#text(row, 'first-name'), this.#text(row, 'last-name')]
            .filter((part) => part !== null)
            .join(' ');
    if (name === '')
      this.#fault(
        row.line,
        this.#called.name === undefined ? 'last-name' : 'name',
        'is empty; write the name of the person',
      );
    else if (foldedWords(name).length === 0)
      this.#fault(row.line, 'name', `is "${name}", which has no letters; write the name of the person`);
    return name;
  }

  /** Their own id, else their address, else name and unit: by it a later file changes the same person. */
  #id(row: Row, { name, email, unit }: Pick<Person, 'name' | 'email' | 'unit'>): string {
    const own = this.#text(row, 'id', PERSON_LIMITS.id);
    return (
      own ??
      email ??
      foldedWords(`${name} ${unit ?? ''}`)
        .join('-')
        .slice(0, PERSON_LIMITS.id)
    );
  }

  #email(row: Row): string | null {
    const email = this.#text(row, 'email', PERSON_LIMITS.email)?.toLowerCase() ?? null;
    if (email !== null && !EMAIL.test(email))
      this.#fault(row.line, 'email', `is "${email}", which is no mail address; write it as anna@example.org`);
    return email;
  }

  #phone(row: Row, column: 'phone' | 'private-phone'): string | null {
    const written = this.#text(row, column);
    if (written === null) return null;
    const number = dialableIn(written, this.#country);
    if (number !== null) return number;
    // A private number that is wrong is private all the same.
    const shown = column === 'phone' ? `is "${written}", which` : 'holds what';
    this.#fault(row.line, column, `${shown} is no telephone number; write it as +46346885555`);
    return null;
  }

  #extension(row: Row): string | null {
    const extension = this.#text(row, 'extension');
    if (extension === null || /^\d{3,6}$/.test(extension)) return extension;
    this.#fault(row.line, 'extension', `is "${extension}", which is no extension; three to six digits`);
    return null;
  }

  #services(row: Row): string[] {
    const services = (row.values.services ?? '')
      .split(/[;|]|,\s/)
      .map((service) => service.trim())
      .filter((service) => service !== '');
    if (services.length > PERSON_LIMITS.services)
      this.#fault(
        row.line,
        'services',
        `names ${services.length} services; at most ${PERSON_LIMITS.services}`,
      );
    const long = services.find((service) => service.length > PERSON_LIMITS.text);
    if (long !== undefined)
      this.#fault(row.line, 'services', `has a service of more than ${PERSON_LIMITS.text} characters`);
    return services;
  }

  #hours(row: Row): string | null {
    const hours = this.#text(row, 'hours', PERSON_LIMITS.hours);
    if (hours === null) return null;
    try {
      parseHours(hours);
      return hours;
    } catch (cause) {
      if (!(cause instanceof HoursSyntaxError)) throw cause;
      this.#fault(row.line, 'hours', cause.message);
      return null;
    }
  }

  #text({ line, values }: Row, column: Column, most: number = PERSON_LIMITS.text): string | null {
    const text = (values[column] ?? '')
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
      .trim();
    if (text === '') return null;
    if (text.length > most) this.#fault(line, column, `has ${text.length} characters; at most ${most}`);
    return text;
  }

  #fault(line: number, column: Column, message: string): void {
    this.#faults.push({ line, field: this.#called[column] ?? column, message });
  }
}
