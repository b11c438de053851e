import { audiencesOf, type NoticeAudience } from '../../../domain/notices/audiences.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import type { Reach } from '../../../domain/notices/subscribers.ts';
import { LOCALE_TAGS } from '../../../locales/say.ts';
import { lacksWords, noticeMessage } from '../../notices/words.ts';
import type { Talk } from '../../talk.ts';

const AUDIENCE_LIMITS = {
  /** Audiences that are named to the author, a line each. */
  lines: 12,
  /** Those that see less than everything, shown as they will read it. */
  cards: 6,
} as const;

/** Where channels can be, by a name that people know; others are only counted. */
const PLATFORMS: Readonly<Record<string, string>> = { teams: 'Teams', slack: 'Slack' };

/** A window as those will read it who see only some of its parts, each once. */
export function tellAudiences(talk: Talk, notice: Notice): void {
  const partly = audiencesIn(talk, notice).filter(
    ({ parts }) => notice.kind === 'maintenance' && parts.length < notice.parts.length,
  );
  for (const audience of partly.slice(0, AUDIENCE_LIMITS.cards)) {
    const { place, language } = audience;
    const message = noticeMessage(talk.playbook, notice, { language, ...place }, talk.now);
    const what = talk.say('author.preview-for', {
      ...{
        language: talk.languageName(language),
        who: whoOf(talk, audience),
        count: countOf(talk, audience),
      },
    });
    talk.tell({ ...message, marks: [what, ...message.marks], choices: [] });
  }
}

/** "Tierp, in Swedish: 2 channels in Teams, 14 people", a line for each who read it otherwise. */
export function audienceLines(talk: Talk, notice: Notice): string[] {
  const all = audiencesIn(talk, notice);
  const more = all.length - AUDIENCE_LIMITS.lines;
  return [
    ...all.slice(0, AUDIENCE_LIMITS.lines).map((audience) => `– ${lineOf(talk, notice, audience)}`),
    ...(more > 0 ? [talk.say('author.and-more', { count: more })] : []),
  ];
}

function audiencesIn(talk: Talk, notice: Notice): readonly NoticeAudience[] {
  const { subscribers } = talk.event.known;
  if (subscribers === null) return [];
  return audiencesOf(talk.playbook, notice, subscribers, talk.now.epochMilliseconds);
}

function lineOf(talk: Talk, notice: Notice, audience: NoticeAudience): string {
  const { language, place, parts } = audience;
  const isMissing = lacksWords(talk.playbook, notice, { language, ...place }, talk.now);
  const all = notice.kind === 'maintenance' ? notice.parts.length : 0;
  return [
    talk.say('author.audience', {
      who: whoOf(talk, audience),
      language: talk.languageName(language),
      count: countOf(talk, audience),
    }),
    ...(parts.length < all ? [talk.say('author.audience-parts', { count: parts.length, all })] : []),
    ...(isMissing ? [talk.say('author.audience-missing')] : []),
  ].join('. ');
}

function whoOf(talk: Talk, { sites }: NoticeAudience): string {
  if (sites === null) return talk.say('author.audience-all');
  return sites.map((id) => talk.siteName(id) ?? id).join(', ');
}

function countOf(talk: Talk, { channels, people, mail }: NoticeAudience): string {
  const where = channels.map(({ platform, count }) => {
    const name = PLATFORMS[platform];
    return name === undefined
      ? talk.say('author.count-channels', { count })
      : talk.say('author.count-channels-in', { count, platform: name });
  });
  return [...where, ...counted(talk, { people, mail })].join(', ');
}

/** "14 channels and 230 people"; of what there is none nothing is said. */
export function reachedInWords(talk: Talk, reach: Pick<Reach, 'channels' | 'people' | 'mail'>): string {
  return new Intl.ListFormat(LOCALE_TAGS[talk.language]).format(counted(talk, reach));
}

function counted(
  talk: Talk,
  counts: Readonly<Partial<Record<'channels' | 'people' | 'mail', number>>>,
): string[] {
  const kinds = ['channels', 'people', 'mail'] as const;
  return kinds.flatMap((kind) => {
    const count = counts[kind] ?? 0;
    return count === 0 ? [] : [talk.say(`author.count-${kind}`, { count })];
  });
}
