import { createTheme, type MantineColorsTuple } from '@mantine/core'

/** The brand: shade 7 carries white text at 6.4:1, and is readable as text on white and on shade 0. */
const jade: MantineColorsTuple = [
  '#edfaf6',
  '#d3f2e8',
  '#a6e4d2',
  '#73d2b9',
  '#45bb9f',
  '#259f86',
  '#0f8270',
  '#0b6a5c',
  '#09564c',
  '#07423b',
]

/** Neutral, a little cool; shade 6 is the lightest that may carry text (5:1 on white). */
const gray: MantineColorsTuple = [
  '#f6f8f8',
  '#eff2f4',
  '#e6eaee',
  '#d8dee4',
  '#c0c8d1',
  '#98a2ae',
  '#5f6a77',
  '#4a5460',
  '#2f3843',
  '#1b222b',
]

/** Danger and mistakes: from shade 6 on it carries white text, and is readable as text on white. */
const red: MantineColorsTuple = [
  '#fef3f1',
  '#fde3df',
  '#fac5bd',
  '#f39d90',
  '#e46f5f',
  '#d54a38',
  '#c23121',
  '#b42318',
  '#951b12',
  '#7a150d',
]

/** The one design system of the app: every colour, radius and size that components take by name. */
export const theme = createTheme({
  colors: { jade, gray, red },
  primaryColor: 'jade',
  primaryShade: 7,
  black: '#1b222b',
  fontFamily: "'Be Vietnam Pro', system-ui, -apple-system, 'Segoe UI', sans-serif",
  headings: { fontFamily: "'Be Vietnam Pro', system-ui, sans-serif", fontWeight: '600' },
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '10px', lg: '16px', xl: '24px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Modal: {
      defaultProps: { centered: true, radius: 'lg', padding: 'lg', overlayProps: { backgroundOpacity: 0.4 } },
      styles: { title: { fontSize: 18, fontWeight: 600, lineHeight: 1.3 } },
    },
    // A <header> in a dialog is not the page's banner.
    ModalHeader: { defaultProps: { role: 'none' } },
    DrawerHeader: { defaultProps: { role: 'none' } },
    // Without the placeholder the first item takes the focus: a menu may hold nothing but items.
    Menu: { defaultProps: { shadow: 'md', radius: 'md', position: 'bottom-end', withInitialFocusPlaceholder: false } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true, fz: 'xs' } },
    Button: { styles: { root: { fontWeight: 600 } } },
    InputWrapper: { styles: { label: { fontWeight: 500, marginBottom: 4 } } },
  },
})
