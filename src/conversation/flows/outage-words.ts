import type { Outage } from '../../domain/reports/outage.ts';
import type { Fact } from '../messages.ts';
import type { Talk } from '../talk.ts';
import { sayMoment } from '../when.ts';

/** An outage as it is shown. */
export function inWords(talk: Talk, outage: Outage) {
  const services = outage.services.map((id) => talk.serviceName(id) ?? id).join(', ');
  const sites = (outage.sites ?? []).map((id) => talk.siteName(id) ?? id).join(', ');
  const facts: Fact[] = [
    { label: talk.say('outage.since'), value: sayMoment(talk, outage.since) },
    ...(sites === '' ? [] : [{ label: talk.say('outage.where'), value: sites }]),
    { label: talk.say('outage.latest-at'), value: sayMoment(talk, outage.latestAt) },
    ...(outage.long ? [{ label: talk.say('outage.expected'), value: talk.say('outage.long') }] : []),
  ];
  return {
    title:
      services === '' ? talk.say('outage.title-unknown') : talk.say('outage.title', { service: services }),
    facts,
    latest: outage.latest === null ? null : talk.local(outage.latest),
    advice: talk.say('outage.advice'),
  };
}
