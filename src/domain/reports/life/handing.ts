import type { LifeHappening } from '../report.ts';
import type { LifeCommand, LifeNews, Lived } from './life.ts';
import {
  CARD,
  dueAfter,
  isHanded,
  isOver,
  type LifeJob,
  refuse,
  step,
  supplierOf,
  toReporters,
} from './step.ts';

type Command<D extends LifeCommand['do']> = Extract<LifeCommand, { do: D }>;

/** It is to go to the supplier. Until it surely did, somebody is reminded. */
export function handOn(
  job: LifeJob,
  because: { readonly what: LifeHappening; readonly text: string | null } | null,
  more: readonly LifeNews[] = [],
): Lived {
  return step(job, {
    ...(because ?? { what: 'handing-on' }),
    state: 'handing-on',
    life: { due: dueAfter(job, 'hand-over', job.rules.judgeWithin), supplier: supplierOf(job) },
    news: [...more, { to: 'order', what: 'make' }, CARD],
  });
}

/** Without waiting any longer. */
export function handOnNow(job: LifeJob): Lived {
  const { report } = job;
  if (isOver(report)) return refuse('over');
  if (report.state === 'joined') return refuse('joined');
  if (report.state === 'handing-on' || report.life.handed !== null) return refuse('done-already');
  return handOn(job, null, toReporters('handing-on'));
}

/** The supplier has it: by an order, or somebody handed it over by hand. */
export function handed(job: LifeJob, { how, order, supplier }: Command<'handed'>): Lived {
  const { report } = job;
  if (isOver(report)) return refuse('over');
  if (report.state === 'joined') return refuse('joined');
  // It went from one supplier to another.
  const isOther = how === 'order' && supplier != null && supplier !== report.life.supplier;
  if (isHanded(report) && !isOther) return refuse('done-already');
  return step(job, {
    ...{ what: 'handed-on', text: how === 'by-hand' ? 'by-hand' : null, state: 'handed-on' },
    life: {
      handed: { how, order },
      due: null,
      supplier: supplier ?? report.life.supplier ?? supplierOf(job),
    },
    news: [...toReporters('handed-on'), CARD],
  });
}

/** It has to be done by hand. */
export function notHanded(job: LifeJob): Lived {
  const { report } = job;
  if (report.state !== 'handing-on') return refuse(isOver(report) ? 'over' : 'not-now');
  const due = dueAfter(job, 'hand-over', job.rules.judgeWithin);
  return step(job, { what: null, life: { due }, news: [{ to: 'judges', what: 'hand-over' }] });
}

/** How it goes at the supplier. */
export function progress(job: LifeJob, { state, note }: Command<'progress'>): Lived {
  const { report, rules } = job;
  if (isOver(report)) return refuse('over');
  if (report.state === 'joined') return refuse('joined');
  switch (state) {
    case 'confirmed':
      return step(job, { what: 'confirmed', text: note, news: [...toReporters('confirmed'), CARD] });
    case 'quoted':
      return step(job, { what: 'quoted', text: note, news: [...toReporters('quoted'), CARD] });
    case 'in-work':
      if (report.state === 'in-work') return refuse('done-already');
      return step(job, {
        ...{ what: 'in-work', text: note, state: 'in-work', life: { due: null } },
        news: [...toReporters('in-work'), CARD],
      });
    case 'solved': {
      if (report.state === 'solved') return refuse('done-already');
      const due = dueAfter(job, 'satisfied', rules.satisfiedWithin);
      const news = [...toReporters('solved'), CARD];
      return step(job, { what: 'solved', text: note, state: 'solved', life: { due }, news });
    }
  }
}
