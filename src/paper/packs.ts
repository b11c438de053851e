import type { Audience } from '../conversation/who/audience.ts';
import type { Language } from '../domain/organisation/language.ts';
import type { Playbook } from '../domain/organisation/playbook.ts';
import { emergencyPack, type PackRequest } from './pack.ts';

/** So long (ms) a pack is given again: making one takes a tenth of a second. */
const KEPT_MS = 3_600_000;

interface Kept {
  readonly at: number;
  readonly bytes: Promise<Buffer>;
}

/** Emergency packs for whoever asks again and again: each is made once an hour, and anew when its playbook changes. */
export class Packs {
  readonly #kept = new WeakMap<Playbook, Map<string, Kept>>();

  of(playbook: Playbook, request: PackRequest): Promise<Buffer> {
    const ofPlaybook = this.#kept.get(playbook) ?? new Map<string, Kept>();
    this.#kept.set(playbook, ofPlaybook);
    const name = nameOf(request.language, request.audience);
    const now = request.now.epochMilliseconds;
    const known = ofPlaybook.get(name);
    if (known !== undefined && Math.abs(now - known.at) < KEPT_MS) return known.bytes;
    const bytes = emergencyPack(playbook, request);
    ofPlaybook.set(name, { at: now, bytes });
    // A fault is not kept: the next one who asks may have more luck.
    bytes.catch(() => ofPlaybook.delete(name));
    return bytes;
  }
}

function nameOf(language: Language, audience: Audience): string {
  return `${language} ${audience}`;
}
