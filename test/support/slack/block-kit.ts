import {
  anything,
  bool,
  both,
  byType,
  type Check,
  type Json,
  list,
  object,
  oneOf,
  rule,
  string,
  whole,
} from './check.ts';
import type { LimitName } from './limits.ts';

/** What every block and element has; which of them it is was asked before. */
const kind = { type: anything };

/** A text without markup. */
export function plain(limit: LimitName): Check {
  return object({ type: oneOf('plain_text'), text: string(limit) }, { emoji: bool });
}

function anyText(limit: LimitName): Check {
  return byType({
    plain_text: plain(limit),
    mrkdwn: object({ type: oneOf('mrkdwn'), text: string(limit) }, { verbatim: bool }),
  });
}

const confirm = object(
  {
    title: plain('confirmTitle'),
    text: anyText('confirmText'),
    confirm: plain('confirmButton'),
    deny: plain('confirmButton'),
  },
  { style: oneOf('primary', 'danger') },
);

function option(text: Check): Check {
  return object(
    { text, value: string('optionValue') },
    { description: plain('optionDescription'), url: string('buttonUrl') },
  );
}

const plainOption = option(plain('optionText'));
const boxOption = option(anyText('optionText'));
const group = object({ label: plain('optionGroupLabel'), options: list(plainOption, 'options') });

const around = { action_id: string('actionId'), confirm, focus_on_load: bool };

const button = object(
  { ...kind, text: plain('buttonText') },
  {
    action_id: string('actionId'),
    confirm,
    value: string('buttonValue', 0),
    url: string('buttonUrl'),
    style: oneOf('primary', 'danger'),
    accessibility_label: string('buttonAloud'),
  },
);

const optionsOrGroups = rule(
  (value) => (value.options === undefined) !== (value.option_groups === undefined),
  'exactly one of options and option_groups is required',
);

function initialIs(name: string): Check {
  return rule((value) => {
    const given = value[name];
    if (given === undefined) return true;
    const groups = (value.option_groups as { options: Json[] }[] | undefined) ?? [];
    const options = [
      ...((value.options as Json[] | undefined) ?? []),
      ...groups.flatMap((each) => each.options),
    ];
    const chosen = (Array.isArray(given) ? given : [given]) as Json[];
    return chosen.every((each) => options.some((known) => JSON.stringify(known) === JSON.stringify(each)));
  }, `${name} must be one of the options`);
}

const staticSelect = both(
  object(kind, {
    ...around,
    placeholder: plain('placeholder'),
    options: list(plainOption, 'options'),
    option_groups: list(group, 'optionGroups'),
    initial_option: plainOption,
  }),
  both(optionsOrGroups, initialIs('initial_option')),
);

const multiStaticSelect = both(
  object(kind, {
    ...around,
    placeholder: plain('placeholder'),
    options: list(plainOption, 'options'),
    option_groups: list(group, 'optionGroups'),
    initial_options: list(plainOption, 'options'),
    max_selected_items: whole(1, 'options'),
  }),
  both(optionsOrGroups, initialIs('initial_options')),
);

const checkboxes = both(
  object(
    { ...kind, options: list(boxOption, 'boxes') },
    { ...around, initial_options: list(boxOption, 'boxes') },
  ),
  initialIs('initial_options'),
);

const radios = both(
  object({ ...kind, options: list(boxOption, 'boxes') }, { ...around, initial_option: boxOption }),
  initialIs('initial_option'),
);

const overflow = object(
  { ...kind, options: list(plainOption, 'overflowOptions') },
  { action_id: string('actionId'), confirm },
);

const textInput = both(
  object(kind, {
    action_id: string('actionId'),
    focus_on_load: bool,
    placeholder: plain('placeholder'),
    initial_value: string('inputLength', 0),
    multiline: bool,
    min_length: whole(0, 'inputLength'),
    max_length: whole(1, 'inputLength'),
    dispatch_action_config: anything,
  }),
  rule(
    ({ initial_value: value = '', max_length: max = Number.POSITIVE_INFINITY, min_length: min = 0 }) =>
      String(value).length <= Number(max) && Number(min) <= Number(max),
    'initial_value must fit min_length and max_length',
  ),
);

const picker = object(kind, {
  ...around,
  placeholder: plain('placeholder'),
  initial_date: anything,
  initial_time: anything,
  timezone: anything,
});
const people = object(kind, { ...around, placeholder: plain('placeholder'), initial_user: anything });
const image = object({ ...kind, image_url: string('imageUrl'), alt_text: string('imageAlt') });

const INTERACTIVE = {
  button,
  static_select: staticSelect,
  checkboxes,
  radio_buttons: radios,
  overflow,
  datepicker: picker,
  timepicker: picker,
  users_select: people,
};

const INPUTS = {
  plain_text_input: textInput,
  static_select: staticSelect,
  multi_static_select: multiStaticSelect,
  checkboxes,
  radio_buttons: radios,
  datepicker: picker,
  timepicker: picker,
  users_select: people,
};

const blockId = { block_id: string('blockId') };

/** The blocks that the fake knows. Slack has more; one of those is refused here until somebody adds it. */
export const anyBlock: Check = byType({
  header: object({ ...kind, text: plain('header') }, { ...blockId, level: anything }),
  divider: object(kind, blockId),
  section: both(
    object(kind, {
      ...blockId,
      text: anyText('sectionText'),
      fields: list(anyText('sectionField'), 'sectionFields'),
      accessory: byType({ ...INTERACTIVE, image }),
      expand: bool,
    }),
    rule(
      ({ text, fields }) => text !== undefined || fields !== undefined,
      'either text or fields is required',
    ),
  ),
  context: object(
    {
      ...kind,
      elements: list(
        byType({ image, plain_text: plain('textObject'), mrkdwn: anyText('textObject') }),
        'contextElements',
      ),
    },
    blockId,
  ),
  actions: object({ ...kind, elements: list(byType(INTERACTIVE), 'actionsElements') }, blockId),
  input: object(
    { ...kind, label: plain('inputLabel'), element: byType(INPUTS) },
    { ...blockId, hint: plain('inputHint'), optional: bool, dispatch_action: bool },
  ),
  image: object(
    { ...kind, image_url: string('imageUrl'), alt_text: string('imageAlt') },
    { ...blockId, title: plain('imageTitle') },
  ),
  markdown: object({ ...kind, text: string('markdown') }, blockId),
  rich_text: object({ ...kind, elements: anything }, blockId),
});
