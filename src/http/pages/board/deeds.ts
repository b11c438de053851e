import { type BoardReader, momentIn, titleOf } from '../../../conversation/board/in-words.ts';
import { deedsFor, type JudgeDeed, joinable, takesWords } from '../../../domain/reports/life/deeds.ts';
import { LIFE_LIMITS } from '../../../domain/reports/life/life.ts';
import type { Report } from '../../../domain/reports/report.ts';
import { say } from '../../../locales/say.ts';
import { type Html, html } from '../../html.ts';
import { folded, pressForm } from './press-form.ts';
import type { BoardView } from './view.ts';

/** Reports that are offered to join one to. */
const MOST_JOINS = 50;

/** What somebody who judges may do with a report on its page. */
export interface DeedsView {
  readonly report: Report;
  /** Others, one of which it may go on as. */
  readonly others: readonly Report[];
  /** Names what is pressed on this page: pressed twice it is done once. */
  readonly once: string;
  /** What was written with something that was not done; null: nothing. */
  readonly written: { readonly deed: string; readonly words: string } | null;
}

/** A form for each deed; where words belong to it they are asked for first. It needs no script. */
export function deedForms(view: BoardView, deeds: DeedsView): Html | null {
  const offered = deedsFor(deeds.report).filter(
    (deed) => deed !== 'join' || joinable(deeds.report, deeds.others).length > 0,
  );
  if (offered.length === 0) return null;
  // As on the card in the chat: what cannot wait stands first.
  offered.sort((a, b) => Number(b === 'urgent') - Number(a === 'urgent'));
  return html`<section class="deeds" aria-labelledby="deeds"><h2 id="deeds">${say(view.language, 'board.do-title')}</h2>
<ul>${offered.map((deed) => html`<li>${deedForm(view, deeds, deed)}</li>`)}</ul></section>`;
}

function deedForm(view: BoardView, deeds: DeedsView, deed: JudgeDeed): Html {
  const label = say(view.language, `case.do-${deed}`);
  if (deed === 'join') return folded(label, form(view, deeds, deed, joinField(view, deeds)), false);
  if (!takesWords(deed)) return form(view, deeds, deed, null);
  const written = deeds.written?.deed === deed ? deeds.written.words : '';
  const title = titleOf(view, deeds.report);
  const field = html`<label>${say(view.language, `case.words-${deed}`, { title })}<textarea name="words" rows="3" maxlength="${LIFE_LIMITS.text}"${deed === 'ask' && html` required`}>${written}</textarea></label>`;
  return folded(label, form(view, deeds, deed, field), written !== '');
}

function form(view: BoardView, { report, once }: DeedsView, deed: JudgeDeed, field: Html | null): Html {
  const address = `/board/${view.playbook.organisation}/reports/${report.id}`;
  return pressForm(view, { address, once, deed, label: say(view.language, `case.do-${deed}`) }, field);
}

function joinField(view: BoardView, { report, others }: DeedsView): Html {
  const options = joinable(report, others).slice(0, MOST_JOINS);
  return html`<label>${say(view.language, 'case.join-ask', { reference: report.id })}<select name="to">${options.map((each) => html`<option value="${each.id}">${optionOf(view, each)}</option>`)}</select></label>`;
}

function optionOf(reader: BoardReader, report: Report): string {
  const [reference, title, when] = [report.id, titleOf(reader, report), momentIn(reader, report.at)];
  return say(reader.language, 'case.join-choice', { reference, title, when });
}
