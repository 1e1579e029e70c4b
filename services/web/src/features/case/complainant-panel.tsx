// The complainant as this role may see them: masked. Uncovering asks for a reason first and is recorded (I6).
import { revealedIdentitySchema, type ComplaintDetail, type RevealedIdentity } from '@jieban/contracts/api/complaint';
import { API, pathTo } from '@jieban/contracts/api/routes';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Descriptions, Form, Input, Tag } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { requestJson } from '../../api/request';
import { ActionButton } from '../../ui/action-button';
import { ProblemAlert } from '../../ui/problem-alert';
import { caseQuery } from './case-queries';

const FIELDS = ['name', 'phone', 'email', 'address'] as const;

export function ComplainantPanel({ detail }: { detail: ComplaintDetail }): ReactElement {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const { complainant } = detail;
  const reveal = useMutation({
    mutationFn: (body: { reason: string }): Promise<RevealedIdentity> =>
      requestJson(pathTo(API.complaintIdentityReveals, { id: detail.id }), revealedIdentitySchema, {
        method: 'POST',
        body,
      }),
    // The identity lives in this mutation only, never in the query cache, and goes when the panel is hidden.
    gcTime: 0,
    onSuccess: async () => {
      setIsAsking(false);
      await queryClient.invalidateQueries({ queryKey: caseQuery(detail.id).queryKey });
    },
  });
  const masked = {
    name: complainant.nameMasked,
    phone: complainant.phoneMasked,
    email: complainant.emailMasked,
    address: complainant.addressMasked,
  };
  const shown = reveal.data ?? masked;
  return (
    <section className="panel stack">
      <div className="row">
        <h2>{t('complainant.title')}</h2>
        {complainant.isAnonymous && <Tag>{t('complainant.anonymous')}</Tag>}
        {complainant.wantsSecrecy && <Tag color="red">{t('complainant.secrecy')}</Tag>}
        <span className="muted push">
          {complainant.reveals === 0
            ? t('complainant.neverRevealed')
            : t('complainant.reveals', { n: complainant.reveals })}
        </span>
      </div>
      {reveal.data && <Alert type="warning" showIcon title={t('complainant.revealed')} />}
      <Descriptions
        size="small"
        colon={false}
        column={2}
        styles={{ label: { width: 92 } }}
        items={FIELDS.map((field) => ({
          key: field,
          label: t(`complainant.${field}`),
          children: shown[field] ?? <span className="muted">{t('common.unknown')}</span>,
        }))}
      />
      {reveal.isError && <ProblemAlert error={reveal.error} />}
      {isAsking ? (
        <Form<{ reason: string }> layout="vertical" onFinish={(values) => reveal.mutate(values)}>
          <Form.Item
            name="reason"
            label={t('complainant.revealReason')}
            extra={t('complainant.revealRule')}
            rules={[{ required: true, whitespace: true, min: 4, message: t('complainant.revealRule') }]}
          >
            <Input autoFocus maxLength={400} placeholder={t('complainant.revealReasonPlaceholder')} />
          </Form.Item>
          <div className="row">
            <Button type="primary" htmlType="submit" loading={reveal.isPending}>
              {t('complainant.revealSubmit')}
            </Button>
            <Button onClick={() => setIsAsking(false)}>{t('common.cancel')}</Button>
          </div>
        </Form>
      ) : reveal.data ? (
        <div>
          <Button onClick={() => reveal.reset()}>{t('complainant.hide')}</Button>
        </div>
      ) : (
        <ActionButton permission={detail.actions.revealIdentity} onClick={() => setIsAsking(true)}>
          {t('complainant.reveal')}
        </ActionButton>
      )}
    </section>
  );
}
