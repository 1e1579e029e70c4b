import { InboxOutlined } from '@ant-design/icons';
import { Upload } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** Where scans are chosen or dropped, several at once; a real button under it, so that Tab and Enter reach it. */
export function FileDrop({ onChoose }: { onChoose: (files: readonly File[]) => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <Upload.Dragger
      multiple
      showUploadList={false}
      beforeUpload={(file, all) => {
        // Asked once for each file of a choice; the choice is taken as a whole.
        if (file === all[0]) onChoose(all);
        return false;
      }}
    >
      <InboxOutlined aria-hidden="true" style={{ fontSize: 24, color: 'var(--accent)' }} />
      <div>{t('attachment.choose')}</div>
      <div className="muted">{t('attachment.kinds')}</div>
    </Upload.Dragger>
  );
}
