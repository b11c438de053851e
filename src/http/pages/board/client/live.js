// Keeps an open board up to date: the service says when something has changed, and then the content is asked for again.
// Focus stays on the link that had it, and a screen reader is told only that something has changed.

const script = /** @type {HTMLElement | null} */ (document.querySelector('script[data-live]'));
const address = script?.dataset.live;

/** Asks for the page again, and takes what is on it. */
async function refresh() {
  const response = await fetch(location.href, { cache: 'no-store' });
  // Whoever is not signed in any more reads on the page how to.
  if (!response.ok || response.redirected) return location.reload();
  const there = new DOMParser().parseFromString(await response.text(), 'text/html');
  const [old, fresh] = [document.getElementById('board-content'), there.getElementById('board-content')];
  if (old === null || fresh === null) return location.reload();
  const news = document.getElementById('board-news');
  // Somebody is writing: nothing is taken from under their hands. What they send is held against how things are then.
  const isWriting = old.querySelector('details[open], .deeds :focus') !== null;
  if (!isWriting) renew(old, fresh);
  document.title = there.title;
  if (news !== null) news.textContent = news.dataset.words ?? '';
}

/**
 * @param {HTMLElement} old
 * @param {HTMLElement} fresh
 */
function renew(old, fresh) {
  const focused =
    document.activeElement instanceof HTMLAnchorElement ? document.activeElement.getAttribute('href') : null;
  old.replaceChildren(...[...fresh.childNodes].map((node) => document.importNode(node, true)));
  const again = [...old.querySelectorAll('a')].find((link) => link.getAttribute('href') === focused);
  if (focused !== null) again?.focus({ preventScroll: true });
}

if (address !== undefined) {
  const source = new EventSource(address);
  const live = document.getElementById('board-live');
  let seen = '';
  source.addEventListener('open', () => {
    if (live !== null) live.hidden = false;
  });
  source.addEventListener('error', () => {
    if (live !== null) live.hidden = true;
  });
  source.addEventListener('version', (event) => {
    const version = String(event.data);
    const isNew = seen !== '' && seen !== version;
    seen = version;
    if (isNew) refresh().catch(() => undefined);
  });
}
