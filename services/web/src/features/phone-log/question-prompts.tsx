// What a case needs and callers forget to say. Ticked by hand, or by itself where a field already answers it.
import type { PhoneDraftContent } from '@jieban/contracts/api/phone';
import { Checkbox } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

const PROMPTS = [
  { id: 'time', label: 'phone.promptTime', field: null },
  { id: 'place', label: 'phone.promptPlace', field: 'place' },
  { id: 'officer', label: 'phone.promptOfficer', field: null },
  { id: 'papers', label: 'phone.promptPapers', field: null },
  { id: 'demand', label: 'phone.promptDemand', field: 'demand' },
] as const;

export function QuestionPrompts({ values }: { values: PhoneDraftContent | undefined }): ReactElement {
  const { t } = useTranslation();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  return (
    <fieldset className="prompts row">
      <legend>{t('phone.prompts')}</legend>
      {PROMPTS.map(({ id, label, field }) => {
        const isAnswered = field !== null && (values?.[field] ?? '').trim() !== '';
        return (
          <Checkbox
            key={id}
            checked={isAnswered || ticked.includes(id)}
            disabled={isAnswered}
            onChange={(event) =>
              setTicked(event.target.checked ? [...ticked, id] : ticked.filter((each) => each !== id))
            }
          >
            {t(label)}
          </Checkbox>
        );
      })}
    </fieldset>
  );
}
