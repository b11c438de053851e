import { z } from 'zod';
import { machineAddress } from './addresses.ts';

const TOKEN = /^(?:xox|xapp)/;

/** A secret of the app: signing secret or client secret. */
function secret(name: string) {
  return z
    .string()
    .refine((text) => !TOKEN.test(text), {
      error: `is a token, where the “${name}” of the app’s Basic Information is wanted`,
      abort: true,
    })
    .min(16, `is too short for a “${name}”; copy it again from the app’s Basic Information`)
    .max(200, `is too long for a “${name}”`)
    .regex(/^[\x21-\x7e]+$/, `holds what no “${name}” does, such as a blank; copy it again`);
}

/** A token, whose beginning tells of which sort it is. */
function token(prefix: string, isNone: string) {
  return z
    .string()
    .max(500, 'is too long for a token')
    .regex(new RegExp(`^${prefix}[A-Za-z0-9-]+$`), isNone);
}

const botToken = z
  .string()
  .refine((text) => !text.startsWith('xoxe'), {
    error:
      'is a token that expires after hours; set SLACK_CLIENT_ID and SLACK_CLIENT_SECRET, or switch token rotation off',
    abort: true,
  })
  .refine((text) => !text.startsWith('xoxp-'), {
    error: 'is the token of a person; copy the “Bot User OAuth Token”, which begins with xoxb-',
    abort: true,
  })
  .pipe(token('xoxb-', 'is no token of a bot; copy the “Bot User OAuth Token”, which begins with xoxb-'));

/** Every variable of Slack, each by itself. What they mean together is in slack-faults.ts and slack.ts. */
export const slackVariables = z.object({
  SLACK_SIGNING_SECRET: secret('Signing Secret').optional(),
  SLACK_BOT_TOKEN: botToken.optional(),
  SLACK_APP_TOKEN: token(
    'xapp-',
    'is no app-level token; make one with the scope connections:write, it begins with xapp-',
  ).optional(),
  SLACK_CLIENT_ID: z
    .string()
    .max(100, 'is too long for a “Client ID”')
    .regex(/^\d+\.\d+$/, 'is no “Client ID”; copy it from the app’s Basic Information, as in 123456.7890')
    .optional(),
  SLACK_CLIENT_SECRET: secret('Client Secret').optional(),
  SLACK_API_URL: machineAddress.transform((text) => (text.endsWith('/') ? text : `${text}/`)).optional(),
});

export type SlackValues = z.output<typeof slackVariables>;
export type SlackVariable = keyof SlackValues;
