import { STATUS_STYLE } from '../pages/status/style.ts';
import { STYLE, styleHash } from '../pages/style.ts';

const COMMON = {
  'X-Content-Type-Options': 'nosniff',
  // The key of a page must not leave with a click on a link.
  'Referrer-Policy': 'no-referrer',
};

/** A status page runs our own script and asks us, and nothing else. */
export const PAGE_HEADERS = {
  ...COMMON,
  'Content-Security-Policy': `default-src 'none'; style-src ${styleHash(STYLE + STATUS_STYLE)}; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
};

/** A feed is read by programs; a browser that opens it does nothing with it. */
export const FEED_HEADERS = { ...COMMON, 'Content-Security-Policy': "default-src 'none'" };
