import type { ReceiptMessage } from '../../../conversation/messages.ts';
import { say } from '../../../locales/say.ts';
import { literal } from '../literal.ts';
import { choicesData } from './choices.ts';
import { isAddress, way } from './contact.ts';
import { factsData, headingData, historyData, literals, TONES } from './parts.ts';
import { inRows } from './rows.ts';

/** So many pictures stand one below the other; more stand side by side, smaller. */
const FEW = 3;

export function receiptData(message: ReceiptMessage): object {
  const { pictures, history, notes, language } = message;
  return {
    ...headingData(message.title),
    reference: literal(message.reference),
    state: literal(message.state),
    style: message.tone === 'plain' ? 'emphasis' : TONES[message.tone],
    facts: factsData(message.facts),
    pictureHeadings: pictures.length === 0 ? [] : [{ heading: say(language, 'render.pictures') }],
    ...imagesData(pictures),
    pictures: literals(pictures.filter(({ address }) => !isAddress(address)).map(({ name }) => name)),
    ways: inRows(
      pictures.filter(({ address }) => isAddress(address)).map(({ name, address }) => way(name, address)),
    ),
    historyHeadings: history.length === 0 ? [] : [say(language, 'render.history')],
    history: historyData(history),
    noteBoxes: notes.length === 0 ? [] : [{ notes: literals(notes) }],
    ...choicesData(message),
  };
}

/**
 * Pictures that Teams can fetch, shown small: pressing one opens it. So does the button below, for what Teams does not
 * show (WebP, large files).
 */
function imagesData(pictures: ReceiptMessage['pictures']): object {
  const images = pictures
    .filter(({ address }) => /^https?:\/\//i.test(address))
    .map(({ name, address }) => ({ name: literal(name), url: address }));
  return images.length > FEW
    ? { fewImages: [], imageSets: [{ images }] }
    : { fewImages: images, imageSets: [] };
}
