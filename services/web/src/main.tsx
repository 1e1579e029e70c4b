import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './app/app.css';
import { AntdLocale } from './app/antd-locale';
import { queryClient } from './app/query-client';
import { router } from './app/router';
import { startMessages } from './messages/i18n';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

void startMessages().then(() => {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <AntdLocale>
          <RouterProvider router={router} />
        </AntdLocale>
      </QueryClientProvider>
    </StrictMode>,
  );
});
