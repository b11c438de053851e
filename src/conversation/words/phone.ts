import { parsePhoneNumberFromString } from 'libphonenumber-js';

/** A number as people in a country read it, and as a phone dials it. */
export interface PhoneInWords {
  readonly text: string;
  readonly href: string;
}

/** National form within its country, international form elsewhere; what cannot be parsed is shown as it is. */
export function phoneInWords(phone: string, country: string): PhoneInWords {
  const parsed = parsePhoneNumberFromString(phone);
  const known = parsed?.isPossible() ? parsed : undefined;
  const national = known?.country === country && known.isValid();
  const text = known === undefined ? phone : national ? known.formatNational() : known.formatInternational();
  return { text, href: `tel:${phone.replace(/[^+\d]/g, '')}` };
}
