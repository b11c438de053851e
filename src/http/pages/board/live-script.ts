import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Keeps an open board up to date. The page works without it. */
export const BOARD_SCRIPT = readFileSync(new URL('client/live.js', import.meta.url));
export const BOARD_SCRIPT_PATH = '/board/live.js';
/** Another address for another script: browsers may keep each for ever. */
export const BOARD_SCRIPT_ADDRESS = `${BOARD_SCRIPT_PATH}?v=${hash('sha256', BOARD_SCRIPT).slice(0, 12)}`;
