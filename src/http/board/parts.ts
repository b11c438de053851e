import type { PingAnswer } from '../../domain/escalation/answer.ts';
import type { Answerer, Escalation, PingDeed } from '../../domain/escalation/escalation.ts';
import type { Language } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { BoardSource } from '../../domain/reports/board/board.ts';
import type { LifeCommand, LifeRefusal } from '../../domain/reports/life/life.ts';
import type { Actor } from '../../domain/reports/report.ts';
import type { Clock } from '../../ports/clock.ts';
import type { LinkKeys } from '../link-key.ts';
import type { BoardCookie } from './cookie.ts';
import type { BoardWatch } from './watch.ts';

/** Whose device it is. Times in ms since 1970 UTC. */
export interface BoardSession {
  readonly id: string;
  readonly organisation: string;
  readonly user: string;
  readonly desk: boolean;
  readonly name: string | null;
  readonly language: Language;
  readonly until: number;
  readonly contacts: readonly string[];
}

/** Who may see the board on which device. */
export interface BoardDoor {
  signIn(
    playbook: Playbook,
    link: string,
    now: number,
  ): Promise<
    | { readonly outcome: 'signed-in'; readonly token: string; readonly until: number }
    | { readonly outcome: 'bad' | 'late' | 'used' | 'no-right' }
  >;
  session(playbook: Playbook, token: string, now: number): Promise<BoardSession | null>;
  signOut(session: Pick<BoardSession, 'organisation' | 'id'>): Promise<void>;
}

/** Something that is done with a report on its page. Whether `by` may do it is asked before. */
export interface BoardDeed {
  /** Names it for ever: the same again is done once. */
  readonly id: string;
  readonly organisation: string;
  readonly report: string;
  readonly command: LifeCommand;
  readonly by: Actor;
}

/** An answer to a ping that is given on a report's page. `refused`: it was not asked of them, which is written down. */
export interface BoardAnswer {
  /** Names it for ever: the same again is done once. */
  readonly id: string;
  readonly organisation: string;
  readonly escalation: string;
  readonly from: Pick<Answerer, 'user' | 'name'>;
  readonly given:
    | (Pick<PingAnswer, 'deed' | 'contact' | 'note'> & { readonly kind: 'answered' })
    | { readonly kind: 'refused'; readonly deed: PingDeed };
}

/** What the pages of the board need. */
export interface BoardParts {
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly clock: Clock;
  readonly keys: LinkKeys;
  readonly cookie: BoardCookie;
  readonly door: BoardDoor;
  readonly read: (organisation: string) => Promise<BoardSource & { readonly version: string }>;
  readonly watch: BoardWatch;
  /** Does it; `late`: it is kept, and nobody can say yet what came of it. @throws StoreError if it could not be kept */
  readonly act: (deed: BoardDeed) => Promise<{ readonly why: LifeRefusal | null } | 'late'>;
  /** The escalation that a report is in, or was last; null: none. @throws StoreError */
  readonly escalationOf: (organisation: string, report: string) => Promise<Escalation | null>;
  /** Answers a ping. `late`: it changed nothing any more; `pending`: it is kept, and nobody can say yet. @throws StoreError if it could not be kept */
  readonly answerPing: (answer: BoardAnswer) => Promise<'done' | 'late' | 'pending'>;
  /** What nobody made before, in at least 16 letters, digits or `-`. */
  readonly newId: () => string;
}
