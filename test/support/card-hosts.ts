/**
 * How Teams is set up as a host of cards: sizes, colours, at most six buttons in a row. `light`, `dark` and `contrast` are
 * Teams' three themes of today, from Fluent's teamsLightTheme, teamsDarkTheme and teamsHighContrastTheme
 * (github.com/microsoft/fluentui, packages/tokens). The other two are the settings that Microsoft published for developers,
 * with paler colours (github.com/microsoft/AdaptiveCards, samples/HostConfig/microsoft-teams-light.json and -dark.json).
 */
export const THEMES = ['light', 'dark', 'contrast', 'published-light', 'published-dark'] as const;
export type Theme = (typeof THEMES)[number];

type StyleName = 'default' | 'emphasis' | 'accent' | 'good' | 'warning' | 'attention';

interface Colours {
  /** Ground, text and subtle text of each style of container. */
  readonly styles: Readonly<Record<StyleName, readonly [ground: string, text: string, subtle: string]>>;
  readonly accent: string;
  readonly good: string;
  readonly warning: string;
  readonly attention: string;
  readonly line: string;
  /** Behind the card. */
  readonly page: string;
  /** Ground and text of buttons: of any, of the main one, of one that does harm. */
  readonly button: readonly [string, string];
  readonly main: readonly [string, string];
  readonly danger: readonly [string, string];
}

const onGrounds = (
  text: string,
  subtle: string,
  grounds: Readonly<Record<StyleName, string>>,
): Colours['styles'] => ({
  default: [grounds.default, text, subtle],
  emphasis: [grounds.emphasis, text, subtle],
  accent: [grounds.accent, text, subtle],
  good: [grounds.good, text, subtle],
  warning: [grounds.warning, text, subtle],
  attention: [grounds.attention, text, subtle],
});

const LIGHT: Colours = {
  styles: onGrounds('#242424', '#616161', {
    ...{ default: '#ffffff', emphasis: '#f5f5f5', accent: '#e8ebfa' },
    ...{ good: '#e7f2da', warning: '#fbf6d9', attention: '#fcf4f6' },
  }),
  ...{ accent: '#4f52b2', good: '#0e700e', warning: '#835b00', attention: '#b10e1c' },
  ...{ line: '#d1d1d1', page: '#ebebeb' },
  ...{ button: ['#ffffff', '#242424'], main: ['#5b5fc7', '#ffffff'], danger: ['#c4314b', '#ffffff'] },
};

const DARK: Colours = {
  styles: onGrounds('#ffffff', '#c7c7c7', {
    ...{ default: '#292929', emphasis: '#3d3d3d', accent: '#2f2f4a' },
    ...{ good: '#1b3a1b', warning: '#463100', attention: '#4a1c1f' },
  }),
  ...{ accent: '#a6a9ff', good: '#73d673', warning: '#fce100', attention: '#ff9ea3' },
  ...{ line: '#525252', page: '#141414' },
  ...{ button: ['#333333', '#ffffff'], main: ['#5b5fc7', '#ffffff'], danger: ['#c4314b', '#ffffff'] },
};

const BLACK = '#000000';
const WHITE = '#ffffff';

/** No ground and no colour tells one style from another. */
const CONTRAST: Colours = {
  styles: onGrounds(WHITE, WHITE, {
    ...{ default: BLACK, emphasis: BLACK, accent: BLACK, good: BLACK, warning: BLACK, attention: BLACK },
  }),
  ...{ accent: '#ffff00', good: WHITE, warning: WHITE, attention: WHITE, line: WHITE, page: BLACK },
  ...{ button: [WHITE, BLACK], main: ['#1aebff', BLACK], danger: [WHITE, BLACK] },
};

const PALE = {
  ...{ accent: '#C7DEF9', good: '#CCFFCC', warning: '#FFE2B2', attention: '#FFC5B2' },
};

const PUBLISHED_LIGHT: Colours = {
  ...LIGHT,
  styles: onGrounds('#ff252424', '#bf252424', { default: '#ffffff', emphasis: '#fff9f8f7', ...PALE }),
  ...{ accent: '#6264a7', good: '#92c353', warning: '#f8d22a', attention: '#c4314b', line: '#EEEEEE' },
};

/** Its coloured containers are as light as in the light theme, with dark text. */
const PUBLISHED_DARK: Colours = {
  ...DARK,
  styles: {
    ...onGrounds('#ff201f1f', '#ff2d2c2c', { default: '#ff2d2c2c', emphasis: '#ff292828', ...PALE }),
    default: ['#ff2d2c2c', '#ffffffff', '#bfffffff'],
    emphasis: ['#ff292828', '#ffffffff', '#bfffffff'],
  },
  ...{ accent: '#ffa6a7dc', good: '#ff92c353', warning: '#fff8d22a', attention: '#ffd74654' },
  line: '#EEEEEE',
};

const COLOURS: Readonly<Record<Theme, Colours>> = {
  ...{ light: LIGHT, dark: DARK, contrast: CONTRAST },
  ...{ 'published-light': PUBLISHED_LIGHT, 'published-dark': PUBLISHED_DARK },
};

const both = (colour: string) => ({ default: colour, subtle: colour });

function styleOf(colours: Colours, name: StyleName): object {
  const [backgroundColor, text, subtle] = colours.styles[name];
  return {
    backgroundColor,
    borderColor: colours.line,
    foregroundColors: {
      default: { default: text, subtle },
      accent: both(colours.accent),
      good: both(colours.good),
      warning: both(colours.warning),
      attention: both(colours.attention),
    },
  };
}

/** Sizes in px. */
const FONT = {
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
};

/** The settings of the library for a theme. */
export function hostConfig(theme: Theme): object {
  const colours = COLOURS[theme];
  const names = Object.keys(colours.styles) as StyleName[];
  return {
    fontTypes: {
      default: { fontFamily: '"Segoe UI", system-ui, sans-serif', ...FONT },
      monospace: { fontFamily: 'Consolas, monospace', ...FONT },
    },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: colours.line },
    imageSizes: { small: 32, medium: 52, large: 100 },
    containerStyles: Object.fromEntries(names.map((name) => [name, styleOf(colours, name)])),
    textBlock: { headingLevel: 2 },
    imageSet: { imageSize: 'medium', maxImageHeight: 100 },
    actions: {
      maxActions: 6,
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      showCard: { actionMode: 'inline' },
    },
  };
}

/** What Teams' own style sheet says of the card's place, its buttons and its fields. */
export function hostStyle(theme: Theme): string {
  const { styles, line, page, button, main, danger } = COLOURS[theme];
  const [ground, text] = styles.default;
  const of = (selector: string, rules: string) => `.host-${theme} ${selector} { ${rules} }`;
  const filled = ([behind, front]: readonly [string, string]) =>
    `background: ${behind}; border-color: ${behind}; color: ${front};`;
  return [
    `.host-${theme} { background: ${page}; }`,
    of('.card', `border: 1px solid ${line};`),
    of('.ac-pushButton', `border: 1px solid ${line}; background: ${button[0]}; color: ${button[1]};`),
    of('.ac-pushButton.style-positive', filled(main)),
    of('.ac-pushButton.style-destructive', filled(danger)),
    of(
      '.ac-input',
      `border: 1px solid ${line}; background: ${shown(ground)}; color: ${shown(text)}; font: 14px system-ui;`,
    ),
  ].join('\n');
}

/** Microsoft writes colours as #AARRGGBB, style sheets as #RRGGBBAA. */
function shown(colour: string): string {
  return colour.length === 9 ? `#${colour.slice(3)}${colour.slice(1, 3)}` : colour;
}
