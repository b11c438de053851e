import type { Logger } from 'pino';
import type { Language } from '../../../domain/organisation/language.ts';
import type { Playbook } from '../../../domain/organisation/playbook.ts';
import type { Alarm } from '../../../ports/alarm.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Outbox } from '../../../ports/store/outbox.ts';
import type { Engine } from '../../../runtime/engine.ts';
import type { Connector } from '../connector/connector.ts';
import type { TeamsOrganisations } from '../organisations.ts';
import type { Placed } from '../receiver/parse/placed.ts';

/** What answering in the same response is made of. */
export interface InvokeParts {
  readonly engine: Pick<Engine, 'accept' | 'answered'>;
  readonly outbox: Pick<Outbox, 'delivery'>;
  readonly connector: Connector;
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly organisations: TeamsOrganisations;
  readonly clock: Clock;
  readonly alarm: Alarm;
  readonly log: Logger;
}

/** In which language the channel speaks by itself: that of the client, if the organisation speaks it. */
export function languageOf({ playbooks }: Pick<InvokeParts, 'playbooks'>, placed: Placed): Language {
  const languages = playbooks.get(placed.organisation)?.languages ?? ['en'];
  const { locale } = placed.from;
  return locale ?? languages[0];
}
