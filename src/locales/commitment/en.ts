import type { commitment as sv } from './sv.ts';

/** Words about what everybody signs. */
export const commitment: Readonly<Record<keyof typeof sv, string>> = {
  'menu.commitment': 'Sign the commitment',
  'commitment.none': 'There is nothing to sign here.',
  'commitment.version': 'Version {version}',
  'commitment.sign': 'I have read it and sign',
  'commitment.later': 'Later',
  'commitment.later-done': 'It is in the menu when you want to sign.',
  'commitment.ask-site': 'Where do you work?',
  'commitment.ask-name': 'Write your name as your signature.',
  'commitment.hint-name': 'First and last name',
  'commitment.signed': 'Signed by {name} ({site}) {at}. Version {version}.',
  'commitment.copy': 'The copy',
  'commitment.copy-what': 'To print, or to save as PDF',
  'commitment.keep-link': 'The link is only for whoever was given it.',
  'commitment.manager': '{name} ({site}) signed {at}. Version {version}.',
  'commitment.reminder': 'You have not signed yet: {title}.',
  'commitment.page-signed': 'Signed in the chat by {name} {at}.',
  'commitment.page-workplace': 'Workplace: {site}',
  'commitment.page-known': 'In the organisation’s address book: {who}',
  'commitment.page-unknown': 'The name was written by the person; no address book confirms it.',
};
