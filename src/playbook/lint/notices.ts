import type { PlaybookFile } from '../schema/playbook.ts';
import { many, type Reference } from './reference.ts';

/** What the part on notices names. */
export function noticeReferences({ notices, contacts }: PlaybookFile): Reference[] {
  return [
    ...notices.authors.flatMap((id) =>
      many(id in contacts ? 'contacts' : 'roles', [id], ['notices', 'authors', notices.authors.indexOf(id)]),
    ),
    { section: 'hours', id: notices['core-hours'], path: ['notices', 'core-hours'] },
    ...Object.entries(notices.templates).flatMap(([id, template]): Reference[] => {
      const path = ['notices', 'templates', id];
      return [
        ...many('services', template.service, [...path, 'service']),
        ...many('sites', template.site, [...path, 'site']),
        { section: 'routines', id: template.routine, path: [...path, 'routine'] },
      ];
    }),
    ...notices.channels.flatMap((channel, i) => [
      ...many('services', channel.service, ['notices', 'channels', i, 'service']),
      ...many('sites', channel.site, ['notices', 'channels', i, 'site']),
    ]),
  ];
}
