import type { IncomingMessage, ServerResponse } from 'node:http';
import { momentIn } from '../../../conversation/board/in-words.ts';
import { LANGUAGES, type Language } from '../../../domain/organisation/language.ts';
import type { Playbook } from '../../../domain/organisation/playbook.ts';
import { say } from '../../../locales/say.ts';
import type { BoardParts, BoardSession } from '../../board/parts.ts';
import { html } from '../../html.ts';
import { doorPage } from '../../pages/board/frame.ts';
import { BOARD_HEADERS } from '../../pages/board/style.ts';
import type { BoardView } from '../../pages/board/view.ts';

/** A request to the board of an organisation that there is. */
export interface BoardRequest {
  readonly playbook: Playbook;
  readonly language: Language;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly query: URLSearchParams;
  /** What stands behind `/board/:org/`. */
  readonly rest: readonly string[];
  readonly now: Temporal.ZonedDateTime;
}

/** Who is signed in on the device that asks; null: nobody. */
export async function sessionOf(
  { cookie, door }: BoardParts,
  { playbook, request, now }: BoardRequest,
): Promise<BoardSession | null> {
  const token = cookie.read(playbook.organisation, request);
  return token === null ? null : door.session(playbook, token, now.epochMilliseconds);
}

/** The language of somebody of whom nothing is known: as the address says, else the organisation's. */
export function languageIn({ languages }: Playbook, wanted: string | null): Language {
  return LANGUAGES.find((each) => each === wanted && languages.includes(each)) ?? languages[0];
}

/**
 * Whether a form was sent from a page of ours. The browser says so itself; one that does not names where the page was from.
 */
export function isFromHere({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin, host } = headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** What proves that a form was made for this session. */
export function proofOf({ keys }: Pick<BoardParts, 'keys'>, { id, organisation }: BoardSession): string {
  return keys.keyFor(proofPurpose(id), organisation);
}

export function isProof(
  { keys }: Pick<BoardParts, 'keys'>,
  { id, organisation }: BoardSession,
  proof: string | null,
): boolean {
  return keys.opens(proofPurpose(id), organisation, proof);
}

function proofPurpose(id: string): string {
  return `board-form/${id}`;
}

const ONCE = /^[\w-]{16,64}$/;

/** Whether it can name what is pressed on a page, as the page itself does. */
export function isOnce(once: string): boolean {
  return ONCE.test(once);
}

/** Who looks at a page, and by what its forms are known. */
export function viewOf(
  parts: Pick<BoardParts, 'keys'>,
  { playbook, language, now }: BoardRequest,
  session: BoardSession,
): BoardView {
  const reader = { playbook, language, now };
  const until = momentIn(reader, session.until);
  const name = session.desk ? null : (session.name ?? session.user);
  return { ...reader, name, until, proof: proofOf(parts, session) };
}

export function sendBoard(
  response: ServerResponse,
  status: number,
  body: string,
  more: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { ...BOARD_HEADERS, ...more, 'Content-Type': 'text/html; charset=utf-8' });
  response.end(body);
}

export type DoorWords =
  | 'link-used'
  | 'link-late'
  | 'link-bad'
  | 'needs-sign-in'
  | 'no-right'
  | 'refused'
  | 'signed-out';

/** A page that says why there is no board to see, and what to do. */
export function sendDoor(
  { playbook, language, response }: BoardRequest,
  status: number,
  why: DoorWords,
  more: Readonly<Record<string, string>> = {},
): void {
  const text = say(language, `board.${why}`, { words: say(language, 'board.words') });
  const tone = why === 'signed-out' ? 'status open' : 'status limited';
  sendBoard(response, status, doorPage({ playbook, language }, html`<p class="${tone}">${text}</p>`), more);
}
