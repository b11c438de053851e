import { FAKE_LIMITS, type LimitName } from './limits.ts';

/** Any JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** Says what Slack would not take, in Slack's words, with a pointer to the place. */
export type Check = (value: unknown, at: string) => string[];

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fault(words: string, at: string): string[] {
  return [`[ERROR] ${words} [json-pointer:${at}]`];
}

export const bool: Check = (value, at) => (typeof value === 'boolean' ? [] : fault('must be a boolean', at));

export const anything: Check = () => [];

export function oneOf(...values: readonly unknown[]): Check {
  return (value, at) => (values.includes(value) ? [] : fault('must be a valid enum value', at));
}

export function whole(min: number, limit: LimitName): Check {
  const { max } = FAKE_LIMITS[limit];
  return (value, at) => {
    if (!Number.isInteger(value)) return fault('must be an integer', at);
    return Number(value) < min || Number(value) > max ? fault(`must be between ${min} and ${max}`, at) : [];
  };
}

export function string(limit: LimitName, min = 1): Check {
  const { max } = FAKE_LIMITS[limit];
  return (value, at) => {
    if (typeof value !== 'string') return fault('must be a string', at);
    if (value.length < min) return fault(`must be more than ${min - 1} characters`, at);
    return value.length > max ? fault(`must be less than ${max + 1} characters`, at) : [];
  };
}

export function list(item: Check, limit: LimitName, min = 1): Check {
  const { max } = FAKE_LIMITS[limit];
  return (value, at) => {
    if (!Array.isArray(value)) return fault('must be an array', at);
    if (value.length < min) return fault(`no less than ${min} items allowed`, at);
    if (value.length > max) return fault(`no more than ${max} items allowed`, at);
    return value.flatMap((each, index) => item(each, `${at}/${index}`));
  };
}

/** An object with these fields and no other. */
export function object(required: Record<string, Check>, optional: Record<string, Check> = {}): Check {
  const fields: Record<string, Check> = { ...required, ...optional };
  return (value, at) => {
    if (!isObject(value)) return fault('must be an object', at);
    return [
      ...Object.keys(required).flatMap((name) =>
        value[name] === undefined ? fault(`missing required field: ${name}`, at) : [],
      ),
      ...Object.entries(value).flatMap(([name, each]) => {
        const check = Object.hasOwn(fields, name) ? fields[name] : undefined;
        if (check === undefined) return fault(`invalid additional property: ${name}`, at);
        return each === undefined ? [] : check(each, `${at}/${name}`);
      }),
    ];
  };
}

/** An object whose `type` says what it has to be. */
export function byType(kinds: Record<string, Check>): Check {
  return (value, at) => {
    if (!isObject(value)) return fault('must be an object', at);
    const check = Object.hasOwn(kinds, String(value.type)) ? kinds[String(value.type)] : undefined;
    return check === undefined
      ? fault(`unsupported type: ${String(value.type)}`, `${at}/type`)
      : check(value, at);
  };
}

/** Both must hold. */
export function both(first: Check, second: Check): Check {
  return (value, at) => {
    const faults = first(value, at);
    return faults.length > 0 ? faults : second(value, at);
  };
}

/** A rule of our own about something whose form was checked. */
export function rule(holds: (value: Json) => boolean, words: string): Check {
  return (value, at) => (holds(value as Json) ? [] : fault(words, at));
}
