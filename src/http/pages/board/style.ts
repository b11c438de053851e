import { STATUS_STYLE } from '../status/style.ts';
import { STYLE, styleHash } from '../style.ts';

/** What the board has beyond the look of status pages: a list that becomes rows where there is room. */
export const BOARD_STYLE = `${STATUS_STYLE}
.reports { list-style: none; margin: 1rem 0 0; padding: 0; display: grid; gap: .7rem; }
.reports > li { padding: .8rem 1rem; background: var(--card); border: 1px solid var(--line); border-left: .4rem solid var(--line); border-radius: .6rem; break-inside: avoid; }
.reports > li.critical { border-left-color: var(--shut); }
.reports > li.over { border-left-color: var(--open); }
.reports h2 { font-size: 1.1rem; margin: 0 0 .2rem; overflow-wrap: anywhere; }
.reports .reference { color: var(--soft); font-variant-numeric: tabular-nums; white-space: nowrap; }
.reports dl, .one dl { margin: .4rem 0 0; }
.tags { display: flex; flex-wrap: wrap; gap: .4rem; margin: .2rem 0; padding: 0; }
.tag.critical { border-color: var(--shut); color: var(--shut); font-weight: 600; }
.one { padding: 1rem; background: var(--card); border: 1px solid var(--line); border-radius: .8rem; }
.one > h2 { margin-top: 0; }
.happened { margin: .5rem 0; padding-left: 0; list-style: none; }
.happened > li { padding: .5rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
.happened time { display: block; color: var(--soft); }
.who-am-i { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem; }
.who-am-i form { padding: 0; }
.who-am-i button { width: auto; min-height: 2.5rem; padding: .4rem 1rem; }
.deeds ul { list-style: none; margin: .7rem 0; padding: 0; display: grid; gap: .5rem; max-width: 34rem; }
.deeds details { margin: 0; }
.deeds > ul > li > form { padding: 0; }
.deeds details > form { padding-top: .6rem; }
.deeds textarea { font: inherit; width: 100%; padding: .6rem; border: 1px solid var(--soft); border-radius: .5rem; background: var(--paper); color: var(--ink); }
.deeds textarea:focus-visible { outline: 3px solid #1f6feb; outline-offset: 2px; }
.deeds li + li > form button { background: var(--card); color: var(--ink); border: 1px solid var(--soft); }
@media (min-width: 60rem) {
  .page { max-width: 76rem; }
  .reports > li { display: grid; grid-template-columns: minmax(18rem, 2fr) 3fr; gap: 0 1.5rem; }
  .reports dl { display: grid; grid-template-columns: repeat(3, 1fr); gap: .2rem 1.2rem; margin: 0; }
  .reports dl > div { display: block; }
}
@media print { .deeds, .who-am-i form { display: none; } }
`;

/** The board runs our own script, asks us, and sends forms to us, and nothing else. */
export const BOARD_HEADERS = {
  'Content-Security-Policy': `default-src 'none'; style-src ${styleHash(STYLE + BOARD_STYLE)}; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  // The token of a link must not leave with a click.
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};
