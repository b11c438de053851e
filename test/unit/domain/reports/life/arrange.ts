import type { Playbook } from '../../../../../src/domain/organisation/playbook.ts';
import type { LifeCommand, LifeNews, LivingReport } from '../../../../../src/domain/reports/life/life.ts';
import { live } from '../../../../../src/domain/reports/life/live.ts';
import type { Actor, Report } from '../../../../../src/domain/reports/report.ts';
import { reportOf } from '../../../../support/reports.ts';

export const MANAGER: Actor = { name: 'Marie Jansen', contact: 'manager-general-affairs' };
export const REPORTER: Actor = { name: null, contact: null };

/** A report whose life is led step by step, at times of the playbook's zone. */
export class Led {
  report: Report;
  news: readonly LifeNews[] = [];
  readonly #playbook: Playbook;

  constructor(playbook: Playbook, more: Partial<Report> = {}) {
    this.#playbook = playbook;
    this.report = reportOf('K7M2-QX4P', { organisation: playbook.organisation, service: 'printer', ...more });
  }

  get life(): LivingReport['life'] {
    if (this.report.life === undefined) throw new Error('it has no life yet');
    return this.report.life;
  }

  /** When the next falls due, as local time; null: nothing does. */
  get due(): string | null {
    const { due } = this.life;
    return due === null ? null : `${due.what} ${this.#local(due.at)}`;
  }

  /** @returns what was refused, or 'done' */
  at(local: string, command: LifeCommand, by: Actor = MANAGER): string {
    const now = Temporal.PlainDateTime.from(local).toZonedDateTime(this.#playbook.timezone);
    const lived = live(this.#playbook, this.report, command, { now, by });
    if (lived.outcome === 'refused') return lived.why;
    this.report = lived.report;
    this.news = lived.news;
    return 'done';
  }

  /** What happened last. */
  get last() {
    return this.report.history.at(-1);
  }

  /** Who was told what by the last step, as `reporter judged`. */
  get told(): string[] {
    return this.news.map((each) => ('what' in each ? `${each.to} ${each.what}` : each.to));
  }

  #local(at: number): string {
    return Temporal.Instant.fromEpochMilliseconds(at)
      .toZonedDateTimeISO(this.#playbook.timezone)
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' });
  }
}
