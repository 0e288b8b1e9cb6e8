// oxlint-disable-next-line import/no-unassigned-import -- its effect is what it is there for, and it must come first
import './withoutEval';
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/standard.css';
import '@fontsource-variable/source-serif-4/standard-italic.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import 'katex/dist/katex.min.css';
import './global.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { followFocus } from './app/keptFocus';
import { followClosing } from './app/pending';
import { followHost, queryClient } from './app/queries';
import { theme } from './theme';

followHost();
followClosing();
followFocus();

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no place for the app.');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <Notifications position="bottom-left" />
        <App />
      </MantineProvider>
    </QueryClientProvider>
  </StrictMode>,
);
