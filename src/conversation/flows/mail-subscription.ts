import type { Subscription } from '../../domain/notices/subscription.ts';
import type { Millis } from '../../domain/timeline/timeline.ts';
import type { Talk } from '../talk.ts';

/** An address gets at most one letter to confirm in this time, whoever asks for it. */
const BETWEEN_LETTERS_MS = 600_000;

/**
 * Somebody asked for mail to an address: it is asked to confirm that. An address that gets mail already is told how to
 * change it; nobody else can.
 */
export function askToConfirm(talk: Talk, wanted: Subscription, link: string): void {
  const { subscription } = talk.event.known;
  if (subscription !== null && talk.now.epochMilliseconds - subscription.since < BETWEEN_LETTERS_MS) return;
  const { name } = talk.playbook;
  if (subscription?.confirmed === true) {
    talk.want({ effect: 'keep-subscription', subscription: { ...subscription, since: nowOf(talk) } });
    talk.tell({ kind: 'say', tone: 'plain', text: titled(talk, talk.say('mail.already', { name })) });
    return;
  }
  const language = wanted.language ?? talk.language;
  talk.language = language;
  talk.want({
    effect: 'keep-subscription',
    subscription: { ...wanted, confirmed: false, since: nowOf(talk) },
  });
  talk.tell({ kind: 'say', tone: 'plain', text: titled(talk, talk.say('mail.confirm', { name, link })) });
}

/** The link in the letter was opened, and what it asks was confirmed. */
export function confirmMail(talk: Talk): void {
  const { subscription } = talk.event.known;
  if (subscription === null || subscription.confirmed) return;
  talk.language = subscription.language ?? talk.language;
  talk.want({ effect: 'keep-subscription', subscription: { ...subscription, confirmed: true } });
  talk.note('mail.confirmed', { name: talk.playbook.name }, 'good');
}

/** It ends, without another letter. */
export function endMail(talk: Talk): void {
  const { subscription } = talk.event.known;
  if (subscription !== null)
    talk.want({ effect: 'drop-subscription', destination: subscription.destination });
}

/** The first line of a letter is its subject. */
function titled(talk: Talk, text: string): string {
  return `${talk.say('mail.confirm-title')}\n\n${text}`;
}

function nowOf(talk: Talk): Millis {
  return talk.now.epochMilliseconds;
}
