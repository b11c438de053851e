import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** Numbers that stand for one still to be filled in: a country code, then 0000 and a few digits (scenarios, head). */
const PLACEHOLDER = /^\+\d{2}0000\d{4}$/;

/** Short numbers such as 112, 113, 1177 and 116117, which are dialled as they stand. */
const SHORT_NUMBER = /^11\d{1,4}$/;

/** Whether a number is a placeholder. */
export function isPlaceholder(phone: string): boolean {
  return PLACEHOLDER.test(phone);
}

/**
 * What is wrong with a number that a phone must be able to dial, or null.
 * @param country ISO code by which a national number is understood, for the hint
 */
export function phoneFault(phone: string, country: string): string | null {
  if (isPlaceholder(phone) || SHORT_NUMBER.test(phone)) return null;
  const region: CountryCode | undefined = isSupportedCountry(country) ? country : undefined;
  const parsed = parsePhoneNumberFromString(phone, region === undefined ? {} : { defaultCountry: region });
  if (parsed === undefined || !parsed.isValid())
    return `is "${phone}", which is no valid telephone number; write the country code and the number, as in "+46346885555"`;
  return parsed.number === phone ? null : `is "${phone}"; write it in international form, "${parsed.number}"`;
}

/** Whether a number as it is shown dials the same as the number itself, at home in the country or from anywhere. */
export function dialsSame(shown: string, phone: string, country: string): boolean {
  const digits = shown.replace(/[^+\d]/g, '');
  if (digits === phone) return true;
  const region: CountryCode | undefined = isSupportedCountry(country) ? country : undefined;
  return (
    region !== undefined && parsePhoneNumberFromString(digits, { defaultCountry: region })?.number === phone
  );
}
