import type { lost as sv } from './sv.ts';

/** Words about lost and stolen phones. */
export const lost: Readonly<Record<keyof typeof sv, string>> = {
  'lost.ask-how': 'I tell IT too. Is it lost or stolen?',
  'lost.ask-number': 'What is the number of the phone?',
  'lost.ask-where': 'Where did it happen?',
  'lost.ask-when': 'When did it happen?',
  'lost.ask-police': 'Has the theft been reported to the police?',
  'lost.hint-number': 'Write the number',
  'lost.hint-where': 'Write the place, for example the bus to town',
  'lost.hint-police': 'Choose, or write the number of the report',
  'lost.lost': 'Lost',
  'lost.stolen': 'Stolen',
  'lost.unknown': 'I do not know',
  'lost.police-yes': 'Yes, it has been reported',
  'lost.police-no': 'No, not yet',
  'lost.told-it': 'It is reported now, with reference {reference}. A few more questions:',
  'lost.what-lost': 'Lost mobile phone',
  'lost.what-stolen': 'Stolen mobile phone',
  'lost.number-unknown': 'unknown number',
};
