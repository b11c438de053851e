// Keeps an open status page up to date: asks again and again whether it still holds, and if not changes what differs.
// Focus, scroll position and what is unfolded stay, and a screen reader is told only when something has happened.

/** Between two questions; a little more at random, so that many pages do not ask at once. */
const ASK_EVERY_MS = 20_000;
const AT_RANDOM_MS = 5000;
/** After faults it asks less and less often. */
const LONGEST_WAIT_MS = 120_000;

const live = document.getElementById('status-live');
let etag = /** @type {string | null} */ (null);
let faults = 0;
/** When it was last known to hold, by the server's clock. */
let checkedAt = /** @type {Date | null} */ (null);
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

function askLater() {
  clearTimeout(timer);
  const wait = Math.min(ASK_EVERY_MS * 2 ** faults, LONGEST_WAIT_MS);
  timer = setTimeout(ask, wait + Math.random() * AT_RANDOM_MS);
}

async function ask() {
  clearTimeout(timer);
  if (document.hidden) return;
  try {
    // Past the browser's own cache, which may hold what it was given seconds ago.
    const headers = etag === null ? {} : { 'If-None-Match': etag };
    const response = await fetch(location.href, { headers, cache: 'no-store' });
    if (response.status !== 304) await take(response);
    faults = 0;
    checkedAt = new Date(response.headers.get('Date') ?? Date.now());
    tell('checked');
  } catch {
    faults += 1;
    tell('late');
  }
  askLater();
}

/** @param {Response} response */
async function take(response) {
  if (!response.ok) throw new Error(`the page answered ${response.status}`);
  const there = new DOMParser().parseFromString(await response.text(), 'text/html');
  const [old, fresh] = [document.getElementById('status'), there.getElementById('status')];
  if (old === null || fresh === null) throw new Error('that was no status page');
  const isNews = old.dataset.version !== fresh.dataset.version;
  const news = fresh.dataset.news ?? '';
  morph(document.body, there.body);
  document.title = there.title;
  etag = response.headers.get('ETag');
  const region = document.getElementById('status-news');
  if (isNews && region !== null) region.textContent = news;
}

/** @param {'checked' | 'late'} what */
function tell(what) {
  if (live === null || checkedAt === null) return;
  const { zone, checked = '', late = '' } = live.dataset;
  const time = checkedAt.toLocaleTimeString(document.documentElement.lang, {
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    ...(zone === undefined ? {} : { timeZone: zone }),
  });
  live.textContent = (what === 'checked' ? checked : late).replace('{time}', time);
  live.hidden = false;
}

/**
 * Makes an element like another one and touches only what differs.
 * @param {Element} old
 * @param {Element} fresh
 */
function morph(old, fresh) {
  if (old.hasAttribute('data-keep')) return;
  for (const { name } of [...old.attributes])
    if (!fresh.hasAttribute(name) && !isTheReaders(old, name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes)
    if (old.getAttribute(name) !== value && !isTheReaders(old, name)) old.setAttribute(name, value);
  morphChildren(old, fresh);
}

/**
 * @param {Element} old
 * @param {Element} fresh
 */
function morphChildren(old, fresh) {
  for (const child of [...old.children])
    if (child.id !== '' && ![...fresh.children].some(({ id }) => id === child.id)) child.remove();
  let place = old.firstChild;
  for (const wanted of [...fresh.childNodes]) {
    const match = matching(old, place, wanted);
    if (match === null) {
      old.insertBefore(document.importNode(wanted, true), place);
      continue;
    }
    if (match === place) place = place.nextSibling;
    else old.insertBefore(match, place);
    if (match instanceof Element && wanted instanceof Element) morph(match, wanted);
    else if (match.nodeValue !== wanted.nodeValue) match.nodeValue = wanted.nodeValue;
  }
  while (place !== null) {
    const next = place.nextSibling;
    place.remove();
    place = next;
  }
}

/**
 * What there is already of something: of the same name by its id, or else what stands in its place.
 * @param {Element} old
 * @param {ChildNode | null} place
 * @param {ChildNode} wanted
 * @returns {ChildNode | null}
 */
function matching(old, place, wanted) {
  const id = wanted instanceof Element ? wanted.id : '';
  if (id !== '') return [...old.children].find((child) => child.id === id) ?? null;
  if (place === null || place.nodeName !== wanted.nodeName) return null;
  return place instanceof Element && place.id !== '' ? null : place;
}

/**
 * What is unfolded is the reader's.
 * @param {Element} element
 * @param {string} name
 */
function isTheReaders(element, name) {
  return name === 'open' && element.localName === 'details';
}

document.addEventListener('visibilitychange', () => {
  if (!document.hidden) ask();
});
addEventListener('online', ask);
askLater();
