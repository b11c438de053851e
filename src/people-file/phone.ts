import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** Characters of a number as it is typed. */
const LONGEST = 50;

/** A number as a phone dials it; null: none that can be dialled as it stands. @param country ISO code of national numbers */
export function dialableIn(written: string, country: string): string | null {
  if (written.length > LONGEST) return null;
  const region: CountryCode | undefined = isSupportedCountry(country) ? country : undefined;
  const parsed = parsePhoneNumberFromString(written, region === undefined ? {} : { defaultCountry: region });
  return parsed?.isValid() === true && parsed.ext === undefined ? parsed.number : null;
}
