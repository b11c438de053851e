import type { BoardParts } from '../../board/parts.ts';
import { bodyForm } from '../../form.ts';
import { signInPage } from '../../pages/board/frame.ts';
import {
  type BoardRequest,
  isFromHere,
  isProof,
  languageIn,
  sendBoard,
  sendDoor,
  sessionOf,
} from './request.ts';

const TOKEN = /^[A-Za-z0-9_-]{22}$/;

/** GET: programs open links too (previews of Slack and Teams, scanners of mail), so this uses nothing up. */
export function showSignIn(request: BoardRequest): void {
  const token = request.query.get('token') ?? '';
  if (!TOKEN.test(token)) return sendDoor(request, 403, 'link-bad');
  sendBoard(request.response, 200, signInPage(request, token));
}

const STATUS = { bad: 403, late: 410, used: 410, 'no-right': 403 } as const;
const WORDS = { bad: 'link-bad', late: 'link-late', used: 'link-used', 'no-right': 'no-right' } as const;

/** POST: uses the link up, and opens the board on this device. */
export async function signIn({ door, cookie }: BoardParts, asked: BoardRequest): Promise<void> {
  const { playbook, request, response, now } = asked;
  const form = await bodyForm(request);
  const inWords = { ...asked, language: languageIn(playbook, form?.get('lang') ?? asked.language) };
  if (!isFromHere(request)) return sendDoor(inWords, 403, 'refused');
  const token = form?.get('token') ?? '';
  if (!TOKEN.test(token)) return sendDoor(inWords, 403, 'link-bad');
  const signedIn = await door.signIn(playbook, token, now.epochMilliseconds);
  if (signedIn.outcome !== 'signed-in')
    return sendDoor(inWords, STATUS[signedIn.outcome], WORDS[signedIn.outcome]);
  const { organisation } = playbook;
  response.writeHead(303, {
    ...{ Location: `/board/${organisation}`, 'Set-Cookie': cookie.set(organisation, signedIn.token) },
    ...{ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' },
  });
  response.end();
}

/** POST: closes the board on this device. */
export async function signOut(parts: BoardParts, asked: BoardRequest): Promise<void> {
  const { request, playbook } = asked;
  const form = await bodyForm(request);
  const session = await sessionOf(parts, asked);
  const cleared = { 'Set-Cookie': parts.cookie.clear(playbook.organisation) };
  if (session === null) return sendDoor(asked, 200, 'signed-out', cleared);
  const inWords = { ...asked, language: session.language };
  if (!isFromHere(request) || !isProof(parts, session, form?.get('proof') ?? null))
    return sendDoor(inWords, 403, 'refused');
  await parts.door.signOut(session);
  sendDoor(inWords, 200, 'signed-out', cleared);
}
