import { cleanText, cut } from '../conversation/plain-text/clean.ts';
import { PERSON_LIMITS, type Person } from '../domain/people/person.ts';
import { profileId } from '../domain/people/profiles.ts';
import type { Profile, ProfileSourceName } from '../ports/profiles.ts';
import { dialableIn } from './phone.ts';

const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/;

/** Profiles as the directory lists people. What is no number or address is left out; whoever has no name too. */
export function peopleOf(
  source: ProfileSourceName,
  profiles: readonly Profile[],
  country: string,
): readonly Person[] {
  return profiles.flatMap((profile): Person[] => {
    const name = shown(profile.name);
    if (name === null || !/\p{L}/u.test(name)) return [];
    const email = profile.email?.trim().toLowerCase() ?? '';
    const isAddress = email.length <= PERSON_LIMITS.email && EMAIL.test(email);
    return [
      {
        ...{ id: profileId(source, profile.id).slice(0, PERSON_LIMITS.id), name },
        ...{ unit: shown(profile.unit), role: shown(profile.role), email: isAddress ? email : null },
        ...{ phone: first(profile.phones, country), privatePhone: first(profile.privatePhones, country) },
        ...{ extension: null, services: [], hours: null },
      },
    ];
  });
}

function shown(text: string | null): string | null {
  const clean = cut(
    cleanText(text ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
    PERSON_LIMITS.text,
  );
  return clean === '' ? null : clean;
}

function first(phones: readonly string[], country: string): string | null {
  return phones.map((phone) => dialableIn(phone, country)).find((phone) => phone !== null) ?? null;
}
