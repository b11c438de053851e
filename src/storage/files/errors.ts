import { PicturesError, type PicturesErrorCode } from '../../ports/pictures/error.ts';

const SYSTEM_CODES: Readonly<Record<string, PicturesErrorCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
};

/** What is wrong, and what an operator should do. */
const ADVICE = {
  'disk-full': 'cannot take more: the disk is full. Free some space on it; what was kept is not lost',
  'read-only': 'may not be written. Give the account of the service the right to write to it',
  corrupt: 'holds a picture that is damaged. See to the disk; a backup of the folder has it whole',
  io: 'cannot be used. See that it is a folder, and to the disk and the system’s log',
} as const satisfies Partial<Record<PicturesErrorCode, string>>;

/** An error about the folder, with its advice. */
export function folderError(code: keyof typeof ADVICE, folder: string, cause?: unknown): PicturesError {
  return new PicturesError(code, `The folder for pictures ${folder} ${ADVICE[code]}.`, cause);
}

/** Runs something that touches the folder. The one place where the system's errors become the port's. */
export async function mappingErrors<T>(folder: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    const code = systemCode(cause);
    throw code === null ? cause : folderError(adviceFor(code), folder, cause);
  }
}

/** Whether the system said that there is no such file. */
export function isMissing(cause: unknown): boolean {
  return systemCode(cause) === 'ENOENT';
}

function adviceFor(code: string): keyof typeof ADVICE {
  const known = SYSTEM_CODES[code];
  return known === 'disk-full' || known === 'read-only' ? known : 'io';
}

/** The system's own codes; Node's, such as ERR_INVALID_ARG_TYPE, are faults of ours. */
function systemCode(cause: unknown): string | null {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : null;
}
