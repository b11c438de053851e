/** What Slack takes in one message. */
export const SLACK_LIMITS = {
  blocks: 50,
  /** Characters of all blocks as JSON: Slack answers `msg_blocks_too_long` at about 13,000. */
  characters: 12_500,
  /** Characters of `text`, which stands in notifications. */
  text: 3000,
  /** Characters of a message that is words only: as JSON they stay within `characters`. */
  words: 9000,
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
  /** Characters of a text input, and of what an empty one shows. */
  input: 3000,
  placeholder: 150,
  /** Options of a menu, characters of one, and of what it stands for. */
  options: 100,
  option: 75,
  optionValue: 150,
  /** Groups of options in one menu. */
  optionGroups: 100,
  /** A view: its title and the words on its buttons, characters of what is kept with it, its blocks, and all of it. */
  viewTitle: 24,
  viewButton: 24,
  viewMetadata: 3000,
  viewBlocks: 100,
  /** Of all blocks as JSON: Slack takes 250 KB of view. */
  viewCharacters: 200_000,
} as const;
