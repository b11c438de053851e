import { textMissing } from '../../../conversation/notices/wording.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import { type Html, html } from '../../html.ts';
import {
  type Fact,
  type NoticeInWords,
  noticeInWords,
  type PartInWords,
  subjectOf,
} from '../../status/in-words.ts';
import type { StatusView } from '../../status/view.ts';
import { nameOf, type Said, sayIn } from '../../status/words.ts';

/** A notice that holds: everything that one needs to know of it. */
export function noticeCard(view: StatusView, notice: Notice, tone: 'shut' | 'limited' | 'plain'): Html {
  const words = noticeInWords(view, notice);
  return html`<article class="step card ${tone}" id="${notice.id}">
<h3${inLanguage(words.title)}>${words.title.text}</h3>
<p class="state">${words.state}${words.remarks.map((remark) => html` · ${remark}`)}</p>
${content(view, notice, words, 'h4')}
</article>`;
}

/** A notice that is over, folded up. */
export function pastNotice(view: StatusView, notice: Notice): Html {
  const words = noticeInWords(view, notice);
  const [when] =
    notice.kind === 'outage' ? words.facts.map(({ value }) => value) : words.parts.map((part) => part.when);
  return html`<details class="past" id="${notice.id}"><summary><span${inLanguage(words.title)}>${words.title.text}</span> <small>${words.state} · ${when}</small></summary>
${content(view, notice, words, 'h3')}
</details>`;
}

/** A notice that was taken back. */
export function recalledCard(view: StatusView, notice: Notice): Html {
  const what = subjectOf(view, notice);
  return html`<article class="step card plain" id="${notice.id}">
<h3>${sayIn(view, 'notice.recalled', { what: what.text })}</h3>
<p>${sayIn(view, 'notice.recalled-advice')}</p>
</article>`;
}

/** @param level of the headings within: one below what it stands under */
function content(view: StatusView, notice: Notice, words: NoticeInWords, level: Level): Html {
  const isOutage = notice.kind === 'outage';
  return html`${isOutage && latestWord(view, words)}
${words.text !== null && html`<p class="words"${inLanguage(words.text)}>${!isOutage && html`<strong>${sayIn(view, 'notice.why')}:</strong> `}${words.text.text}</p>`}
${words.corrected !== null && html`<p class="remark">${words.corrected}</p>`}
${missing(view, words).map((remark) => html`<p class="remark">${remark}</p>`)}
${facts(words.facts)}
${words.parts.length > 0 && html`<ul class="parts">${words.parts.map(part)}</ul>`}
${words.support.length > 0 && html`${heading(level, sayIn(view, 'notice.support'))}<ul class="bare">${words.support.map((line) => html`<li class="words">${line}</li>`)}</ul>`}
${meanwhile(view, notice, words, level)}
${contact(view, words)}
${words.retrospect !== null && html`${heading(level, sayIn(view, 'status.retrospect'))}${paragraph(words.retrospect)}`}
${updates(view, words)}`;
}

/** Which texts stand there in another language than the page's. */
function missing({ language }: StatusView, words: NoticeInWords): readonly string[] {
  const all = [
    ...[words.title, words.text, words.meanwhile, words.retrospect],
    ...words.parts.map(({ effect }) => effect),
    ...words.updates.map((update) => update.words),
  ];
  const shown = new Set(all.flatMap((said) => (said?.language == null ? [] : [said.language])));
  return [...shown].map((other) => textMissing(language, other));
}

function latestWord(view: StatusView, { updates: [latest], contact: open }: NoticeInWords): Html | null {
  if (open === null || latest?.words == null) return null;
  return html`<div class="latest"><p class="remark">${sayIn(view, 'outage.latest-at')}: <time datetime="${iso(latest.at)}">${latest.when}</time></p>${paragraph(latest.words)}</div>`;
}

function facts(all: readonly Fact[]): Html | null {
  if (all.length === 0) return null;
  return html`<dl>${all.map(
    ({ label, value, at }) =>
      html`<div><dt>${label}</dt><dd>${at === null ? value : html`<time datetime="${iso(at)}">${value}</time>`}</dd></div>`,
  )}</dl>`;
}

function part({ when, what, where, effect, state, isNow }: PartInWords): Html {
  return html`<li${isNow && html` class="now"`}><p><strong>${when}</strong>${state !== null && html` <span class="tag">${state}</span>`}</p>
<p>${what} · ${where}</p>
<p class="words"${inLanguage(effect)}>${effect.text}</p></li>`;
}

function meanwhile(view: StatusView, { routine }: Notice, words: NoticeInWords, level: Level): Html | null {
  const address = routine === null ? null : view.links.routine(routine, view.language);
  const named = routine === null ? undefined : view.playbook.routines.get(routine);
  if (words.meanwhile === null && named === undefined) return null;
  const name = named === undefined ? '' : nameOf(view, view.playbook.routines, named.id);
  return html`${heading(level, sayIn(view, 'status.meanwhile'))}
${words.meanwhile !== null && paragraph(words.meanwhile)}
${named !== undefined && html`<p>${address === null ? name : html`<a href="${address}">${name}</a>`}</p>`}`;
}

function contact(view: StatusView, { contact: open }: NoticeInWords): Html | null {
  if (open === null) return null;
  const who = open.waits ? null : view.links.who(view.site, view.language);
  return html`<p class="contact"><strong>${sayIn(view, 'status.contact')}</strong> ${open.text}${who !== null && html` <a href="${who}">${sayIn(view, 'who.title')}</a>`}</p>`;
}

function updates(view: StatusView, { updates: all }: NoticeInWords): Html | null {
  if (all.length === 0) return null;
  return html`<details><summary>${sayIn(view, 'status.updates')} (${all.length})</summary><ol class="updates">${all.map(
    ({ at, when, phase, words, corrected }) =>
      html`<li><p class="remark"><time datetime="${iso(at)}">${when}</time>${phase !== null && html` · ${phase}`}${corrected !== null && html` · ${corrected}`}</p>${words !== null && paragraph(words)}</li>`,
  )}</ol></details>`;
}

function paragraph(words: Said): Html {
  return html`<p class="words"${inLanguage(words)}>${words.text}</p>`;
}

type Level = 'h3' | 'h4';

function heading(level: Level, text: string): Html {
  return level === 'h3' ? html`<h3>${text}</h3>` : html`<h4>${text}</h4>`;
}

/** In which language it is, where it is not the page's. */
function inLanguage({ language }: Said): Html | null {
  return language === null ? null : html` lang="${language}"`;
}

function iso(at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'second' });
}
