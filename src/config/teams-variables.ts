import { z } from 'zod';
import { machineAddress } from './addresses.ts';
import { flag } from './flag.ts';

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

function guid(message: string) {
  return z.string().regex(GUID, message).toLowerCase();
}

const password = z
  .string()
  .max(1000, 'is too long for a client secret')
  .regex(/^[\x21-\x7e]+$/, 'holds what no client secret does, such as a blank; copy its value again')
  .refine(
    (text) => !GUID.test(text),
    'is the id of a client secret; set it to the secret’s value, which Azure shows only when it is made',
  );

const file = z
  .string()
  .max(4096, 'is too long for the path of a file')
  .refine(
    (text) => !text.includes('-----BEGIN'),
    'holds what belongs in a file; write the path of that file',
  );

/** Every variable of Teams, each by itself. What they mean together is in teams-faults.ts and teams.ts. */
export const teamsVariables = z.object({
  MicrosoftAppId: guid('is no GUID; copy the “Microsoft App ID” of the bot from Azure').optional(),
  MicrosoftAppType: z
    .enum(['SingleTenant', 'UserAssignedMSI'], {
      error: ({ input }) =>
        input === 'MultiTenant'
          ? 'is MultiTenant, but Azure makes new bots for a single tenant only; write SingleTenant, and set MicrosoftAppTenantId'
          : 'is unknown; write SingleTenant or UserAssignedMSI',
    })
    .default('SingleTenant'),
  MicrosoftAppTenantId: guid('is no GUID; copy the “App Tenant ID” of the bot from Azure').optional(),
  MicrosoftAppPassword: password.optional(),
  MicrosoftAppCertificate: file.optional(),
  MicrosoftAppPrivateKey: file.optional(),
  ToChannelFromBotLoginUrl: machineAddress.optional(),
  ToChannelFromBotOAuthScope: machineAddress.optional(),
  ToBotFromChannelTokenIssuer: machineAddress.optional(),
  ToBotFromChannelOpenIdMetadataUrl: machineAddress.optional(),
  DRIFTVAKT_TEAMS_LOCAL: flag,
  DRIFTVAKT_GRAPH: flag,
});

export type TeamsValues = z.output<typeof teamsVariables>;
export type TeamsVariable = keyof TeamsValues;
