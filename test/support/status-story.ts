import type { Notice } from '../../src/domain/notices/notice.ts';
import type { LocalText } from '../../src/domain/organisation/language.ts';
import type { Playbook } from '../../src/domain/organisation/playbook.ts';
import { commanded, outageDraft, windowDraft } from './notices-kept.ts';
import { at } from './playbooks.ts';

/** What pages are shown with: an outage with words, work now and to come, something cancelled, and what is over. */
export function statusStory(playbook: Playbook): Notice[] {
  const ms = (local: string): number => at(playbook, local).epochMilliseconds;
  const [own] = playbook.languages;
  const [service = '', other = service] = playbook.services.keys();
  const [site] = playbook.sites.keys();
  const [routine = null] = playbook.routines.keys();
  const sites = site === undefined ? null : [site];
  const say = (sv: string, en: string) => (own === 'sv' ? { sv, en } : { [own]: en });
  const outage = outageDraft({
    ...{
      services: [service],
      sites,
      since: ms('2026-11-23T08:10'),
      nextWord: ms('2026-11-23T11:00'),
      routine,
    },
    text: say(
      'Inloggningen svarar inte sedan i morse.',
      'Nobody has been able to log in since this morning.',
    ),
    meanwhile: say('Skriv på papper och för in det sedan.', 'Write on paper, and enter it later.'),
  });
  let down = commanded(
    playbook,
    null,
    { do: 'publish-outage', draft: outage },
    '2026-11-23T08:20',
    'A1A1-0001',
  );
  down = commanded(
    playbook,
    down,
    {
      do: 'update',
      phase: 'identified',
      text: say(
        'En växel i serverhallen har gått sönder. Den byts nu.',
        'A switch in the server room is broken. It is being replaced.',
      ),
      important: true,
    },
    '2026-11-23T09:30',
  );
  const part = (from: string, to: string, services: string[]) => ({
    ...{ services, sites, from: ms(from), to: ms(to), effect: {} },
  });
  const published = (id: string, parts: ReturnType<typeof part>[], text: LocalText, on: string): Notice =>
    commanded(
      playbook,
      null,
      {
        do: 'publish-window',
        draft: windowDraft({
          text,
          parts,
          support: parts.map(({ from, to }) => ({ from, to, text: say('per telefon', 'by phone') })),
        }),
      },
      on,
      id,
    );
  const working = published(
    'B1B1-0001',
    [part('2026-11-23T09:00', '2026-11-23T12:00', [other])],
    say('Uppgradering.', 'An upgrade.'),
    '2026-11-16T09:00',
  );
  const coming = published(
    'B2B2-0002',
    [
      part('2026-11-28T10:00', '2026-11-28T14:00', [service]),
      part('2026-11-29T10:00', '2026-11-29T13:00', []),
    ],
    say('Servrarna byts ut.', 'The servers are replaced.'),
    '2026-11-16T09:00',
  );
  let dropped = published(
    'B3B3-0003',
    [part('2026-11-26T18:00', '2026-11-26T20:00', [other])],
    say('Säkerhetsuppdatering.', 'A security update.'),
    '2026-11-20T09:00',
  );
  dropped = commanded(
    playbook,
    dropped,
    { do: 'cancel', text: say('Leverantören är sjuk.', 'The supplier is ill.') },
    '2026-11-22T09:00',
  );
  return [down, working, coming, dropped, ...overOnes(playbook, service, other)];
}

function overOnes(playbook: Playbook, service: string, other: string): Notice[] {
  const ms = (local: string): number => at(playbook, local).epochMilliseconds;
  const [own] = playbook.languages;
  return ['2026-10-02', '2026-10-30', '2026-11-12'].map((day, i) => {
    const draft = outageDraft({ services: [i === 1 ? other : service], since: ms(`${day}T07:30`) });
    const begun = commanded(playbook, null, { do: 'publish-outage', draft }, `${day}T07:40`, `C${i}C0-0001`);
    const retrospect = { [own]: 'En säkring hade löst ut. Den är bytt.' };
    return commanded(playbook, begun, { do: 'resolve', text: {}, retrospect }, `${day}T1${i}:00`);
  });
}
