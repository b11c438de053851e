import type { UnitCopy } from '../../../domain/paper/copies.ts';
import { type Choice, type Fact, MESSAGE_LIMITS, type NoticeMessage } from '../../messages.ts';
import { versionsOf, wholeVersion } from '../../paper/sheets.ts';
import { printedWords } from '../../paper/words.ts';
import type { Talk } from '../../talk.ts';
import { fullMoment } from '../../words/moment.ts';
import { parted } from '../duties/card.ts';

/** What is late comes first. */
const GROUPS = ['missed', 'open', 'printed'] as const;
type Group = (typeof GROUPS)[number];
/** Units that can be confirmed on one card. */
const MOST_CHOICES = 5;

/** "Who has not printed?": which unit has which version, those first that do not have the present one. */
export function tellPaper(talk: Talk): void {
  const units = talk.event.known.paper?.units ?? null;
  if (units === null || units.length === 0) return talk.note('printed.none');
  const rows = GROUPS.flatMap((group) =>
    units.filter((unit) => groupOf(unit) === group).map((unit) => ({ group, unit })),
  );
  const shown = rows.slice(0, MESSAGE_LIMITS.rows);
  const left = rows.length - shown.length;
  talk.tell({
    ...{ kind: 'notice', title: talk.say('printed.who-title'), latest: null, history: [] },
    tone: rows.some(({ group }) => group === 'missed') ? 'warning' : 'plain',
    marks: left > 0 ? [talk.say('printed.who-more', { count: left })] : [],
    facts: GROUPS.map((group) => ({
      label: talk.say(`printed.state-${group}`),
      value: String(rows.filter((row) => row.group === group).length),
    })),
    parts: GROUPS.flatMap((group) => partsOf(talk, group, shown)),
    advice: [],
    choices: doneChoices(
      talk,
      shown.map(({ unit }) => unit),
    ),
  });
}

function partsOf(
  talk: Talk,
  group: Group,
  rows: readonly { readonly group: Group; readonly unit: UnitCopy }[],
): NoticeMessage['parts'] {
  const facts = rows.filter((row) => row.group === group).map(({ unit }) => factOf(talk, unit));
  return parted(talk.say(`printed.state-${group}`), facts);
}

/** What is open can be confirmed here too, for whoever was asked by mail. */
function doneChoices(talk: Talk, units: readonly UnitCopy[]): Choice[] {
  const open = units.filter(({ stage }) => stage !== 'printed').slice(0, MOST_CHOICES);
  return open.flatMap(({ rule: id, site }) => {
    const rule = talk.playbook.paper.get(id);
    if (rule === undefined) return [];
    const version = wholeVersion(versionsOf(talk.playbook, rule));
    const label = talk.say('printed.do-done-of', { what: titleOf(talk, id, site) });
    return [
      talk.offer(label, { do: 'paper-done', rule: id, site, version }),
      ...(open.length === 1
        ? [talk.offer(talk.say('printed.do-print'), { do: 'paper-print', rule: id })]
        : []),
    ];
  });
}

function titleOf(talk: Talk, rule: string, site: string): string {
  const name = talk.playbook.paper.get(rule)?.name;
  return talk.say('printed.title', {
    name: name === undefined ? rule : talk.local(name),
    place: talk.siteName(site) ?? site,
  });
}

function factOf(talk: Talk, { rule, site, has, due, stage }: UnitCopy): Fact {
  const label = titleOf(talk, rule, site);
  const copy =
    has === null
      ? talk.say('printed.has-none')
      : talk.say('printed.has', { version: has.version, printed: printedWords(talk, has) });
  const asked =
    stage === 'printed' || due === null ? [] : [talk.say('printed.by', { due: dueWords(talk, due) })];
  return { label, value: [copy, ...asked].join(' ') };
}

function dueWords({ playbook, language }: Talk, at: number): string {
  return fullMoment(
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(playbook.timezone),
    language,
  );
}

function groupOf({ stage }: UnitCopy): Group {
  return stage === 'missed' || stage === 'printed' ? stage : 'open';
}
