/** What status pages have beyond the look of every page. Colours are never alone: states differ in words and in height. */
export const STATUS_STYLE = `
.visually-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.words { white-space: pre-line; overflow-wrap: anywhere; unicode-bidi: plaintext; }
h3, h4 { line-height: 1.3; overflow-wrap: anywhere; }
h3 { font-size: 1.1rem; margin: 0 0 .3rem; }
h4 { font-size: 1rem; margin: 1rem 0 .2rem; }
section > h2 { margin: 2rem 0 .7rem; }
.status small { margin-top: .3rem; font-size: 1rem; }
.card { border-left-width: .4rem; }
.card.shut { border-left-color: var(--shut); }
.card.limited { border-left-color: var(--half); }
.card .state { font-weight: 600; }
.card.shut .state { color: var(--shut); }
.card.limited .state { color: var(--half); }
.card details, .history details { margin: .8rem 0 0; padding: 0; border: 0; background: none; }
.card summary { padding: .4rem 0; }
.latest { margin: .7rem 0; padding: .5rem .8rem; border-radius: .5rem; background: var(--paper); }
.latest p { margin: 0; }
dl { margin: .7rem 0; }
dl > div { display: grid; grid-template-columns: minmax(7rem, 30%) 1fr; gap: .2rem .8rem; padding: .25rem 0; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
.parts, .bare, .updates, .follow, .sites, .legend, .history { list-style: none; padding: 0; margin: .5rem 0; }
.parts > li { padding: .6rem 0 .6rem .8rem; border-left: 3px solid var(--line); break-inside: avoid; }
.parts > li + li { margin-top: .5rem; }
.parts > li.now { border-left-color: var(--half); background: var(--paper); }
.parts p, .updates p { margin: .1rem 0; }
.updates > li { padding: .6rem 0; border-top: 1px solid var(--line); }
.tag { display: inline-block; padding: 0 .5rem; border: 1px solid var(--soft); border-radius: 1rem; font-size: .9rem; color: var(--soft); }
.now .tag { border-color: var(--half); color: var(--half); font-weight: 600; }
.contact { padding-top: .5rem; border-top: 1px solid var(--line); }
.sites, .follow, .legend { display: flex; flex-wrap: wrap; gap: .5rem; }
.sites a { display: block; padding: .5rem .9rem; border: 1px solid var(--soft); border-radius: 2rem; text-decoration: none; background: var(--card); }
.sites a[aria-current] { background: var(--ink); border-color: var(--ink); color: var(--paper); font-weight: 600; }
.follow a { display: inline-block; padding: .4rem .6rem .4rem 0; }
details.past { margin: .6rem 0; }
details.past h3 { font-size: 1rem; margin: 1rem 0 .2rem; }
details.past > summary small { display: block; font-weight: 400; color: var(--soft); }
.history > li { padding: .7rem 0; border-top: 1px solid var(--line); break-inside: avoid; }
.history h3 { font-size: 1rem; }
.history p { margin: .2rem 0 0; }
.history summary { padding: .2rem 0; font-weight: 400; color: var(--soft); }
.history svg { display: block; width: 100%; height: 2rem; }
.legend { gap: .3rem 1.2rem; color: var(--soft); }
.legend svg { display: inline-block; width: .5rem; height: 1.1rem; vertical-align: -.2rem; }
svg path { fill: none; stroke-width: .7; }
svg .ok { stroke: var(--open); }
svg .maintenance { stroke: var(--half); }
svg .outage { stroke: var(--shut); }
.axis { display: flex; justify-content: space-between; margin: 0; color: var(--soft); font-size: .9rem; }
header nav.languages { margin: -.5rem 0 1rem; }
footer h2 { color: var(--ink); }
.organisations a { border-left: .4rem solid var(--shut); }
.organisations a.open { border-left-color: var(--open); }
.organisations a.limited { border-left-color: var(--half); }
.organisations small { font-size: 1rem; margin-top: .2rem; }
@media (forced-colors: active) { svg path { stroke: CanvasText; } }
@media print {
  svg .maintenance { stroke-dasharray: 2 1; }
  .card details, details.past { display: block; }
  .sites, .follow, footer h2, #status-live { display: none; }
  .card { border-left: .3rem solid #000; padding-left: .8rem; }
}
`;
