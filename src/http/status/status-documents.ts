import type { Notice } from '../../domain/notices/notice.ts';
import type { Language } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { allStatusPage } from '../pages/status/all-page.ts';
import { DOCUMENTS, type DocumentName } from './documents.ts';
import { type KeptDocument, KeptDocuments } from './kept-documents.ts';
import { serviceLinks } from './links.ts';
import { holdsUntil, type StatusAsked, statusView } from './view.ts';

/** Which document somebody wants. */
export interface DocumentAsked extends StatusAsked {
  readonly name: DocumentName;
  /** The key that let the reader in; it goes into every address. Null: none. */
  readonly key: string | null;
}

/** The documents that the service answers with, made when they are asked for and kept as long as they are true. */
export class StatusDocuments {
  readonly #kept = new KeptDocuments();
  readonly #origin: () => string;
  readonly #hasMail: boolean;

  /**
   * @param origin where the service is reached, without a slash at its end, for what is read elsewhere
   * @param hasMail whether notices go out by mail
   */
  constructor(origin: () => string, hasMail: boolean) {
    this.#origin = origin;
    this.#hasMail = hasMail;
  }

  of(asked: DocumentAsked, notices: readonly Notice[], now: Temporal.Instant): KeptDocument {
    const { playbook, language, site, name, key } = asked;
    const { make, times, countsMinutes, asOf } = DOCUMENTS[name];
    return this.#kept.get(
      JSON.stringify([playbook.organisation, name, language, site, key !== null]),
      [notices, playbook],
      now.epochMilliseconds,
      () => asOf(now.toZonedDateTimeISO(playbook.timezone), language),
      () => {
        const links = serviceLinks(playbook, key, name === 'page' ? '' : this.#origin(), this.#hasMail);
        const view = statusView(asked, notices, now, links, times);
        return { template: make(view, 'page'), until: holdsUntil(view, countsMinutes) };
      },
    );
  }

  /** The page of all organisations. */
  all(
    language: Language,
    playbooks: readonly Playbook[],
    notices: readonly (readonly Notice[])[],
    now: Temporal.Instant,
  ): KeptDocument {
    const zone = playbooks[0]?.timezone ?? 'UTC';
    return this.#kept.get(
      JSON.stringify(['all', language]),
      [...notices, ...playbooks],
      now.epochMilliseconds,
      () => DOCUMENTS.page.asOf(now.toZonedDateTimeISO(zone), language),
      () => {
        const views = playbooks.map((playbook, i) => {
          const asked = { playbook, language: playbook.languages[0], site: null };
          return statusView(asked, notices[i] ?? [], now, serviceLinks(playbook, null, ''), 'near');
        });
        const until = Math.min(...views.map((view) => holdsUntil(view, false)));
        const template = allStatusPage(
          language,
          views,
          (view) => view.links.page(null, view.language),
          'page',
        );
        return { template, until };
      },
    );
  }
}
