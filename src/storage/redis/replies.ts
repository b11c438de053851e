import type { Json } from '../../ports/store/json.ts';
import type { Reply } from './link.ts';

export function listOf(reply: Reply | undefined): readonly Reply[] {
  if (!Array.isArray(reply)) throw new TypeError('Redis answered with no list');
  return reply;
}

export function textOf(reply: Reply | undefined): string {
  if (typeof reply !== 'string') throw new TypeError('Redis answered with no text');
  return reply;
}

export function textOrNull(reply: Reply | undefined): string | null {
  return reply === null || reply === undefined ? null : textOf(reply);
}

export function numberOf(reply: Reply | undefined): number {
  if (typeof reply === 'number') return reply;
  const number = Number(textOf(reply));
  if (!Number.isSafeInteger(number)) throw new TypeError('Redis answered with no number');
  return number;
}

export function jsonOf(reply: Reply | undefined): Json {
  return JSON.parse(textOf(reply)) as Json;
}
