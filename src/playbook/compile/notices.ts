import type { NoticeChannel, NoticeRules, NoticeTemplate } from '../../domain/notices/rules.ts';
import type { NoticesFile } from '../schema/notices.ts';
import { type Localise, mapValues } from './texts.ts';

/** How the organisation's IT tells people of outages and windows. */
export function compileNotices(file: NoticesFile, local: Localise): NoticeRules {
  return {
    authors: file.authors,
    tools: file.tools,
    secondPerson: file['second-person'],
    reminders: [...file.reminders].sort((a, b) =>
      Temporal.Duration.compare(b, a, { relativeTo: '2026-01-01' }),
    ),
    coreHours: file['core-hours'] ?? null,
    templates: mapValues(file.templates, (template, id): NoticeTemplate => {
      const { kind, title, text, meanwhile, service, site, routine, wait } = template;
      return {
        ...{ id, kind, wait, title: local(title) },
        text: text === undefined ? {} : local(text),
        meanwhile: meanwhile === undefined ? {} : local(meanwhile),
        ...{ services: service ?? [], sites: site ?? null, routine: routine ?? null },
      };
    }),
    channels: file.channels.map(compileChannel),
  };
}

function compileChannel(file: NoticesFile['channels'][number]): NoticeChannel {
  const { teams, slack, name, site, service, kind, language } = file;
  const channel = teams ?? slack ?? '';
  return {
    platform: teams === undefined ? 'slack' : 'teams',
    channel,
    name: name ?? channel,
    ...{ sites: site ?? null, services: service ?? null, kinds: kind ?? null, language: language ?? null },
  };
}
