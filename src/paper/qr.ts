import { correction, generate } from 'lean-qr';

/** Addresses that fit with room for scratches; longer ones make a code that old phones do not read. */
export const LONGEST_QR = 300;

/** A code to scan: the dark modules of a square, without the quiet zone of 4 around it that it needs. */
export interface QrCode {
  /** Modules of a side. */
  readonly size: number;
  /** The dark ones as a path in units of modules, as SVG and PDF take it. */
  readonly path: string;
}

/** The quiet zone that a scanner needs on each side, in modules (ISO/IEC 18004). */
export const QUIET_ZONE = 4;

/**
 * The code of an address; a quarter of it may be dirty or torn.
 * @throws RangeError if the address is longer than `LONGEST_QR` characters
 */
export function qrCode(address: string): QrCode {
  if (address.length > LONGEST_QR)
    throw new RangeError(`an address of ${address.length} characters is too long for a code`);
  const code = generate(address, { minCorrectionLevel: correction.Q });
  const runs: string[] = [];
  for (let y = 0; y < code.size; y++)
    for (let x = 0; x < code.size; x++) {
      const begin = x;
      while (x < code.size && code.get(x, y)) x++;
      if (x > begin) runs.push(`M${begin} ${y}h${x - begin}v1h${begin - x}z`);
    }
  return { size: code.size, path: runs.join('') };
}
