// 确认分类: a person chooses, with the suggestions beside each field. Nothing is chosen beforehand, because a default
// would be confirmed unread.
import type { ClassificationView, ConfirmClassificationRequest } from '@jieban/contracts/api/classification';
import { API, pathTo } from '@jieban/contracts/api/routes';
import {
  COMPLAINT_KIND_NAMES,
  DISTRICT_NAMES,
  PROBLEM_CATEGORY_NAMES,
  SECTION_NAMES,
} from '@jieban/domain/classification/class-codes';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Radio, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { requestNothing } from '../../api/request';
import { ProblemAlert } from '../../ui/problem-alert';
import { SuggestionButtons } from './suggestion-buttons';

type Fields = Partial<Omit<ConfirmClassificationRequest, 'replaces'>>;

interface ClassificationFormProps {
  readonly view: ClassificationView;
  readonly onDone: () => void;
  /** Null when there is nothing to go back to. */
  readonly onCancel: (() => void) | null;
}

const optionsOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

export function ClassificationForm({ view, onDone, onCancel }: ClassificationFormProps): ReactElement {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const kind = Form.useWatch('kind', form);
  const problem = Form.useWatch('problem', form);
  const { complaintId: id, confirmed, suggestions } = view;
  const save = useMutation({
    mutationFn: ({ kind: chosen, problem: main, otherProblems, section, district }: Fields) =>
      requestNothing(pathTo(API.complaintClassification, { id }), {
        method: 'PUT',
        body: {
          kind: chosen,
          problem: main ?? null,
          otherProblems: otherProblems ?? [],
          section: section ?? null,
          district: district ?? null,
          replaces: confirmed?.version ?? null,
        },
      }),
    onSuccess: async () => {
      message.success(t('classify.saved'));
      onDone();
      await queryClient.invalidateQueries({ queryKey: ['case', id] });
    },
  });
  const needsProblem = kind !== 'regulated-body';
  const others = optionsOf(PROBLEM_CATEGORY_NAMES).filter(({ value }) => value !== problem);
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      initialValues={confirmed ?? {}}
      onFinish={(values) => save.mutate(values)}
    >
      {save.isError && <ProblemAlert error={save.error} />}
      <Form.Item
        name="kind"
        label={t('classify.kind')}
        rules={[{ required: true, message: t('classify.kindRequired') }]}
      >
        <Radio.Group vertical options={optionsOf(COMPLAINT_KIND_NAMES)} />
      </Form.Item>
      <SuggestionButtons
        suggestions={suggestions?.kind ?? []}
        names={COMPLAINT_KIND_NAMES}
        onChoose={(code) => form.setFieldValue('kind', code)}
      />
      <Form.Item
        name="problem"
        label={t('classify.problem')}
        extra={needsProblem ? undefined : t('classify.regulatedBodyHint')}
        dependencies={['kind']}
        rules={needsProblem ? [{ required: true, message: t('classify.problemRequired') }] : []}
      >
        <Select allowClear options={optionsOf(PROBLEM_CATEGORY_NAMES)} />
      </Form.Item>
      <SuggestionButtons
        suggestions={suggestions?.problem ?? []}
        names={PROBLEM_CATEGORY_NAMES}
        onChoose={(code) => {
          form.setFieldValue('problem', code);
          const rest = (form.getFieldValue('otherProblems') as Fields['otherProblems'])?.filter(
            (each) => each !== code,
          );
          form.setFieldValue('otherProblems', rest);
        }}
      />
      <Form.Item name="otherProblems" label={t('classify.otherProblems')}>
        <Select mode="multiple" disabled={problem === undefined || problem === null} options={others} />
      </Form.Item>
      <Form.Item name="section" label={t('classify.section')}>
        <Select allowClear placeholder={t('classify.undecided')} options={optionsOf(SECTION_NAMES)} />
      </Form.Item>
      <SuggestionButtons
        suggestions={suggestions?.section ?? []}
        names={SECTION_NAMES}
        onChoose={(code) => form.setFieldValue('section', code)}
      />
      <Form.Item name="district" label={t('classify.district')}>
        <Select allowClear placeholder={t('classify.undecided')} options={optionsOf(DISTRICT_NAMES)} />
      </Form.Item>
      <SuggestionButtons
        suggestions={suggestions?.district ?? []}
        names={DISTRICT_NAMES}
        onChoose={(code) => form.setFieldValue('district', code)}
      />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('classify.save')}
        </Button>
        {onCancel !== null && <Button onClick={onCancel}>{t('common.cancel')}</Button>}
      </div>
    </Form>
  );
}
