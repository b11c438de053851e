import { error, type Finding, warning } from '../fault.ts';
import { countryCalled, isKnownCountry, knownRegions } from '../red-days.ts';
import type { LintRule } from './context.ts';

/** Two exceptions for the same hours on the same day contradict each other. */
export const overlappingExceptions: LintRule = ({ listed }) => {
  const spans = listed('exceptions').map(([place, e]) => ({
    place,
    from: e.date ?? e.from ?? '',
    to: e.date ?? e.to ?? '',
    hours: new Set(e.hours),
  }));
  return spans.flatMap((later, i) => {
    const clash = spans
      .slice(0, i)
      .find(
        (earlier) =>
          earlier.from <= later.to && later.from <= earlier.to && !earlier.hours.isDisjointFrom(later.hours),
      );
    if (clash === undefined) return [];
    return [
      error(
        ['exceptions', later.place],
        `overlaps with exception ${clash.place + 1}: both change the same hours on the same day; change the dates, or join the two`,
      ),
    ];
  });
};

/** Red days come from a known country. */
export const redDayCountry: LintRule = ({ content }) => {
  const { country, region } = content.holidays;
  const findings: Finding[] = [];
  if (!isKnownCountry(country)) findings.push(unknownCountry(['holidays', 'country'], country));
  else if (region !== undefined && !knownRegions(country).includes(region))
    findings.push(unknownRegion(country, region));
  for (const [id, contact] of Object.entries(content.contacts)) {
    if (contact.country !== undefined && !isKnownCountry(contact.country))
      findings.push(unknownCountry(['contacts', id, 'country'], contact.country));
  }
  return findings;
};

/** Hours that nobody keeps. */
export const unusedHours: LintRule = ({ content }) => {
  const used = new Set(Object.values(content.contacts).flatMap((contact) => [contact.hours, contact.often]));
  used.add(content['follow-up']?.hours);
  used.add(content.escalation?.quiet);
  for (const { hours } of Object.values(content.duties)) used.add(hours);
  return Object.keys(content.hours)
    .filter((id) => !used.has(id))
    .map((id) => warning(['hours', id], 'is never used: no contact names it'));
};

function unknownCountry(path: readonly string[], country: string): Finding {
  const code = countryCalled(country);
  const hint = code === undefined ? 'write an ISO code such as SE, NO or NL' : `did you mean "${code}"?`;
  return error(path, `is "${country}", a country whose public holidays are not known; ${hint}`);
}

function unknownRegion(country: string, region: string): Finding {
  const known = knownRegions(country);
  const hint =
    known.length === 0 ? `${country} has no regions: remove it` : `choose one of ${known.join(', ')}`;
  return error(['holidays', 'region'], `is "${region}", which is no known region; ${hint}`);
}
