import type { ClassificationView } from '@jieban/contracts/api/classification';
import {
  COMPLAINT_KIND_NAMES,
  DISTRICT_NAMES,
  PROBLEM_CATEGORY_NAMES,
  SECTION_NAMES,
} from '@jieban/domain/classification/class-codes';
import { Descriptions } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../ui/instant';

export function ConfirmedClassification({
  confirmed,
}: {
  confirmed: NonNullable<ClassificationView['confirmed']>;
}): ReactElement {
  const { t } = useTranslation();
  const { kind, problem, otherProblems, section, district, confirmedBy, confirmedAt } = confirmed;
  const none = <span className="muted">{t('common.none')}</span>;
  const others = otherProblems.map((code) => PROBLEM_CATEGORY_NAMES[code]).join(t('common.listSeparator'));
  return (
    <>
      <Descriptions
        size="small"
        colon={false}
        column={1}
        styles={{ label: { width: 108 } }}
        items={[
          { key: 'kind', label: t('classify.kind'), children: COMPLAINT_KIND_NAMES[kind] },
          {
            key: 'problem',
            label: t('classify.problem'),
            children: problem === null ? none : PROBLEM_CATEGORY_NAMES[problem],
          },
          ...(others === '' ? [] : [{ key: 'others', label: t('classify.otherProblems'), children: others }]),
          { key: 'section', label: t('classify.section'), children: section === null ? none : SECTION_NAMES[section] },
          {
            key: 'district',
            label: t('classify.district'),
            children: district === null ? none : DISTRICT_NAMES[district],
          },
        ]}
      />
      <div className="muted">
        {t('classify.confirmedBy', { name: confirmedBy.displayName })} <Instant at={confirmedAt} />
      </div>
    </>
  );
}
