import { z } from 'zod';

/** A variable of the environment is wrong; every fault is told at once, by name. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

const instant = z
  .string()
  .refine(
    (text) => isInstant(text),
    'is no instant; write it with an offset, as in 2026-12-24T08:00:00+01:00',
  )
  .transform((text) => Temporal.Instant.from(text));

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'is no port; write a number from 0 to 65535 (0 lets the system choose)')
  .transform(Number)
  .refine(
    (value) => value <= 65_535,
    'is no port; write a number from 0 to 65535 (0 lets the system choose)',
  );

const store = z
  .string()
  .refine((text) => !/^rediss?:/i.test(text), {
    error: 'is a Redis address, which this version does not know yet; name a file, or ":memory:"',
    abort: true,
  })
  .refine(
    (text) => !/^[a-z][a-z+.-]+:\/\//i.test(text),
    'is an address; name a file, as in data/driftvakt.sqlite, or ":memory:"',
  );

const schema = z
  .object({
    NODE_ENV: z.string().optional(),
    PORT: port.default(3978),
    HOST: z.string().max(255, 'is too long for the name of a host').default('127.0.0.1'),
    DRIFTVAKT_PLAYBOOKS: z.string().default('playbooks'),
    DRIFTVAKT_STORE: store.default('data/driftvakt.sqlite'),
    DRIFTVAKT_CLOCK: instant.optional(),
    DRIFTVAKT_LINK_SECRET: z.string().min(32, 'is too short; use at least 32 random characters').optional(),
    MicrosoftAppId: z
      .string()
      .regex(
        /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
        'is no GUID; copy the “Microsoft App ID” of the bot from Azure',
      )
      .optional(),
    LOG_LEVEL: z
      .enum(
        ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
        'is unknown; choose of fatal, error, warn, info, debug, trace, silent',
      )
      .default('info'),
  })
  .transform((env) => ({ ...env, production: env.NODE_ENV === 'production' }))
  .refine((env) => !env.production || env.DRIFTVAKT_CLOCK === undefined, {
    path: ['DRIFTVAKT_CLOCK'],
    message: 'is refused in production: a wrong clock gives wrong numbers. Remove it',
  });

/** What the environment says, checked. `.env.example` explains every variable. */
export type Environment = z.output<typeof schema>;

/**
 * Checks the environment. Empty variables count as not set.
 * @throws EnvironmentError naming every variable that is wrong and what would be right.
 */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const set = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = schema.safeParse(set);
  if (result.success) return result.data;
  throw new EnvironmentError(
    result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('\n'),
  );
}

function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text);
    return true;
  } catch {
    return false;
  }
}
