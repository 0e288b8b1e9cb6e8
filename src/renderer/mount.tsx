import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/standard.css';
import '@fontsource-variable/source-serif-4/standard-italic.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import 'katex/dist/katex.min.css';
import './global.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './app/queries';
import { theme } from './theme';

/** Shows what a page is for, in the looks that all pages share. */
export function mount(content: ReactNode): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no place for the app.');
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <MantineProvider theme={theme} defaultColorScheme="auto">{content}</MantineProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
