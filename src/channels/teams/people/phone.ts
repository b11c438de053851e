import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { PEOPLE_LIMITS } from './limits.ts';

/**
 * A number of a directory as a phone dials it, `+47…`; null if it is none that can be dialled as it stands. An extension
 * is not dialled with the number: that would reach a switchboard, which is closed at night.
 * @param country ISO code by which a national number is understood
 */
export function dialable(written: string, country: string): string | null {
  if (written.length > PEOPLE_LIMITS.phone) return null;
  const region: CountryCode | undefined = isSupportedCountry(country) ? country : undefined;
  const parsed = parsePhoneNumberFromString(written, {
    ...(region && { defaultCountry: region }),
    extract: false,
  });
  if (parsed === undefined || !parsed.isValid() || parsed.ext !== undefined) return null;
  return parsed.getType() === 'PREMIUM_RATE' ? null : parsed.number;
}
