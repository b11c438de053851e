import { entryInWords, historyInWords } from '../../../conversation/board/in-words.ts';
import type { BoardEntry } from '../../../domain/reports/board/entry.ts';
import type { TextKey } from '../../../locales/catalogue.ts';
import { say } from '../../../locales/say.ts';
import { type Html, html } from '../../html.ts';
import { type DeedsView, deedForms } from './deeds.ts';
import { boardFrame } from './frame.ts';
import { type PingOnPage, pingSection } from './ping.ts';
import type { BoardView } from './view.ts';

/** What came of something that was pressed. */
export interface SaidOnTop {
  readonly text: string;
  readonly isGood: boolean;
}

export interface ReportOnPage {
  readonly entry: BoardEntry;
  /** Null: whoever looks may not judge. */
  readonly deeds: DeedsView | null;
  /** Null: nobody is asked to take it. */
  readonly ping: PingOnPage | null;
  readonly said: SaidOnTop | null;
}

/** One report with all that happened to it, and what can be done with it. */
export function boardReportPage(view: BoardView, { entry, deeds, ping, said }: ReportOnPage): string {
  const { playbook, language } = view;
  const { report } = entry;
  const words = entryInWords(view, entry);
  const fact = (key: TextKey, value: string | null): Html | null =>
    value === null || value === ''
      ? null
      : html`<div><dt>${say(language, key)}</dt><dd class="words">${value}</dd></div>`;
  const { by } = report;
  const reporter =
    by === null ? null : [by.name, by.phone, by.email].filter((part) => part !== null).join(', ');
  const act = say(language, 'board.act', { words: say(language, 'board.queue-words') });
  const isForOthers = !words.isOver && deeds === null && (ping === null || ping.deeds.length === 0);
  const content = html`${said !== null && html`<p class="status ${said.isGood ? 'open' : 'limited'}" role="status">${said.text}</p>`}<p><a href="/board/${playbook.organisation}">← ${say(language, 'board.back')}</a></p>
${ping !== null && pingSection(view, ping)}
<section class="one" aria-labelledby="facts"><h2 id="facts">${words.reference}</h2>
<dl>${fact('board.state', words.state)}${fact('fact.class', words.class)}${fact('board.has', words.has)}${fact('board.next', words.next)}
${fact('fact.service', words.service)}${fact('fact.where', words.site)}${fact('fact.what', report.what)}${fact('fact.since', report.since)}
${fact('fact.reporter', reporter)}${fact('fact.contact-back', report.contactBack)}${fact('fact.reported', `${words.reported} (${words.age})`)}
${report.trail.map(({ question, answer }) => html`<div><dt>${question}</dt><dd class="words">${answer}</dd></div>`)}</dl>
${isForOthers && html`<p class="remark">${act}</p>`}</section>
${deeds !== null && deedForms(view, deeds)}
<section aria-labelledby="history"><h2 id="history">${say(language, 'board.history')}</h2>
<ol class="happened">${historyInWords(view, report).map(({ at, text }) => html`<li><span class="remark">${at}</span><br>${text}</li>`)}</ol></section>`;
  return boardFrame(view, { title: words.title, over: say(language, 'board.title'), content, isLive: true });
}
