import { type Zippable, zipSync } from 'fflate';

/** A file of a package. */
export interface PackedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One moment for every file, told without a zone: a zip holds local time, which must not differ between machines. */
const MOMENT = '1980-01-01T12:00:00';

/** The files as a zip, in their order. The same files give the same bytes, whenever and wherever they are packed. */
export function zipped(files: readonly PackedFile[]): Uint8Array {
  const entries: Zippable = Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]));
  return zipSync(entries, { level: 9, mtime: MOMENT });
}
