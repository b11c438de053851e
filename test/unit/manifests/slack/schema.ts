import { z } from 'zod';

/**
 * Slack’s documented limits of a manifest, and nothing that is not documented.
 * Sources: https://docs.slack.dev/reference/app-manifest, and the same text with its types in `dist/types/request/manifest.d.ts`
 * of @slack/web-api; the pattern of a colour and of the bot’s name also in schemastore’s slack-app-manifest.json.
 */
export const MANIFEST_LIMITS = {
  name: 35,
  description: 140,
  longDescription: { min: 174, max: 4000 },
  botName: 80,
  shortcuts: 10,
  /** Of each type. Source: https://docs.slack.dev/interactivity/implementing-shortcuts (5 global, 5 message). */
  shortcutsOfType: 5,
  /** What the app’s settings take. */
  shortcutName: 24,
  callbackId: 255,
  shortcutDescription: 150,
  commands: 50,
  /** With its slash. */
  command: 32,
  commandDescription: 2000,
  usageHint: 1000,
  scopes: 255,
  redirects: 1000,
  events: 100,
} as const;

const L = MANIFEST_LIMITS;
const text = (max: number, min = 1) => z.string().min(min).max(max);
const address = z.url({ protocol: /^https$/, hostname: z.regexes.domain });

const shortcut = z.strictObject({
  name: text(L.shortcutName),
  type: z.enum(['message', 'global']),
  callback_id: text(L.callbackId),
  description: text(L.shortcutDescription),
});

/** Letters, digits, hyphens and underscores. Source: “the slash command has an invalid name”, hermes-agent #17054, #17081 */
const command = z.strictObject({
  command: text(L.command, 2).regex(/^\/[a-z0-9_-]+$/),
  description: text(L.commandDescription),
  usage_hint: text(L.usageHint),
  should_escape: z.boolean(),
  url: address.optional(),
});

const features = z.strictObject({
  app_home: z.strictObject({
    home_tab_enabled: z.boolean(),
    messages_tab_enabled: z.boolean(),
    messages_tab_read_only_enabled: z.boolean(),
  }),
  bot_user: z.strictObject({
    display_name: text(L.botName).regex(/^[a-z0-9._-]+$/),
    always_online: z.boolean(),
  }),
  shortcuts: z
    .array(shortcut)
    .max(L.shortcuts)
    .refine((all) =>
      ['message', 'global'].every(
        (type) => all.filter((each) => each.type === type).length <= L.shortcutsOfType,
      ),
    ),
  slash_commands: z
    .array(command)
    .max(L.commands)
    .refine((all) => new Set(all.map((each) => each.command)).size === all.length),
});

const settings = z.strictObject({
  event_subscriptions: z.strictObject({
    request_url: address.optional(),
    bot_events: z.array(z.string()).max(L.events),
  }),
  interactivity: z.strictObject({ is_enabled: z.literal(true), request_url: address.optional() }),
  org_deploy_enabled: z.boolean(),
  socket_mode_enabled: z.boolean(),
  token_rotation_enabled: z.boolean(),
});

export const manifestShape = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(1), minor_version: z.literal(1) }),
  display_information: z.strictObject({
    name: text(L.name),
    description: text(L.description),
    long_description: text(L.longDescription.max, L.longDescription.min),
    background_color: z.string().regex(/^#(?:[0-9a-f]{3}){1,2}$/i),
  }),
  features,
  oauth_config: z.strictObject({
    redirect_urls: z.array(address).max(L.redirects).optional(),
    scopes: z.strictObject({ bot: z.array(z.string()).max(L.scopes) }),
  }),
  settings,
});
export type SlackManifest = z.output<typeof manifestShape>;
