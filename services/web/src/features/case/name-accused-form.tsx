import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { unitsQuery } from '../../api/units-query';
import { ReasonForm } from './reason-form';

export type AccusedParty = { readonly unitId: string } | { readonly text: string };

interface NameAccusedFormProps {
  readonly error: unknown;
  readonly isSaving: boolean;
  readonly onSubmit: (reason: string, party: AccusedParty | null) => void;
  readonly onCancel: () => void;
}

/** Somebody whom the text does not name: a unit of the list, or words, which shut nobody out. */
export function NameAccusedForm({ onSubmit, ...form }: NameAccusedFormProps): ReactElement {
  const { t } = useTranslation();
  const units = useQuery(unitsQuery);
  const [unitId, setUnitId] = useState<string | undefined>(undefined);
  const [words, setWords] = useState('');
  const [isIncomplete, setIsIncomplete] = useState(false);
  const submit = (reason: string): void => {
    const text = words.trim();
    const party = unitId !== undefined ? { unitId } : text.length >= 2 ? { text } : null;
    setIsIncomplete(party === null);
    if (party !== null) onSubmit(reason, party);
  };
  return (
    <ReasonForm {...form} title={t('accused.title')} effect={t('accused.effect')} onSubmit={submit}>
      <Form.Item
        label={t('accused.unit')}
        validateStatus={isIncomplete ? 'error' : ''}
        help={isIncomplete ? t('accused.choose') : undefined}
      >
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('accused.unit')}
          placeholder={t('accused.unitPlaceholder')}
          value={unitId ?? null}
          options={units.data?.items.map((unit) => ({ value: unit.id, label: unit.name })) ?? []}
          onChange={(value: string | null | undefined) => setUnitId(value ?? undefined)}
        />
      </Form.Item>
      <Form.Item label={t('accused.words')}>
        <Input
          aria-label={t('accused.words')}
          maxLength={200}
          value={words}
          disabled={unitId !== undefined}
          onChange={(event) => setWords(event.target.value)}
        />
      </Form.Item>
    </ReasonForm>
  );
}
