import { LANGUAGES, type Language } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { type Terminal, UsageError } from '../terminal.ts';

/** Words in the organisation's own language by `--text`, in others by `--sv`, `--nb`, `--nl`, `--en`. */
export type TextOptions = Readonly<Partial<Record<Language | 'text', string>>>;

/** What a notice or a word says in each language; undefined: nothing. */
export function textOf(
  { languages }: Playbook,
  options: TextOptions,
): Readonly<Partial<Record<Language, string>>> | undefined {
  const given = LANGUAGES.flatMap((language): [Language, string][] => {
    const text = options[language] ?? (language === languages[0] ? options.text : undefined);
    return text === undefined ? [] : [[language, text]];
  });
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

/**
 * An instant: with an offset, as a local time of the organisation, or as a duration from now.
 * @throws UsageError naming the option
 */
export function momentOf(
  name: string,
  text: string,
  { timezone }: Playbook,
  { clock }: Pick<Terminal, 'clock'>,
): string {
  const attempts = [
    () => Temporal.Instant.from(text),
    () => Temporal.PlainDateTime.from(text, { overflow: 'reject' }).toZonedDateTime(timezone).toInstant(),
    () => clock.now().toZonedDateTimeISO(timezone).add(Temporal.Duration.from(text)).toInstant(),
  ];
  for (const attempt of attempts) {
    try {
      return attempt().toString();
    } catch (cause) {
      if (!(cause instanceof RangeError)) throw cause;
    }
  }
  throw new UsageError(
    `${name} "${text}" is no time; write 2026-12-24T18:00, the same with an offset, or a time from now, as PT30M`,
  );
}

/** A part, or a time of support, as one option says it: `FROM TO [services=a,b] [sites=c] [words …]`. */
export function stretchOf(
  name: string,
  text: string,
  playbook: Playbook,
  terminal: Terminal,
): { from: string; to: string; services?: string[]; sites?: string[]; words?: string } {
  const [from, to, ...rest] = text.trim().split(/\s+/);
  if (from === undefined || to === undefined)
    throw new UsageError(
      `${name} "${text}" has no beginning and end; write "2026-12-24T18:00 2026-12-24T20:00"`,
    );
  const named = (key: string): string[] | undefined =>
    rest
      .find((word) => word.startsWith(`${key}=`))
      ?.slice(key.length + 1)
      .split(',')
      .filter((id) => id !== '');
  const words = rest.filter((word) => !/^(services|sites)=/.test(word)).join(' ');
  const [services, sites] = [named('services'), named('sites')];
  return {
    from: momentOf(name, from, playbook, terminal),
    to: momentOf(name, to, playbook, terminal),
    ...(services !== undefined && { services }),
    ...(sites !== undefined && { sites }),
    ...(words !== '' && { words }),
  };
}
