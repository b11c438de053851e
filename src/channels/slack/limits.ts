/** What Slack takes in one message. */
export const SLACK_LIMITS = {
  blocks: 50,
  /** Characters of all blocks as JSON: Slack answers `msg_blocks_too_long` at about 13,000. */
  characters: 12_500,
  /** Characters of `text`, which stands in notifications. */
  text: 3000,
  header: 150,
  section: 3000,
  /** Fields of a section, and characters of one. */
  fields: 10,
  field: 2000,
  /** Elements of a context block. */
  context: 10,
  actions: 25,
  button: 75,
  actionId: 255,
  value: 2000,
  label: 2000,
  /** Options of a menu, characters of one, and of what it stands for. */
  options: 100,
  option: 75,
  optionValue: 150,
} as const;
