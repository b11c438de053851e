import { byId } from './dom.js';

/** One column with tabs below this, three columns above. As in style/page.css. */
const NARROW = matchMedia('(max-width: 59.99rem)');
/** Settings beside the views from here on; else in a sheet. */
const ROOMY = matchMedia('(min-width: 77.5rem)');
const VIEWS = ['chat', 'teams', 'slack'];

/** Lays the parts out for the width of the window, and keeps at it. */
export function layOut() {
  placeSettings();
  ROOMY.addEventListener('change', placeSettings);
  const sheet = byId('sheet', HTMLDialogElement);
  byId('open-settings').addEventListener('click', () => sheet.showModal());
  byId('close-settings').addEventListener('click', () => sheet.close());
  sheet.addEventListener('click', (event) => {
    if (event.target === sheet) sheet.close();
  });
  layOutTabs();
  NARROW.addEventListener('change', layOutTabs);
  for (const view of VIEWS) tabOf(view).addEventListener('click', () => showView(view));
  byId('tabs').addEventListener('keydown', moveAlongTabs);
  showView('chat');
}

/** The settings are one form that stands where there is room for it. */
function placeSettings() {
  const sheet = byId('sheet', HTMLDialogElement);
  if (ROOMY.matches) {
    sheet.close();
    byId('rail').append(...settingsParts());
  } else byId('sheet-foot').before(...settingsParts());
  byId('rail').hidden = !ROOMY.matches;
}

function settingsParts() {
  return [byId('settings'), ...document.querySelectorAll('nav.pages')];
}

function layOutTabs() {
  const isNarrow = NARROW.matches;
  const tabs = byId('tabs');
  tabs.hidden = !isNarrow;
  role(tabs, 'tablist', isNarrow);
  for (const view of VIEWS) {
    role(tabOf(view), 'tab', isNarrow);
    role(byId(`view-${view}`), 'tabpanel', isNarrow);
    tabOf(view).setAttribute('aria-controls', `view-${view}`);
  }
}

/** @param {string} wanted */
function showView(wanted) {
  byId('views').dataset.view = wanted;
  for (const view of VIEWS) {
    tabOf(view).setAttribute('aria-selected', String(view === wanted));
    tabOf(view).tabIndex = view === wanted ? 0 : -1;
  }
  const log = byId(`${wanted}-log`);
  log.scrollTop = log.scrollHeight;
}

/** @param {KeyboardEvent} event */
function moveAlongTabs({ key }) {
  const at = VIEWS.indexOf(byId('views').dataset.view ?? 'chat');
  const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
  if (step === undefined) return;
  const next = VIEWS[(at + step + VIEWS.length) % VIEWS.length] ?? 'chat';
  showView(next);
  tabOf(next).focus();
}

/** @param {string} view */
function tabOf(view) {
  return byId(`tab-${view}`);
}

/**
 * @param {HTMLElement} element
 * @param {string} name
 * @param {boolean} isOn
 */
function role(element, name, isOn) {
  if (isOn) element.setAttribute('role', name);
  else element.removeAttribute('role');
}
