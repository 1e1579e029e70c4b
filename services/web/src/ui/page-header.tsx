import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface PageHeaderProps {
  readonly title: string;
  /** Stands right of the title: buttons, a live mark. */
  readonly children?: ReactNode;
}

/** The page's one h1; it also names the browser tab. */
export function PageHeader({ title, children }: PageHeaderProps): ReactElement {
  const { t } = useTranslation();
  return (
    <header className="page-header">
      <title>{`${title} · ${t('app.name')}`}</title>
      <h1>{title}</h1>
      {children}
    </header>
  );
}
