import type { Happening } from '../../event.ts';
import type { Talk } from '../../talk.ts';
import { sayMoment } from '../../when.ts';
import { tellCopy } from './commitment.ts';

/** To somebody's nearest manager: they have signed, with the copy. */
export function tellManager(talk: Talk, { signature, copy }: Extract<Happening, { kind: 'signed' }>): void {
  const { title, version, name, site, at } = signature;
  const values = { title, version, name, site: talk.siteName(site) ?? '–', at: sayMoment(talk, at) };
  const text = talk.say('commitment.manager', values);
  if (copy === null) talk.tell({ kind: 'say', tone: 'good', text });
  else tellCopy(talk, text, { title, version, copy });
}
