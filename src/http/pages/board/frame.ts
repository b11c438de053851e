import type { Language } from '../../../domain/organisation/language.ts';
import type { Playbook } from '../../../domain/organisation/playbook.ts';
import { say } from '../../../locales/say.ts';
import { type Html, html } from '../../html.ts';
import { page } from '../layout.ts';
import { BOARD_SCRIPT_ADDRESS } from './live-script.ts';
import { BOARD_STYLE } from './style.ts';
import type { BoardView } from './view.ts';

/** What a page of the board is made of. */
export interface Framed {
  readonly title: string;
  /** What stands over the title. */
  readonly over: string;
  readonly content: Html;
  readonly isLive: boolean;
}

/** A page of somebody who is signed in. */
export function boardFrame(view: BoardView, { title, over, content, isLive }: Framed): string {
  const { playbook, language, proof, until } = view;
  const name = view.name ?? say(language, 'board.signed-in-desk');
  const body = html`<header><p>${over}</p><h1>${title}</h1></header>
<main id="board"><p id="board-news" class="visually-hidden" role="status" data-words="${say(language, 'board.changed')}"></p><div id="board-content">${content}</div></main>
<footer><div class="who-am-i"><p>${say(language, 'board.signed-in', { name, until })}</p>
<form action="/board/${playbook.organisation}/sign-out" method="post"><input type="hidden" name="proof" value="${proof}"><button>${say(language, 'board.sign-out')}</button></form></div>
${isLive && html`<p id="board-live" hidden>${say(language, 'board.live')}</p>`}</footer>`;
  const head = isLive
    ? html`<script type="module" src="${BOARD_SCRIPT_ADDRESS}" data-live="/board/${playbook.organisation}/live"></script>
`
    : html``;
  return page(language, `${title} – ${playbook.name}`, body, { style: BOARD_STYLE, head });
}

/** A page of somebody who is not signed in (yet), or that says why not. */
export function doorPage(
  { playbook, language }: { readonly playbook: Playbook; readonly language: Language },
  content: Html,
): string {
  const title = say(language, 'board.title');
  const body = html`<header><p>${playbook.name}</p><h1>${title}</h1></header><main>${content}</main>`;
  return page(language, `${title} – ${playbook.name}`, body, { style: BOARD_STYLE });
}

/** Asks for one press: opening a link alone does nothing, for programs open links too. */
export function signInPage(
  reader: { readonly playbook: Playbook; readonly language: Language },
  token: string,
): string {
  const { playbook, language } = reader;
  return doorPage(
    reader,
    html`<form class="step" action="/board/${playbook.organisation}/sign-in" method="post"><h2>${say(language, 'board.sign-in-title')}</h2>
<p>${say(language, 'board.sign-in-text')}</p><input type="hidden" name="token" value="${token}"><input type="hidden" name="lang" value="${language}"><button>${say(language, 'board.sign-in-button')}</button></form>`,
  );
}
