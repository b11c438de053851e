import { byId, el, picture } from './dom.js';
import { smallPicture } from './pictures.js';
import { text } from './texts.js';

/** Pictures of one message; the server takes no more. */
const MAX_PICTURES = 3;

/** @typedef {{ name: string, address: string }} Picture */

/**
 * Where one writes.
 * @param {(said: string, pictures: readonly Picture[]) => void} send
 */
export function composer(send) {
  const input = byId('say', HTMLTextAreaElement);
  /** @type {Picture[]} */
  let pictures = [];
  const grow = () => {
    input.style.height = 'auto';
    input.style.height = `${Math.min(input.scrollHeight + 2, 160)}px`;
  };
  const draw = () =>
    drawPictures(pictures, (gone) => {
      pictures = pictures.filter((each) => each !== gone);
      draw();
      input.focus();
    });
  const submit = () => {
    const said = input.value.trim();
    if (said === '' && pictures.length === 0) return;
    send(said, pictures);
    input.value = '';
    pictures = [];
    draw();
    grow();
  };
  byId('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
    input.focus();
  });
  input.addEventListener('input', grow);
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  const file = byId('file', HTMLInputElement);
  file.addEventListener('change', async () => {
    pictures = await withFiles(pictures, [...(file.files ?? [])]);
    file.value = '';
    draw();
    input.focus();
  });
}

/**
 * Sentences to try, for somebody who has not said anything yet.
 * @param {readonly string[]} sentences
 * @param {string} language
 * @param {(said: string) => void} send
 */
export function showSuggestions(sentences, language, send) {
  const list = byId('suggestions');
  const wanted = `${language} ${sentences.join('|')}`;
  if (list.dataset.shown === wanted) return;
  list.dataset.shown = wanted;
  list.replaceChildren(
    ...sentences.map((sentence) =>
      el('li', {}, el('button', { type: 'button', lang: language, click: () => send(sentence) }, sentence)),
    ),
  );
}

/**
 * @param {Picture[]} pictures
 * @param {readonly File[]} files
 */
async function withFiles(pictures, files) {
  const notice = byId('notice');
  notice.textContent = '';
  const taken = [...pictures];
  for (const file of files) {
    if (taken.length >= MAX_PICTURES) {
      notice.textContent = text('too-many-pictures', { count: String(MAX_PICTURES) });
      break;
    }
    const small = await smallPicture(file);
    if (small === null) notice.textContent = text('no-picture', { name: file.name });
    else taken.push(small);
  }
  return taken;
}

/**
 * @param {readonly Picture[]} pictures
 * @param {(gone: Picture) => void} remove
 */
function drawPictures(pictures, remove) {
  byId('pictures').replaceChildren(
    ...pictures.map((each) =>
      el(
        'li',
        {},
        picture(each.address, each.name),
        el(
          'button',
          { type: 'button', 'aria-label': text('remove', { name: each.name }), click: () => remove(each) },
          '×',
        ),
      ),
    ),
  );
}
