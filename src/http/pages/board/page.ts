import { type EntryInWords, entryInWords, filterInWords } from '../../../conversation/board/in-words.ts';
import { BOARD_FILTERS, type BoardFilter, type ReportBoard } from '../../../domain/reports/board/board.ts';
import type { TextKey } from '../../../locales/catalogue.ts';
import { say, type TextValues } from '../../../locales/say.ts';
import { type Html, html } from '../../html.ts';
import { boardFrame } from './frame.ts';
import type { BoardView } from './view.ts';

/** The reports of an organisation, for those who answer for them. It needs no script; with one it keeps itself up to date. */
export function boardPage(view: BoardView, board: ReportBoard): string {
  const { playbook, language } = view;
  const text = (key: TextKey, values: TextValues = {}): string => say(language, key, values);
  const left = board.counts[board.filter] - board.entries.length;
  const entries = board.entries.map((entry) => entryInWords(view, entry));
  const content = html`<nav aria-label="${text('board.filters')}"><ul class="sites">${BOARD_FILTERS.map((filter) => filterLink(view, board, filter))}</ul></nav>
${
  entries.length === 0
    ? html`<p class="status open">${text('board.none')}</p>`
    : html`<ol class="reports">${entries.map((entry) => row(view, entry))}</ol>`
}
${left > 0 && html`<p class="remark">${text('board.more', { count: left })}</p>`}`;
  return boardFrame(view, {
    title: text('board.title'),
    over: playbook.name,
    content,
    isLive: true,
  });
}

function filterLink(
  { playbook, language }: BoardView,
  { filter, counts }: ReportBoard,
  each: BoardFilter,
): Html {
  const name = filterInWords(playbook, language, each);
  const current = each === filter && html` aria-current="page"`;
  return html`<li><a href="/board/${playbook.organisation}?show=${each}"${current}>${name} (${counts[each]})</a></li>`;
}

function row({ playbook, language }: BoardView, entry: EntryInWords): Html {
  const tone = entry.isOver ? 'over' : entry.isCritical ? 'critical' : 'plain';
  const fact = (key: TextKey, value: string | null): Html | null =>
    value === null ? null : html`<div><dt>${say(language, key)}</dt><dd>${value}</dd></div>`;
  return html`<li class="${tone}" id="report-${entry.reference}"><div><h2><a href="/board/${playbook.organisation}/reports/${entry.reference}">${entry.title}</a></h2>
<p class="tags"><span class="reference">${entry.reference}</span> <span class="tag${entry.isCritical && !entry.isOver && ' critical'}">${entry.class}</span> <span class="tag">${entry.state}</span></p></div>
<dl>${fact('board.has', entry.has)}${fact('board.next', entry.next)}${fact('fact.reported', entry.age)}${fact('fact.service', entry.service)}${fact('fact.where', entry.site)}</dl></li>`;
}
