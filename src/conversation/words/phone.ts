import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** A number as people in a country read it, and as a phone dials it. */
export interface PhoneInWords {
  readonly text: string;
  readonly href: string;
}

/**
 * National form within its country, international form elsewhere. Formatting may drop digits of what is no valid
 * number, so that is shown as it is.
 * @param shown the number as the organisation writes it, if it does; linted to dial the same
 */
export function phoneInWords(phone: string, country: string, shown: string | null = null): PhoneInWords {
  const parsed = parsePhoneNumberFromString(phone);
  const valid = parsed?.isValid() && parsed.number === phone ? parsed : undefined;
  const text =
    valid === undefined
      ? phone
      : valid.country === country
        ? valid.formatNational()
        : valid.formatInternational();
  return { text: shown ?? text, href: `tel:${phone.replace(/[^+\d]/g, '')}` };
}
