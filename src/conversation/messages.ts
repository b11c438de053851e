import type { Language } from '../domain/organisation/language.ts';
import type { AnswerInWords, ContactInWords } from './who/answer-in-words.ts';

/** Something to press. Its id is used once: pressed again, it does no harm and says what is true now. */
export interface Choice {
  readonly id: string;
  /** Plain text, at most `MESSAGE_LIMITS.label` characters. */
  readonly label: string;
  /** `main`: what most will press; `danger`: for danger to life; `quiet`: ways out. */
  readonly style: 'main' | 'plain' | 'danger' | 'quiet';
}

/** All texts are plain text, user's words included: each channel escapes them. */
interface Spoken {
  /** For a screen reader, and for the channel's own words. */
  readonly language: Language;
  readonly choices: readonly Choice[];
}

/** One line of a table of facts. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** Says something. */
export interface SayMessage extends Spoken {
  readonly kind: 'say';
  readonly text: string;
  readonly tone: 'plain' | 'good' | 'warning';
}

/** Asks one question, to be answered by a choice or by writing. */
export interface AskMessage extends Spoken {
  readonly kind: 'ask';
  readonly text: string;
  /** What may be written; null: choices only, though writing a choice's words or number works too. */
  readonly hint: string | null;
  /** Whether a picture may be sent as the answer. */
  readonly picture: boolean;
}

/** Asks whether something is really meant. */
export interface ConfirmMessage extends Spoken {
  readonly kind: 'confirm';
  readonly text: string;
}

/** Whom to call or write to, now. */
export interface CallMessage extends Spoken {
  readonly kind: 'call';
  /** What was decided and why, before the numbers. */
  readonly lead: readonly string[];
  readonly answer: AnswerInWords;
  /** "Did you get hold of somebody?", after the numbers. */
  readonly question: string | null;
}

/** A report as it stands: its receipt, or one that is looked at again. */
export interface ReceiptMessage extends Spoken {
  readonly kind: 'receipt';
  readonly title: string;
  /** As `K7M2-QX4P`. */
  readonly reference: string;
  /** "Received", "Nobody has it yet". */
  readonly state: string;
  readonly tone: 'good' | 'warning' | 'plain';
  readonly facts: readonly Fact[];
  readonly pictures: readonly { readonly name: string; readonly address: string }[];
  /** What happened to it, oldest first. */
  readonly history: readonly { readonly at: string; readonly text: string }[];
  readonly notes: readonly string[];
}

/** One step to tick. */
export interface StepToTick {
  readonly text: string;
  readonly contacts: readonly ContactInWords[];
  readonly done: boolean;
  /** What ticks or unticks it. It is among the message's choices too. */
  readonly choice: string;
}

/** What to do while a system is down. */
export interface RoutineMessage extends Spoken {
  readonly kind: 'routine';
  readonly title: string;
  /** When it is used, for whom. */
  readonly remarks: readonly string[];
  readonly steps: readonly StepToTick[];
  /** "Afterwards", with what to register when it works again. */
  readonly afterwards: { readonly heading: string; readonly steps: readonly StepToTick[] } | null;
  /** "2 of 5 done". */
  readonly progress: string;
}

/** The person's own reports, newest first. */
export interface ReportsMessage extends Spoken {
  readonly kind: 'reports';
  readonly title: string;
  readonly items: readonly {
    readonly reference: string;
    readonly title: string;
    readonly state: string;
    readonly when: string;
    /** What opens it. It is among the message's choices too. */
    readonly choice: string;
  }[];
  /** Said when there are none, or more than are shown. */
  readonly note: string | null;
}

/** What IT tells of an outage, or of planned work, as it stands. */
export interface NoticeMessage extends Spoken {
  readonly kind: 'notice';
  readonly title: string;
  /** `warning`: something does not work; `good`: it works again; `plain`: planned work. */
  readonly tone: 'good' | 'warning' | 'plain';
  /** What is to be known first: "Recalled", "Corrected 10:42", "Text missing in Norwegian: shown in Swedish". */
  readonly marks: readonly string[];
  readonly facts: readonly Fact[];
  /** The latest word from IT. */
  readonly latest: string | null;
  /** Of planned work: what is hit when. "Sunday 30 October 10–13", with its facts. */
  readonly parts: readonly { readonly heading: string; readonly facts: readonly Fact[] }[];
  /** What to do now, a paragraph each. */
  readonly advice: readonly string[];
  /** Earlier words, oldest first. */
  readonly history: readonly { readonly at: string; readonly text: string }[];
}

/** What the bot can do, for this organisation. Also its greeting. */
export interface MenuMessage extends Spoken {
  readonly kind: 'menu';
  readonly title: string;
  readonly text: string;
}

/** Several fields at once. The choices lead to the same questions one by one, for channels without fields. */
export interface FormMessage extends Spoken {
  readonly kind: 'form';
  readonly title: string;
  readonly text: string | null;
  readonly fields: readonly FormField[];
  /** What sends it, with `fields` by their ids. Not among `choices`. */
  readonly submit: Choice;
}

/** A field of a form: a text, or one or several of some options. */
export interface FormField {
  readonly id: string;
  readonly label: string;
  /** Of several options their values, with commas between. */
  readonly value: string;
  /** `lines`: a text of several lines; `several`: any number of the options. Missing: one line, or one option. */
  readonly takes?: 'lines' | 'several';
  /** Characters of a text; missing: `MESSAGE_LIMITS.field`. */
  readonly max?: number;
  /** What an empty text may look like, at most `MESSAGE_LIMITS.hint` characters; missing: nothing. */
  readonly hint?: string;
  /** Null: free text, at most `MESSAGE_LIMITS.field` characters. */
  readonly options: readonly { readonly value: string; readonly label: string }[] | null;
}

/** To IT's desk: reports that may be one outage. */
export interface ProposalMessage extends Spoken {
  readonly kind: 'proposal';
  readonly title: string;
  readonly text: string;
  readonly reports: readonly { readonly reference: string; readonly text: string }[];
}

/** Everything that the bot can say. Each channel renders every kind. */
export type Message =
  | SayMessage
  | AskMessage
  | ConfirmMessage
  | CallMessage
  | ReceiptMessage
  | RoutineMessage
  | ReportsMessage
  | NoticeMessage
  | MenuMessage
  | FormMessage
  | ProposalMessage;
export type MessageKind = Message['kind'];
export const MESSAGE_KINDS = [
  'say',
  'ask',
  'confirm',
  'call',
  'receipt',
  'routine',
  'reports',
  'notice',
  'menu',
  'form',
  'proposal',
] as const satisfies readonly MessageKind[];

/** A message on its way, with the name by which a later one can take its place. */
export interface Reply {
  /** Unique in its conversation. */
  readonly key: string;
  /** The key of the message whose place it takes, where the channel can; else it follows. */
  readonly replaces: string | null;
  readonly message: Message;
}

export const MESSAGE_LIMITS = {
  /** Choices of one message. */
  choices: 25,
  label: 80,
  /** Characters of any one text. */
  text: 4000,
  /** Characters of a field of one line. */
  field: 300,
  /** Characters of a field of several lines: Slack takes no more. */
  lines: 3000,
  hint: 150,
  /** Rows of a list or table. */
  rows: 30,
  /** Facts of one part of planned work. */
  partFacts: 6,
} as const;

/** At the end of a switch over all kinds: the compiler sees that none is missing. */
export function assertNever(value: never): never {
  throw new TypeError(`not handled: ${JSON.stringify(value)}`);
}
