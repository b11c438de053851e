import type { Notice } from '../../src/domain/notices/notice.ts';
import type { Language } from '../../src/domain/organisation/language.ts';
import type { Playbook } from '../../src/domain/organisation/playbook.ts';
import { serviceLinks } from '../../src/http/status/links.ts';
import { type StatusView, statusView } from '../../src/http/status/view.ts';
import { at } from './playbooks.ts';

export const ORIGIN = 'https://bot.example.org';

/** How a feed sees some notices at a local time. */
export function viewOf(
  playbook: Playbook,
  notices: readonly Notice[],
  local: string,
  {
    site = null,
    language = playbook.languages[0],
    key = null,
    times = 'full' as StatusView['times'],
  }: {
    site?: string | null;
    language?: Language;
    key?: string | null;
    times?: StatusView['times'];
  } = {},
): StatusView {
  const links = serviceLinks(playbook, key, ORIGIN);
  return statusView({ playbook, language, site }, notices, at(playbook, local).toInstant(), links, times);
}
