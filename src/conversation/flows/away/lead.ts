import { backAt, isUnderWay } from '../../../domain/absence/book.ts';
import { siteLine } from '../../../domain/organisation/site.ts';
import type { Talk } from '../../talk.ts';
import { bookOf } from './keep.ts';
import { untilInWords } from './times.ts';

/** Before "who do I call now?": the speaker's unit is unmanned, until when, and where somebody is reached meanwhile. */
export function unmannedLead(talk: Talk): string[] {
  const now = talk.now.epochMilliseconds;
  const line = siteLine(talk.playbook.sites, talk.site).map(({ id }) => id);
  const { entries } = bookOf(talk);
  return entries.flatMap((entry) => {
    const { about, emergency } = entry;
    if (about.kind !== 'unit' || !line.includes(about.site) || !isUnderWay(entry, now)) return [];
    const values = {
      unit: talk.siteName(about.site) ?? '',
      until: untilInWords(talk, backAt(entries, entry)),
    };
    return [
      talk.say('away.unmanned', values),
      ...(emergency === null ? [] : [talk.say('away.unmanned-reached', { where: emergency })]),
    ];
  });
}
