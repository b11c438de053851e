import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Keeps an open page up to date. The page works without it. */
export const SCRIPT = readFileSync(new URL('client/live.js', import.meta.url));
export const SCRIPT_PATH = '/status/live.js';
/** Another address for another script: browsers may keep each for ever. */
export const SCRIPT_ADDRESS = `${SCRIPT_PATH}?v=${hash('sha256', SCRIPT).slice(0, 12)}`;
