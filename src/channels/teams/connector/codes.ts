import { z } from 'zod';

/** What a code of Teams means. */
export interface Meaning {
  /** Whether the conversation is gone for the bot; else the operator must act. */
  readonly isGone: boolean;
  /** Whether a new token would be refused as well. */
  readonly isFinal?: true;
  readonly says: string;
}

/**
 * https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability (“Status codes from bot
 * conversational APIs”); `MessageWritesBlocked` from “Send proactive messages”, `TenantNoPermission` from
 * MicrosoftDocs/bot-docs #1960, `BotDisabledByUser` from Microsoft's answers to developers.
 */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  BotNotInConversationRoster: { isGone: true, says: 'the bot was removed from this conversation' },
  ConversationBlockedByUser: { isGone: true, says: 'the person blocked the bot' },
  BotDisabledByUser: { isGone: true, says: 'the person blocked the bot' },
  MessageWritesBlocked: { isGone: true, says: 'the person blocked or uninstalled the bot' },
  ForbiddenOperationException: { isGone: true, says: 'the app is not installed for this person' },
  BotDisabledByAdmin: {
    isGone: true,
    says: 'an administrator blocked the app; allow it in the Teams admin center, “Manage apps” and “Permission policies”',
  },
  TenantNoPermission: {
    isGone: true,
    says: 'the app is disabled in this tenant; allow it in the Teams admin center, “Manage apps”',
  },
  BotNotRegistered: {
    isGone: false,
    isFinal: true,
    says: 'no bot is registered under this app id; check MicrosoftAppId, and that the Azure Bot has the channel Teams',
  },
  InvalidBotApiHost: {
    isGone: false,
    says: 'this tenant is in another cloud of Microsoft’s, which has its own service address',
  },
  NotEnoughPermissions: { isGone: false, says: 'the app lacks a permission for this; see docs/teams.md' },
};

/** 404 of these is about a part of a conversation only. */
export const PARTS: Readonly<Record<string, 'message' | 'member' | 'conversation'>> = {
  ActivityNotFoundInConversation: 'message',
  MemberNotFoundInConversation: 'member',
  ConversationNotFound: 'conversation',
};

export function meaningOf(code: string | null): Meaning | null {
  return code !== null && Object.hasOwn(MEANINGS, code) ? (MEANINGS[code] ?? null) : null;
}

const CODE = /^[A-Za-z0-9_.-]{1,60}$/;
const text = z.string().optional().catch(undefined);
const body = z.object({
  code: text,
  message: text,
  error: z.object({ code: text, message: text }).optional().catch(undefined),
});
const inner = z.object({ subCode: text });

/** The platform's own code in an answer's body; null if there is none that may be shown. */
export function codeIn(answer: string | null): string | null {
  const read = body.safeParse(jsonOf(answer)).data;
  if (read === undefined) return null;
  // Some answers of Teams hold another one in the text of their message; it is the one that says why.
  const nested = [read.message, read.error?.message].map(
    (said) => inner.safeParse(jsonOf(said)).data?.subCode,
  );
  const codes = [...nested, read.error?.code, read.code];
  return codes.find((code) => code !== undefined && CODE.test(code)) ?? null;
}

/** What some text holds as JSON; undefined if it is none. */
export function jsonOf(said: string | null | undefined): unknown {
  try {
    return JSON.parse(said ?? '');
  } catch {
    return undefined;
  }
}
