import { type PackInWords, packInWords } from '../conversation/paper/pack.ts';
import { SCHEDULE_DAYS } from '../conversation/paper/schedule.ts';
import { paperVersion } from '../conversation/paper/version.ts';
import type { PaperContact, RoutineInWords, StepInWords } from '../conversation/routine/words.ts';
import type { Audience } from '../conversation/who/audience.ts';
import { fullDay, fullMoment } from '../conversation/words/moment.ts';
import type { Language } from '../domain/organisation/language.ts';
import type { Playbook } from '../domain/organisation/playbook.ts';
import type { TextKey } from '../locales/catalogue.ts';
import { LOCALE_TAGS, say, type TextValues } from '../locales/say.ts';
import { Sheet } from './sheet.ts';

/** For whom and when a pack is made. */
export interface PackRequest {
  readonly language: Language;
  readonly audience: Audience;
  readonly now: Temporal.ZonedDateTime;
  /** Where what holds now is looked up; null: the service has no address that others reach. @param version of this pack */
  readonly address: ((version: string) => string) | null;
}

const FORM = [16, 22, 38, 12, 12] as const;
const FORM_TITLES = [
  'paper.form-when',
  'paper.form-whom',
  'paper.form-what',
  'paper.form-by',
  'paper.form-done',
] as const;
const FORM_ROW = 34;

/** Everything that has to be on paper when nothing works, as one PDF (scenario A6). */
export async function emergencyPack(playbook: Playbook, request: PackRequest): Promise<Buffer> {
  const { language, audience, now } = request;
  const version = paperVersion(playbook, language, audience);
  return new Pack(packInWords(playbook, language, audience, now), version, request).bytes();
}

class Pack {
  readonly #words: PackInWords;
  readonly #request: PackRequest;
  readonly #version: string;
  readonly #sheet: Sheet;

  constructor(words: PackInWords, version: string, request: PackRequest) {
    this.#words = words;
    this.#request = request;
    this.#version = version;
    this.#sheet = new Sheet({
      title: `${say(words.language, 'paper.title')} – ${words.organisation}`,
      author: words.organisation,
      language: LOCALE_TAGS[words.language],
      at: new Date(request.now.epochMilliseconds),
    });
  }

  bytes(): Promise<Buffer> {
    this.#cover();
    this.#schedules();
    for (const routine of this.#words.routines) this.#routine(routine);
    this.#numbers();
    this.#form();
    const date = fullMoment(this.#request.now, this.#request.language);
    const foot = this.#say('paper.foot', { name: this.#words.organisation, version: this.#version, date });
    return this.#sheet.bytes((page, pages) => [foot, this.#say('paper.page', { page, pages })]);
  }

  #cover(): void {
    const { organisation, routines, emergency } = this.#words;
    const { address, now, language } = this.#request;
    this.#sheet.paragraph(organisation, 'remark');
    this.#sheet.heading(1, this.#say('paper.title'));
    this.#sheet.paragraph(
      this.#say('paper.version', { version: this.#version, date: fullMoment(now, language) }),
    );
    this.#sheet.paragraph(this.#say('paper.intro'));
    if (emergency !== null) this.#sheet.heading(3, emergency, 20);
    if (address !== null) this.#sheet.qr(address(this.#version), this.#say('paper.scan'));
    this.#sheet.heading(3, this.#say('paper.contents'));
    for (const part of [
      this.#say('paper.schedule'),
      ...routines.map(({ name }) => name),
      this.#say('routine.numbers'),
      this.#say('paper.form'),
    ])
      this.#sheet.point('–', part, []);
  }

  #schedules(): void {
    const { schedules } = this.#words;
    const { now, language } = this.#request;
    const from = now.startOfDay();
    this.#sheet.newPage();
    this.#sheet.heading(2, this.#say('paper.schedule'));
    const days = {
      from: fullDay(from, language),
      to: fullDay(from.add({ days: SCHEDULE_DAYS - 1 }), language),
    };
    this.#sheet.paragraph(this.#say('paper.schedule-days', days), 'remark');
    for (const { name, rows, isCut } of schedules) {
      this.#sheet.heading(3, name);
      for (const { when, closed, steps } of rows)
        this.#sheet.row(
          [{ text: when, bold: true }, { text: [...(closed === null ? [] : [closed]), ...steps].join('\n') }],
          [38, 62],
        );
      if (isCut) this.#sheet.paragraph(this.#say('paper.more-rows'), 'remark');
    }
  }

  #routine({ name, remarks, steps, afterwards }: RoutineInWords): void {
    this.#sheet.newPage();
    this.#sheet.heading(2, name);
    for (const remark of remarks) this.#sheet.paragraph(remark, 'remark');
    this.#steps(steps);
    if (afterwards.length === 0) return;
    this.#sheet.heading(3, this.#say('routine.afterwards'));
    this.#steps(afterwards);
  }

  #steps(steps: readonly StepInWords[]): void {
    for (const [i, { text, contacts }] of steps.entries())
      this.#sheet.point(`${i + 1}.`, text, contacts.map(contactLine));
  }

  #numbers(): void {
    this.#sheet.newPage();
    this.#sheet.heading(2, this.#say('routine.numbers'));
    for (const contact of this.#words.numbers)
      this.#sheet.row(
        [
          { text: contact.role, bold: true },
          { text: waysOf(contact).join('\n'), bold: true },
          { text: contact.hours.join('\n') },
        ],
        [30, 37, 33],
      );
    if (this.#words.numbers.some(({ hidden }) => hidden))
      this.#sheet.paragraph(this.#say('contact.hidden'), 'remark');
  }

  #form(): void {
    this.#sheet.newPage();
    this.#sheet.heading(2, this.#say('paper.form'));
    this.#sheet.paragraph(this.#say('paper.form-intro'));
    this.#sheet.row(
      FORM_TITLES.map((key) => ({ text: this.#say(key), bold: true })),
      FORM,
      FORM_ROW,
    );
    this.#sheet.blankRows(FORM, FORM_ROW);
  }

  #say(key: TextKey, values: TextValues = {}): string {
    return say(this.#request.language, key, values);
  }
}

function contactLine(contact: PaperContact): string {
  return `${contact.role}: ${waysOf(contact).join(', ')}`;
}

function waysOf({ phone, email, url, where }: PaperContact): string[] {
  return [phone?.text ?? null, email, url?.replace(/^https?:\/\//, '') ?? null, where].filter(
    (way) => way !== null,
  );
}
