import { createHash } from 'node:crypto';

/** The look of every page: one column, big targets, light and dark, readable on paper. No file to fetch when things are down. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #14202b; --soft: #4d5b68; --paper: #f5f6f8; --card: #fff; --line: #d5dae0; --call: #0b5d3b; --call-ink: #fff; --open: #0b5d3b; --half: #8a5200; --shut: #9c1c1c; --tint: #eef3f0; }
@media (prefers-color-scheme: dark) { :root { --ink: #eef2f5; --soft: #b3bfca; --paper: #10171d; --card: #19232c; --line: #33414d; --call: #35c48a; --call-ink: #05150e; --open: #4fd39c; --half: #f2b457; --shut: #ff9a92; --tint: #1d2b2a; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.5 system-ui, "Segoe UI", Roboto, sans-serif; }
.page { max-width: 40rem; margin: 0 auto; padding: 1rem 1rem 3rem; }
header p { margin: 0 0 .2rem; color: var(--soft); }
header { margin-bottom: 1rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: .1rem 0 1rem; }
h2 { font-size: 1.15rem; line-height: 1.3; margin: 0 0 .5rem; }
a { color: inherit; }
a:focus-visible, button:focus-visible, select:focus-visible, input:focus-visible, summary:focus-visible { outline: 3px solid #1f6feb; outline-offset: 2px; }
.tabs { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem; margin: 0 0 1rem; }
.tabs a { display: block; padding: .7rem .5rem; text-align: center; text-decoration: none; border: 2px solid var(--line); border-radius: .6rem; background: var(--card); font-weight: 600; overflow-wrap: anywhere; }
.tabs a[aria-current] { border-color: var(--ink); background: var(--ink); color: var(--paper); }
.status { margin: 0 0 1rem; padding: .8rem 1rem; border-left: .4rem solid var(--shut); background: var(--card); border-radius: .3rem; font-size: 1.15rem; font-weight: 600; }
.status.open { border-color: var(--open); }
.status.limited { border-color: var(--half); }
.status small { display: block; font-weight: 400; font-size: .95rem; color: var(--soft); }
.notice { margin: 0 0 1rem; padding: .7rem 1rem; border: 2px dashed var(--half); border-radius: .6rem; }
.emergency { display: flex; align-items: center; justify-content: space-between; gap: 1rem; margin: 0 0 1rem; padding: .6rem 1rem; border: 2px solid var(--shut); border-radius: .6rem; font-weight: 600; }
.emergency a { flex: none; padding: .5rem 1rem; border-radius: .5rem; background: var(--shut); color: var(--paper); text-decoration: none; font-size: 1.2rem; }
.lead { margin: 1.4rem 0 .4rem; color: var(--soft); font-weight: 600; }
.step { margin: 0 0 1rem; padding: 1rem; background: var(--card); border: 1px solid var(--line); border-radius: .8rem; break-inside: avoid; }
.step p { margin: .3rem 0; }
.receipt { color: var(--soft); }
.contacts { list-style: none; margin: .6rem 0 .2rem; padding: 0; }
.contacts > li { padding: .7rem 0; break-inside: avoid; }
.contacts > li + li { border-top: 1px solid var(--line); }
.role { font-weight: 600; }
.until { color: var(--soft); font-weight: 400; white-space: nowrap; }
.way { display: block; margin: .4rem 0; padding: .75rem 1rem; border-radius: .6rem; background: var(--call); color: var(--call-ink); font-size: 1.35rem; font-weight: 700; text-align: center; text-decoration: none; overflow-wrap: anywhere; }
.way.mail, .way.web { font-size: 1.05rem; background: none; color: var(--ink); border: 2px solid var(--call); }
.way.action { margin: 1.2rem 0 .8rem; font-size: 1.15rem; }
pre { margin: .8rem 0; padding: .8rem 1rem; overflow-x: auto; background: var(--tint); border-radius: .4rem; font: 1rem/1.5 ui-monospace, monospace; }
.points { margin: .4rem 0; padding-left: 1.3rem; }
.points li { margin: .4rem 0; }
.remark { color: var(--soft); }
.sure { background: var(--tint); border-radius: .4rem; padding: .3rem .6rem; }
details { margin: 1.5rem 0; background: var(--card); border: 1px solid var(--line); border-radius: .8rem; padding: 0 1rem; }
summary { padding: .9rem 0; font-weight: 600; cursor: pointer; }
form { display: grid; gap: .8rem; padding-bottom: 1rem; }
label { display: grid; gap: .25rem; font-weight: 600; }
select, input, button { font: inherit; padding: .6rem; min-height: 2.9rem; border: 1px solid var(--soft); border-radius: .5rem; background: var(--paper); color: var(--ink); width: 100%; }
button { background: var(--ink); color: var(--paper); font-weight: 700; border: 0; cursor: pointer; }
footer { margin-top: 2rem; color: var(--soft); font-size: .95rem; }
nav.languages a { margin-right: .8rem; }
.list { list-style: none; padding: 0; display: grid; gap: .6rem; }
.list a { display: block; padding: 1rem; background: var(--card); border: 1px solid var(--line); border-radius: .8rem; text-decoration: none; font-weight: 600; }
.list .paper-link { padding: .5rem 1rem; border-top: 0; border-radius: 0 0 .8rem .8rem; font-weight: 400; color: var(--soft); }
.list small { display: block; font-weight: 400; color: var(--soft); }
.routine h3 { font-size: 1rem; margin: .8rem 0 0; }
.step ol { margin: .5rem 0; padding-left: 1.6rem; }
.step ol li { margin: .4rem 0; break-inside: avoid; }
.ways, .hours { list-style: none; padding: 0; margin: .2rem 0; }
.hours { color: var(--soft); }
.number { font-size: 1.2rem; font-weight: 700; white-space: nowrap; }
.paper { width: 100%; border-collapse: collapse; }
.paper > * > tr > td { padding: 0; }
.paper > tfoot td { padding-top: .8rem; color: var(--soft); font-size: .9rem; }
.print-only, .code { display: none; }
.code svg { flex: none; width: 6.5rem; height: 6.5rem; }
@media print {
  :root { --ink: #000; --soft: #000; --paper: #fff; --card: #fff; --line: #000; --call-ink: #000; --tint: #fff; --open: #000; --half: #000; --shut: #000; }
  body { font-size: 12pt; }
  .page { max-width: none; padding: 0; }
  .tabs a:not([aria-current]), details, nav.languages, .notice a { display: none; }
  .tabs a[aria-current], .emergency a { background: none; color: #000; border: 2px solid #000; }
  .tabs { grid-template-columns: 1fr; }
  .way { background: none; color: #000; border: 2px solid #000; text-align: left; }
  .print-only { display: block; }
  .screen-only { display: none; }
  .code { display: flex; align-items: center; gap: .8rem; font-weight: 600; }
  h2 { break-after: avoid; }
  .step { border: 0; border-top: 2px solid #000; border-radius: 0; padding: .6rem 0; }
  .paper > tfoot td { border-top: 1px solid #000; font-size: 9pt; }
}
`;

/** What a Content-Security-Policy needs to let exactly a style through. */
export function styleHash(style: string): string {
  return `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
}

export const STYLE_HASH = styleHash(STYLE);
