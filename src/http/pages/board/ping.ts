import { type PingView, pingMessage } from '../../../conversation/pings/words.ts';
import type { Escalation, PingDeed } from '../../../domain/escalation/escalation.ts';
import { ESCALATION_LIMITS } from '../../../domain/escalation/rules.ts';
import type { Report } from '../../../domain/reports/report.ts';
import { say } from '../../../locales/say.ts';
import { type Html, html } from '../../html.ts';
import { folded, pressForm } from './press-form.ts';
import type { BoardView } from './view.ts';

/** A report that is brought to people, as somebody sees it on its page. */
export interface PingOnPage {
  readonly report: Report;
  readonly escalation: Escalation;
  /** As which contact the viewer was asked; null: they were not. */
  readonly contact: string | null;
  /** What they can do with it now. */
  readonly deeds: readonly PingDeed[];
  /** Names what is pressed on this page: pressed twice it is done once. */
  readonly once: string;
}

/** Who has it; for whoever was asked what they can do, as on their message in the chat. */
export function pingSection(view: BoardView, ping: PingOnPage): Html {
  const { escalation, report, contact } = ping;
  const seen: PingView = { ...view, escalation, reports: [report], contact: contact ?? '' };
  const { title, state, tone, notes } = pingMessage(seen);
  // Whoever was not asked is not told that they are needed, and nobody is once it is seen to.
  const isNeeded = contact !== null && escalation.state === 'open';
  const heading = isNeeded ? title : say(view.language, 'board.has');
  const forms = ping.deeds.map((deed) => html`<li>${form(view, ping, deed)}</li>`);
  return html`<section class="deeds" aria-labelledby="ping"><h2 id="ping">${heading}</h2>
<p class="status ${tone === 'good' ? 'open' : 'limited'}">${state}</p>
${forms.length > 0 && html`<ul>${forms}</ul>`}
${contact !== null && notes.map((note) => html`<p class="remark">${note}</p>`)}</section>`;
}

function form(view: BoardView, { report, escalation, once }: PingOnPage, deed: PingDeed): Html {
  const { language, playbook } = view;
  const label = say(language, `ping.do-${deed}`);
  const address = `/board/${playbook.organisation}/reports/${report.id}/ping/${escalation.id}`;
  const pressable = { address, once, deed, label };
  if (deed !== 'decline') return pressForm(view, pressable);
  const field = html`<label>${say(language, 'ping.why')}<textarea name="words" rows="2" required maxlength="${ESCALATION_LIMITS.note}"></textarea></label>`;
  return folded(label, pressForm(view, pressable, field), false);
}
