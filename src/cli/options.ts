import { readEnvironment } from '../config/environment.ts';
import { LANGUAGES, type Language } from '../domain/organisation/language.ts';
import type { Playbook } from '../domain/organisation/playbook.ts';
import { loadPlaybooks } from '../playbook/load.ts';
import { type Terminal, UsageError } from './terminal.ts';

/**
 * The playbook of an organisation, from the folder of the environment.
 * @throws UsageError naming the organisations that there are.
 */
export function playbookOf(terminal: Terminal, organisation: string): Playbook {
  const environment = readEnvironment(terminal.environment);
  const playbooks = loadPlaybooks(environment.DRIFTVAKT_PLAYBOOKS, environment.production);
  const playbook = playbooks.get(organisation);
  if (playbook === undefined)
    throw new UsageError(
      `--org "${organisation}" has no playbook; there are: ${[...playbooks.keys()].join(', ')}`,
    );
  return playbook;
}

/** An instant with an offset in a zone; now if none is given. */
export function instantOption(
  name: string,
  text: string | undefined,
  terminal: Terminal,
  zone: string,
): Temporal.ZonedDateTime {
  if (text === undefined) return terminal.clock.now().toZonedDateTimeISO(zone);
  try {
    return Temporal.Instant.from(text).toZonedDateTimeISO(zone);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new UsageError(
      `${name} "${text}" is no instant; write it with an offset, as in 2026-12-24T10:00:00+01:00`,
    );
  }
}

/** A language of the product that the organisation has; its own if none is given. */
export function languageOption(text: string | undefined, playbook: Playbook): Language {
  if (text === undefined) return playbook.languages[0];
  const language = LANGUAGES.find((known) => known === text);
  if (language === undefined)
    throw new UsageError(`--locale "${text}" is unknown; choose of ${LANGUAGES.join(', ')}`);
  return language;
}

/** A whole number within bounds. */
export function countOption(name: string, text: string, max: number): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > max)
    throw new UsageError(`${name} "${text}" is no whole number from 1 to ${max}`);
  return count;
}
