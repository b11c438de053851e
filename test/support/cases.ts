import type { Happening } from '../../src/conversation/event.ts';
import { heldBy } from '../../src/domain/people/holders.ts';
import type { LifeNews, LivingReport } from '../../src/domain/reports/life/life.ts';
import type { CaseHappening } from '../../src/runtime/cases/events.ts';
import { caseStep } from '../../src/runtime/cases/step.ts';
import type { Person, Town } from './conversation.ts';

/** The reports of a town, followed up as the runtime does it, and told in the same order. */
export class TownCases {
  readonly #town: Town;

  constructor(town: Town) {
    this.#town = town;
  }

  happens(id: string, what: CaseHappening): void {
    const report = this.#town.reports.get(id);
    if (report === undefined || this.#town.playbook.followUp === null) return;
    const came = caseStep(this.#town.playbook, report, what, this.#town.now);
    if (came.outcome === 'refused') return;
    this.#town.reports.set(id, came.report);
    const by = what.kind === 'told' ? what.by : null;
    const main = what.kind === 'main' ? what.main : null;
    for (const news of came.news) this.#tell(came.report, news, by, main);
  }

  /** Everything that fell due by now, the earliest first. */
  ring(): void {
    const now = this.#town.now.epochMilliseconds;
    const due = [...this.#town.reports.values()]
      .map(({ id, life }) => ({ id, at: life?.due?.at ?? Number.POSITIVE_INFINITY }))
      .filter(({ at }) => at <= now)
      .sort((a, b) => a.at - b.at);
    for (const { id } of due) this.happens(id, { kind: 'tick' });
  }

  #tell(report: LivingReport, news: LifeNews, by: string | null, main: string | null): void {
    switch (news.to) {
      case 'judges':
        return this.#tellHolders([this.#town.playbook.followUp?.judge ?? ''], {
          event: { kind: 'case', report: report.id, what: news.what },
          without: news.what === 'update' ? by : null,
        });
      case 'reporter':
        this.#town.personCalled(report.user)?.happen({
          ...{ kind: 'case-news', report: report.id, what: news.what, main },
        });
        return;
      case 'spreaders':
        return this.#tellHolders(this.#town.playbook.followUp?.spread?.contacts ?? [], {
          event: { kind: 'spread', report: report.id },
          without: null,
        });
      case 'main':
        return this.happens(news.report, { kind: 'joined-by', report: report.id });
      case 'joined':
        for (const id of report.life.joins)
          this.happens(id, {
            ...{ kind: 'main', main: report.id, revision: report.life.revision, what: news.what },
          });
        return;
      case 'order':
      case 'escalation':
        return;
    }
  }

  /** Those who hold one of some contacts and have spoken; else IT's desk. */
  #tellHolders(contacts: readonly string[], told: { event: Happening; without: string | null }): void {
    const { playbook, identities } = this.#town;
    const holds = ({ from }: Person) =>
      heldBy(playbook, from, identities.get(from.user) ?? null).some((id) => contacts.includes(id));
    const holders = this.#town.people.filter((person) => person.hasSpoken && holds(person));
    const to = holders.length === 0 ? [this.#town.desk] : holders;
    for (const person of to) if (person.conversation !== told.without) person.happen(told.event);
  }
}
