import { error, type Finding, warning } from '../fault.ts';
import { suggestion } from '../read.ts';
import { knownCountries, knownRegions } from '../red-days.ts';
import type { LintRule } from './context.ts';

/** Hours that no rule ever opens. */
export const neverOpen: LintRule = ({ content }) =>
  Object.entries(content.hours).flatMap(([id, hours]) => {
    const last = hours.rules.findLastIndex(
      (rule) => rule.days.dates.length + rule.days.weekdays.size + rule.days.holidays.length === 0,
    );
    const effective = hours.rules.slice(Math.max(last, 0));
    if (effective.some((rule) => rule.spans.length > 0)) return [];
    return [error(['hours', id], `never opens: "${hours.text}"`)];
  });

/** Two exceptions for the same hours on the same day contradict each other. */
export const overlappingExceptions: LintRule = ({ content }) => {
  const spans = content.exceptions.map((e) => ({
    from: e.date ?? e.from ?? '',
    to: e.date ?? e.to ?? '',
    hours: e.hours,
  }));
  return spans.flatMap((later, i) => {
    const clash = spans
      .slice(0, i)
      .findIndex(
        (earlier) =>
          earlier.from <= later.to &&
          later.from <= earlier.to &&
          earlier.hours.some((id) => later.hours.includes(id)),
      );
    return clash < 0
      ? []
      : [
          error(
            ['exceptions', i],
            `overlaps with exception ${clash + 1}: both change the same hours on the same day`,
          ),
        ];
  });
};

/** Red days come from a known country. */
export const redDayCountry: LintRule = ({ content }) => {
  const { country, region } = content.holidays;
  const findings: Finding[] = [];
  if (!knownCountries().includes(country)) findings.push(unknownCountry(['holidays', 'country'], country));
  else if (region !== undefined && !knownRegions(country).includes(region)) {
    const known = knownRegions(country);
    findings.push(
      error(
        ['holidays', 'region'],
        `is "${region}"; ${known.length === 0 ? `${country} has no regions: remove it` : `choose one of ${known.join(', ')}`}`,
      ),
    );
  }
  for (const [id, contact] of Object.entries(content.contacts)) {
    if (contact.country !== undefined && !knownCountries().includes(contact.country))
      findings.push(unknownCountry(['contacts', id, 'country'], contact.country));
  }
  return findings;
};

/** Hours that no contact keeps. */
export const unusedHours: LintRule = ({ content }) => {
  const used = new Set(Object.values(content.contacts).flatMap((contact) => [contact.hours, contact.often]));
  return Object.keys(content.hours)
    .filter((id) => !used.has(id))
    .map((id) => warning(['hours', id], 'is never used: no contact names it'));
};

function unknownCountry(path: readonly string[], country: string): Finding {
  return error(
    path,
    `is "${country}", a country whose public holidays are not known; write an ISO code such as SE, NO or NL${suggestion(country, knownCountries())}`,
  );
}
