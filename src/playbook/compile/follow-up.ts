import type { HoursState } from '../../domain/hours/schedule.ts';
import type { FollowUpRules } from '../../domain/reports/life/rules.ts';
import type { Timeline } from '../../domain/timeline/timeline.ts';
import type { FollowUpFile } from '../schema/follow-up.ts';
import type { Localise } from './texts.ts';

/** How an organisation follows reports up; null: it does not. */
export function compileFollowUp(
  file: FollowUpFile | undefined,
  local: Localise,
  hours: (name: string) => Timeline<HoursState>,
): FollowUpRules | null {
  if (file === undefined) return null;
  const { others } = file;
  return {
    ...{ judge: file.judge ?? null, judged: file.judged, handsOn: file['hands-on'] },
    ...{ supplier: file.supplier ?? null, judgeWithin: file['judge-within'], lookFirst: file['look-first'] },
    ...{ wait: file.wait, answerWithin: file['answer-within'], satisfiedWithin: file['satisfied-within'] },
    counts: file.counts,
    hours: file.hours === undefined ? null : hours(file.hours),
    digestAt: file['digest-at'],
    spread:
      others === undefined
        ? null
        : {
            services: others.service ?? [],
            contacts: others['told-by'] ?? [],
            texts: Object.entries(others.texts).map(([id, { name, text }]) => ({
              ...{ id, name: local(name), text: local(text) },
            })),
          },
  };
}
