import { createTheme, Menu, Modal, Notification, type MantineColorsTuple } from '@mantine/core';

/** The one accent colour: the blue-green of old library cloth. */
const cloth: MantineColorsTuple = [
  '#e9f7f6', '#d3ecea', '#a6d9d5', '#74c5bf', '#4cb4ac', '#32a9a0', '#1f9b92', '#0b7a73', '#00655f', '#00504b',
];

/** Greys with a breath of the accent in them, for the dark scheme. */
const dark: MantineColorsTuple = [
  '#d7dcdc', '#b9c0c1', '#a3acae', '#768184', '#3b4346', '#2a3032', '#202527', '#1a1e20', '#15181a', '#0f1213',
];

export const theme = createTheme({
  colors: { cloth, dark },
  primaryColor: 'cloth',
  primaryShade: 7,
  autoContrast: true,
  fontFamily: '"Inter Variable", "Segoe UI", system-ui, -apple-system, "Noto Sans", sans-serif',
  fontFamilyMonospace: '"JetBrains Mono", ui-monospace, "SF Mono", Menlo, Consolas, monospace',
  headings: { fontFamily: '"Inter Variable", "Segoe UI", system-ui, -apple-system, "Noto Sans", sans-serif', fontWeight: '600' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  components: {
    // The hidden element that Mantine focuses first is no part that a menu may have.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
    Modal: Modal.extend({ defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } }),
    Notification: Notification.extend({ defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } } }),
  },
});
