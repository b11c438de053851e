import type { LocalText } from '../organisation/language.ts';
import type { Millis } from '../timeline/timeline.ts';
import type { News } from './ledger.ts';
import type { Author, Notice, OutagePhase, SupportTime, WindowPart } from './notice.ts';

/** An outage notice as its author fills it in. */
export interface OutageDraft {
  readonly title: LocalText;
  readonly text: LocalText;
  readonly services: readonly string[];
  readonly sites: readonly string[] | null;
  /** Not after now. */
  readonly since: Millis;
  readonly long: boolean;
  readonly wait: boolean;
  readonly nextWord: Millis | null;
  readonly meanwhile: LocalText;
  readonly routine: string | null;
  readonly asksRead: boolean;
  readonly proposal: string | null;
}

/** A maintenance window as its author fills it in. */
export interface WindowDraft {
  readonly title: LocalText;
  /** Why; a window at short notice cannot be without. */
  readonly text: LocalText;
  readonly shortNotice: boolean;
  readonly parts: readonly Omit<WindowPart, 'id' | 'endedAt' | 'extendedFrom'>[];
  readonly support: readonly SupportTime[];
  readonly meanwhile: LocalText;
  readonly routine: string | null;
  readonly asksRead: boolean;
  readonly series: string | null;
}

/** What can be done with a notice that is there. */
export type NoticeChange =
  /** A second person confirms what waits for it, or does not. */
  | { readonly do: 'confirm' }
  | { readonly do: 'discard' }
  /** A new word, a new phase, what is expected; what is left out stays. */
  | {
      readonly do: 'update';
      readonly text?: LocalText;
      readonly phase?: Exclude<OutagePhase, 'resolved'>;
      readonly long?: boolean;
      readonly wait?: boolean;
      readonly nextWord?: Millis | null;
      readonly important: boolean;
    }
  /** Other words in place of wrong ones. `update`: of which; null: of the notice itself. */
  | {
      readonly do: 'correct';
      readonly update: number | null;
      readonly title?: LocalText;
      readonly text?: LocalText;
      readonly meanwhile?: LocalText;
    }
  /** An outage is over. */
  | { readonly do: 'resolve'; readonly text: LocalText; readonly retrospect: LocalText }
  | { readonly do: 'retrospect'; readonly text: LocalText }
  /** It was an error: taken back everywhere. */
  | { readonly do: 'recall' }
  /** A window, or a part of it, is done before its time (scenario E4). `part` null: all that is not over. */
  | { readonly do: 'finish'; readonly part: string | null; readonly text: LocalText }
  | { readonly do: 'extend'; readonly part: string; readonly to: Millis; readonly text: LocalText }
  | { readonly do: 'cancel'; readonly text: LocalText }
  /** What is due by now is seen to: reminders, the beginning and the end. */
  | { readonly do: 'tick' };

export type NoticeCommand =
  | { readonly do: 'publish-outage'; readonly draft: OutageDraft }
  | { readonly do: 'publish-window'; readonly draft: WindowDraft }
  | NoticeChange;

/** Who does it, and when. */
export interface CommandContext {
  readonly by: Author;
  readonly at: Millis;
  /** The id of a notice that is made. */
  readonly id: string;
}

/** What can be wrong with a command. The catalogues say each in words, as `notice-fault.<why>`. */
export type NoticeFaultCode =
  | 'text-missing'
  | 'text-too-long'
  | 'too-many'
  | 'unknown-service'
  | 'unknown-site'
  | 'unknown-routine'
  | 'since-in-future'
  | 'next-word-past'
  | 'parts-missing'
  | 'part-backwards'
  | 'part-past'
  | 'part-too-long'
  | 'part-too-far'
  | 'support-backwards'
  | 'why-missing'
  | 'nothing-changed'
  | 'unknown-update'
  | 'unknown-part'
  | 'not-later'
  | 'same-person'
  | 'not-waiting'
  | 'not-published'
  | 'not-yours'
  | 'is-over'
  | 'wrong-kind';

/** A command that was not done, with the field that is to blame. */
export interface NoticeFault {
  readonly field: string;
  readonly why: NoticeFaultCode;
}

/** What came of a command. `news` null: nobody is told of it. */
export type Applied =
  | { readonly outcome: 'done'; readonly notice: Notice; readonly news: News | null }
  | { readonly outcome: 'refused'; readonly faults: readonly NoticeFault[] };
