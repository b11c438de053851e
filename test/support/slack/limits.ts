/** One limit of Slack's, and where it is documented. Characters are counted as UTF-16, which is never too few. */
export interface SlackLimit {
  readonly max: number;
  readonly source: string;
}

const BLOCKS = 'docs.slack.dev/reference/block-kit/blocks';
const ELEMENTS = 'docs.slack.dev/reference/block-kit/block-elements';
const OBJECTS = 'docs.slack.dev/reference/block-kit/composition-objects';
const VIEWS = 'docs.slack.dev/reference/views/modal-views';
const METHODS = 'docs.slack.dev/reference/methods';

/** Every limit that the fake keeps to, in the units of its name: characters, items, ms or bytes. */
export const FAKE_LIMITS = {
  /** Longer texts are cut, with the warning `message_truncated`; they are not refused. */
  text: {
    max: 40_000,
    source: `${METHODS}/chat.postMessage, changelog 2018-04-truncating-really-long-messages`,
  },
  /** Longer ones are refused with `msg_too_long`. */
  updateText: { max: 4_000, source: `${METHODS}/chat.update, error msg_too_long` },
  messageBlocks: { max: 50, source: BLOCKS },
  /** Of all blocks as JSON. Slack names no number: people measured 13,172 to 13,297. */
  messageCharacters: { max: 13_000, source: 'github.com/slackapi/bolt-js/issues/2509' },
  blockId: { max: 255, source: BLOCKS },
  header: { max: 150, source: `${BLOCKS}/header-block` },
  sectionText: { max: 3000, source: `${BLOCKS}/section-block` },
  sectionFields: { max: 10, source: `${BLOCKS}/section-block` },
  sectionField: { max: 2000, source: `${BLOCKS}/section-block` },
  contextElements: { max: 10, source: `${BLOCKS}/context-block` },
  actionsElements: { max: 25, source: `${BLOCKS}/actions-block` },
  inputLabel: { max: 2000, source: `${BLOCKS}/input-block` },
  inputHint: { max: 2000, source: `${BLOCKS}/input-block` },
  imageUrl: { max: 3000, source: `${BLOCKS}/image-block` },
  imageAlt: { max: 2000, source: `${BLOCKS}/image-block` },
  imageTitle: { max: 2000, source: `${BLOCKS}/image-block` },
  markdown: { max: 12_000, source: `${BLOCKS}/markdown-block` },
  textObject: { max: 3000, source: `${OBJECTS}/text-object` },
  actionId: { max: 255, source: ELEMENTS },
  buttonText: { max: 75, source: `${ELEMENTS}/button-element` },
  buttonValue: { max: 2000, source: `${ELEMENTS}/button-element` },
  buttonUrl: { max: 3000, source: `${ELEMENTS}/button-element` },
  buttonAloud: { max: 75, source: `${ELEMENTS}/button-element` },
  placeholder: { max: 150, source: `${ELEMENTS}/plain-text-input-element` },
  inputLength: { max: 3000, source: `${ELEMENTS}/plain-text-input-element` },
  options: { max: 100, source: `${ELEMENTS}/select-menu-element` },
  optionGroups: { max: 100, source: `${ELEMENTS}/select-menu-element` },
  boxes: { max: 10, source: `${ELEMENTS}/checkboxes-element, radio-button-group-element` },
  overflowOptions: { max: 5, source: `${ELEMENTS}/overflow-menu-element` },
  optionText: { max: 75, source: `${OBJECTS}/option-object` },
  optionValue: { max: 150, source: `${OBJECTS}/option-object (@slack/types still says 75)` },
  optionDescription: { max: 75, source: `${OBJECTS}/option-object` },
  optionGroupLabel: { max: 75, source: `${OBJECTS}/option-group-object` },
  confirmTitle: { max: 100, source: `${OBJECTS}/confirmation-dialog-object` },
  confirmText: { max: 300, source: `${OBJECTS}/confirmation-dialog-object` },
  confirmButton: { max: 30, source: `${OBJECTS}/confirmation-dialog-object` },
  viewBlocks: { max: 100, source: VIEWS },
  viewTitle: { max: 24, source: VIEWS },
  viewSubmit: { max: 24, source: VIEWS },
  viewClose: { max: 24, source: VIEWS },
  privateMetadata: { max: 3000, source: VIEWS },
  callbackId: { max: 255, source: VIEWS },
  externalId: { max: 255, source: `${METHODS}/views.update` },
  /** Refused with `view_too_large`. */
  viewBytes: { max: 250_000, source: `${METHODS}/views.open` },
  /** Slack names the error `metadata_too_large` and no number; this one is recalled, not verified. */
  metadataCharacters: { max: 8_000, source: `${METHODS}/chat.postMessage, error metadata_too_large` },
  /** How long a trigger is good for, in ms. */
  triggerMs: { max: 3_000, source: 'docs.slack.dev/interactivity/handling-user-interaction' },
  /** How long, in ms, and how often an address for answers is good. */
  responseUrlMs: { max: 1_800_000, source: 'docs.slack.dev/interactivity/handling-user-interaction' },
  responseUrlUses: { max: 5, source: 'docs.slack.dev/interactivity/handling-user-interaction' },
  historyPage: { max: 999, source: `${METHODS}/conversations.history` },
  repliesPage: { max: 1000, source: `${METHODS}/conversations.replies` },
  openUsers: { max: 8, source: `${METHODS}/conversations.open, error too_many_users` },
  suggestedPrompts: { max: 4, source: `${METHODS}/assistant.threads.setSuggestedPrompts` },
  /** How long an OAuth code is good for, in ms, and a token that rotates, in seconds. */
  codeMs: { max: 600_000, source: 'docs.slack.dev/authentication/installing-with-oauth' },
  rotatingSeconds: { max: 43_200, source: 'docs.slack.dev/authentication/using-token-rotation' },
  /** Messages a minute in one workspace: Slack says only “several hundred”. */
  workspacePosts: { max: 300, source: 'docs.slack.dev/apis/web-api/rate-limits' },
  /** Messages at once and a second in one channel; Slack says only “short bursts”. */
  postBurst: { max: 4, source: 'docs.slack.dev/apis/web-api/rate-limits' },
} as const satisfies Record<string, SlackLimit>;

export type LimitName = keyof typeof FAKE_LIMITS;
