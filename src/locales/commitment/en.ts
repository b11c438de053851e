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
  'commitment.pdf': 'As a PDF',
  'commitment.signature': 'Signature',
  'commitment.letter': '{name} has signed: {title} ({site}, version {version})',
  'commitment.letter-what': 'A copy is attached. There is no need to print it: the service keeps it.',
  'menu.unsigned': 'Who has not signed?',
  'commitment.unsigned-title': 'Not signed: {title}, version {version}',
  'commitment.unsigned-count': 'Have not signed',
  'commitment.unsigned-who': 'Name',
  'commitment.unsigned-more':
    '{count, plural, one {One more is not shown.} other {# more are not shown.}} IT has the whole list.',
  'commitment.unsigned-none': 'Everybody of yours in the directory has signed: {title}, version {version}.',
  'commitment.unsigned-nobody':
    'The directory has nobody of yours with a mail address, so it cannot be told who has signed.',
  'commitment.unsigned-not-yours': 'This is for managers and IT.',
};
