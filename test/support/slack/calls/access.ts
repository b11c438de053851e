import { type Answer, type Call, done, isTrue, refused, textArg } from '../answers.ts';
import { FAKE_APP } from '../app.ts';

/** `auth.test` */
export function authTest({ workspace, token }: Call): Answer {
  const { team, domain, bot, botId, enterprise } = workspace;
  return done({
    ...{
      url: `https://${domain}.slack.com/`,
      team: domain,
      user: bot.name,
      team_id: team,
      user_id: bot.id,
      bot_id: botId,
    },
    ...{
      is_enterprise_install: token.isWhole === true,
      ...(enterprise !== null && { enterprise_id: enterprise }),
    },
  });
}

/** `auth.revoke`: that token alone. */
export function authRevoke({ token, args }: Call): Answer {
  if (isTrue(args.test)) return done({ revoked: false });
  token.state = 'revoked';
  return done({ revoked: true });
}

/** `apps.uninstall`: afterwards the tokens of the bot are those of a removed app. */
export function uninstall({ workspace, args }: Call): Answer {
  if (textArg(args, 'client_id') !== FAKE_APP.clientId) return refused('invalid_client_id');
  if (textArg(args, 'client_secret') !== FAKE_APP.clientSecret) return refused('bad_client_secret');
  workspace.endTokens('inactive');
  return done({ uninstalled: true });
}
