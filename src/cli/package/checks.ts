import { UsageError } from '../terminal.ts';

const HOST = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

/** @throws UsageError for what is no public host name */
export function hostOf(text: string): string {
  const host = text.trim().toLowerCase();
  if (HOST.test(host)) return host;
  throw new UsageError(
    `--host ${quoted(text)} is no public host name; write it alone, without https:// and port, as in bot.example.org`,
  );
}

/**
 * One line of text. @param max in characters, and `taker` who takes no more
 * @throws UsageError naming the option, and what would be right
 */
export function lineOf(
  option: string,
  text: string,
  { max, taker }: { readonly max: number; readonly taker: string },
): string {
  const trimmed = text.trim();
  if (trimmed === '') throw new UsageError(`${option} is empty`);
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(trimmed)) throw new UsageError(`${option} must be one line of plain text`);
  if (trimmed.length > max)
    throw new UsageError(`${option} has ${trimmed.length} characters; ${taker} takes at most ${max}`);
  return trimmed;
}

/** As it was written, on one line. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}
