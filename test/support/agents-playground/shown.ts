/** A message of the chat as it is shown. */
export interface ShownMessage {
  readonly from: 'bot' | 'me';
  /** The words, a line each; of a card without its buttons. */
  readonly text: string;
  /** The titles of what can be pressed on it: of cards alone. */
  readonly buttons: readonly string[];
  /** What the client says under a card that was pressed; the bot's words, if it answered with words. */
  readonly note: string | null;
  /** In a channel the thread, counted from the oldest; 0 elsewhere. */
  readonly thread: number;
}

/** The threads of a channel, newest first. What begins a new one looks alike, but nobody has written it yet. */
export const THREADS = '.fui-Card:has(.fui-CardHeader [aria-label="Show more information"])';

/**
 * Reads the open chat, oldest first, in one go; run in the page. Every message has one button "Show more information",
 * and nothing else has: from there its head and what follows it are found.
 */
export function readingOf(botName: string): string {
  return `(() => {
    const posts = [...document.querySelectorAll('${THREADS}')].reverse();
    const linesOf = (card) => [...card.querySelectorAll('.ac-textBlock, .ac-richTextBlock')]
      .filter((block) => block.tagName !== 'LABEL').map((block) => block.innerText.trim());
    return [...document.querySelectorAll('button[aria-label="Show more information"]')].map((more) => {
      const head = more.closest('[aria-label="Message header"], .fui-CardHeader')
        ?? more.parentElement.parentElement;
      const author = head.querySelector('[aria-label="Message author"]')?.innerText
        ?? head.querySelector('.fui-Avatar')?.getAttribute('aria-label');
      const body = head.nextElementSibling;
      const cards = [...body.querySelectorAll('.ac-adaptiveCard')];
      const post = posts.indexOf(more.closest('.fui-Card'));
      return {
        from: author === ${JSON.stringify(botName)} ? 'bot' : 'me',
        text: cards.length > 0 ? cards.flatMap(linesOf).join('\\n') : body.innerText.trim(),
        buttons: cards.flatMap((card) => [...card.querySelectorAll(':is([role=button], [role=link])[aria-label]')]
          .filter((button) => button.closest('.ac-input-container') === null)
          .map((button) => button.getAttribute('aria-label'))),
        note: body.querySelector('[aria-label="Dismiss Invoke Message"]')?.parentElement.innerText.trim() ?? null,
        thread: Math.max(post, 0),
      };
    }).map((message, at) => ({ message, at }))
      .sort((a, b) => a.message.thread - b.message.thread || a.at - b.at)
      .map(({ message }) => message);
  })()`;
}
