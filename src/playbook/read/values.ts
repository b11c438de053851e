import type { FaultPath } from '../fault.ts';

/** Whether a value is a group of "name: value" lines. */
export function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether one path leads to or through the place that the other leads to. */
export function isOnWay(a: FaultPath, b: FaultPath): boolean {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** What stands at a path, undefined where nothing does. */
export function valueAt(whole: unknown, path: FaultPath): unknown {
  return path.reduce<unknown>(
    (value, part) => (Object(value) as Record<string | number, unknown>)[part],
    whole,
  );
}
