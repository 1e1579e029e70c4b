import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startMessages } from '../messages/i18n';
import { AntdLocale } from './antd-locale';
import './app.css';
import './frame.css';
import { queryClient } from './query-client';
import { router } from './router';

export async function startApp(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root');
  await startMessages();
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <AntdLocale>
          <RouterProvider router={router} />
        </AntdLocale>
      </QueryClientProvider>
    </StrictMode>,
  );
}
