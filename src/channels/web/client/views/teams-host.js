/** Colours as in Teams, light and dark; every text on its ground has a contrast of at least 4.5. */
const LIGHT = {
  ground: '#ffffff',
  emphasis: '#f5f5f5',
  text: '#242424',
  subtle: '#616161',
  accent: '#4f52b2',
  good: '#0e700e',
  warning: '#835b00',
  attention: '#b10e1c',
  line: '#e0e0e0',
};
const DARK = {
  ground: '#292929',
  emphasis: '#3d3d3d',
  text: '#ffffff',
  subtle: '#c7c7c7',
  accent: '#a6a9ff',
  good: '#73d673',
  warning: '#fce100',
  attention: '#ff9ea3',
  line: '#525252',
};

/**
 * How Teams is set up as a host of cards.
 * @param {boolean} isDark
 */
export function hostConfig(isDark) {
  const colours = isDark ? DARK : LIGHT;
  return {
    fontFamily: '"Segoe UI", system-ui, sans-serif',
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    supportsInteractivity: true,
    imageSizes: { small: 32, medium: 52, large: 100 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: colours.line },
    containerStyles: {
      default: container(colours, colours.ground),
      emphasis: container(colours, colours.emphasis),
      accent: container(colours, isDark ? '#2f2f4a' : '#e8ebfa'),
      good: container(colours, isDark ? '#1b3a1b' : '#e7f2da'),
      warning: container(colours, isDark ? '#463100' : '#fbf6d9'),
      attention: container(colours, isDark ? '#4a1c1f' : '#fcf4f6'),
    },
    actions: {
      maxActions: 25,
      spacing: 'default',
      buttonSpacing: 8,
      showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
    adaptiveCard: { allowCustomStyle: false },
    textBlock: { headingLevel: 3 },
    imageSet: { imageSize: 'medium', maxImageHeight: 100 },
    factSet: {
      title: {
        color: 'default',
        size: 'default',
        isSubtle: false,
        weight: 'bolder',
        wrap: true,
        maxWidth: 140,
      },
      value: { color: 'default', size: 'default', isSubtle: false, weight: 'default', wrap: true },
      spacing: 16,
    },
  };
}

/**
 * @param {typeof LIGHT} colours
 * @param {string} backgroundColor
 */
function container(colours, backgroundColor) {
  const foreground = (/** @type {string} */ colour) => ({ default: colour, subtle: colour });
  return {
    backgroundColor,
    borderColor: colours.line,
    foregroundColors: {
      default: { default: colours.text, subtle: colours.subtle },
      dark: { default: colours.text, subtle: colours.subtle },
      light: { default: colours.subtle, subtle: colours.subtle },
      accent: foreground(colours.accent),
      good: foreground(colours.good),
      warning: foreground(colours.warning),
      attention: foreground(colours.attention),
    },
  };
}
