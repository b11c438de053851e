import { callMessage } from '../../../conversation/who/call-message.ts';
import { findServices } from '../../../conversation/who/find-services.ts';
import { mattersToTell } from '../../../conversation/who/matters.ts';
import type { Language } from '../../../domain/organisation/language.ts';
import { say } from '../../../locales/say.ts';
import { sentence } from '../../sentence.ts';
import type { Direct } from '../receiver/parse/outcome.ts';
import type { Body } from '../receiver/take.ts';
import { type AnswerParts, momentIn } from './parts.ts';
import { privately } from './whisper.ts';

/** Services that are answered for at once: whoever names more means one of them. */
const SERVICES = 2;

/**
 * Whom to call, at once and for nobody else to see. Computed from the playbook alone, so nothing is waited for and
 * nothing is kept.
 * @param text what it is about, such as a service; empty or unknown: everything
 */
export function tellWho(
  parts: Pick<AnswerParts, 'playbooks' | 'clock'>,
  { organisation }: Pick<Direct, 'organisation'>,
  text: string,
  language: Language,
): Body {
  const moment = momentIn(parts, organisation);
  if (moment === null) return null;
  const { playbook, now } = moment;
  const named = findServices(playbook, text.slice(0, 200)).slice(0, SERVICES);
  const isUnknown = text !== '' && named.length === 0;
  const lead = isUnknown ? [say(language, 'channel.search-none')] : [];
  const services = named.length === 0 ? [null] : named;
  const calls = services.flatMap((service) =>
    mattersToTell(playbook, { service }, now).map((matter, i) =>
      callMessage(playbook, { class: matter, service }, language, now, i === 0 ? lead : []),
    ),
  );
  const isForAnybody = playbook.roles.size + playbook.sites.size > 0;
  return privately([...calls, ...(isForAnybody ? [sentence(language, 'channel.search-anybody')] : [])]);
}
