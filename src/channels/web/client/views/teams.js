/** @import { Item } from '../items.js' */
/** @import { Doing } from './chat.js' */
import { el, link } from '../dom.js';
import { markdownToHtml } from '../markdown.js';
import { text } from '../texts.js';
import { timeLine } from './chat.js';
import { platformRow } from './platform-row.js';
import { hostConfig } from './teams-host.js';

/**
 * What of Microsoft's library is used here.
 * @typedef {{ title?: string, data?: Record<string, unknown>, url?: string, getJsonTypeName(): string }} CardAction
 * @typedef {{ hostConfig: unknown, onExecuteAction: (action: CardAction) => void, parse(card: object): void, render(): HTMLElement | undefined }} Card
 * @typedef {{ AdaptiveCard: { new (): Card, onProcessMarkdown: (text: string, result: { outputHtml?: string, didProcess: boolean }) => void }, HostConfig: new (config: object) => unknown }} AdaptiveCardsLibrary
 */

/** @returns {AdaptiveCardsLibrary} */
function library() {
  return /** @type {{ AdaptiveCards: AdaptiveCardsLibrary }} */ (/** @type {unknown} */ (globalThis))
    .AdaptiveCards;
}

/**
 * Draws one item as Teams shows it, the card by Microsoft's own library.
 * @param {Item} item
 * @param {Doing} doing
 * @param {boolean} isDark
 */
export function drawInTeams(item, doing, isDark) {
  if (item.type === 'time') return timeLine(item.at, doing.zone());
  if (item.type === 'mine') {
    // Teams writes nothing down when a button is pressed.
    if (item.isPressed && !item.failed) return null;
    const bubble = el(
      'div',
      { class: 'bubble' },
      el('p', {}, [item.said, ...item.pictures].filter((part) => part !== '').join('\n')),
    );
    return platformRow(item, doing.zone(), { name: text('you'), look: 'me', badge: null }, bubble);
  }
  const { message, teams, text: plain } = item.reply;
  const card = (teams === null ? null : drawCard(teams, doing, isDark)) ?? el('p', { class: 'plain' }, plain);
  const body = el('div', { class: 'card', lang: message.language }, card);
  return platformRow(item, doing.zone(), { name: 'Driftvakt', look: 'bot', badge: null }, body);
}

/**
 * @param {object} template
 * @param {Doing} doing
 * @param {boolean} isDark
 */
function drawCard(template, doing, isDark) {
  const { AdaptiveCard, HostConfig } = library();
  AdaptiveCard.onProcessMarkdown = (source, result) => {
    result.outputHtml = markdownToHtml(source);
    result.didProcess = true;
  };
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(hostConfig(isDark));
  card.onExecuteAction = (action) => execute(action, doing);
  card.parse(template);
  const element = card.render();
  // The library names the card, but a name needs a role to be read.
  element?.setAttribute('role', 'group');
  return element ?? null;
}

/**
 * @param {CardAction} action
 * @param {Doing} doing
 */
function execute(action, doing) {
  if (action.getJsonTypeName() === 'Action.OpenUrl') {
    link(action.url ?? '', {}).click();
    return;
  }
  const { choice, ...fields } = action.data ?? {};
  if (typeof choice !== 'string') return;
  const texts = Object.entries(fields).filter((pair) => typeof pair[1] === 'string');
  doing.press(choice, action.title ?? '', /** @type {Record<string, string>} */ (Object.fromEntries(texts)));
}
