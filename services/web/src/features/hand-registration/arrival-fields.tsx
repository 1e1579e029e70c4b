// First by which door and when, then who, then what is told; Tab goes the same way.
import { HAND_CHANNELS, type HandChannel } from '@jieban/domain/intake/hand-receipt';
import { Form, Input, Radio } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CivilDayPicker } from '../../ui/civil-day-picker';
import { span } from '../../ui/form-span';
import { ShanghaiPicker } from '../../ui/shanghai-picker';
import { ToldFields, ToldFlags } from '../../ui/told-fields';

const NUMBER_LABEL = {
  letter: 'arrival.letterNumber',
  visit: 'arrival.visitNumber',
  petition: 'arrival.petitionNumber',
} as const;

export function ArrivalFieldset({ channel, preview }: { channel: HandChannel; preview: ReactNode }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="form-grid">
      <Form.Item name="channel" label={t('arrival.door')} style={span(12)}>
        <Radio.Group
          name="channel"
          optionType="button"
          options={HAND_CHANNELS.map((each) => ({ value: each, label: t(`channel.${each}`) }))}
        />
      </Form.Item>
      <ReceiptFields channel={channel} />
      <Form.Item
        name="referenceNumber"
        label={t(NUMBER_LABEL[channel])}
        style={span(4)}
        rules={
          channel === 'petition'
            ? [{ required: true, whitespace: true, message: t('arrival.petitionNumberRequired') }]
            : []
        }
      >
        <Input autoComplete="off" maxLength={60} />
      </Form.Item>
      <div style={span(12)}>{preview}</div>
      <Form.Item name="complainantName" label={t('arrival.name')} style={span(3)}>
        <Input autoComplete="off" maxLength={60} />
      </Form.Item>
      <Form.Item name="complainantPhone" label={t('arrival.phone')} style={span(4)}>
        <Input inputMode="tel" autoComplete="off" maxLength={40} />
      </Form.Item>
      <ToldFlags columns={5} />
      <Form.Item name="complainantAddress" label={t('arrival.address')} style={span(12)}>
        <Input autoComplete="off" maxLength={200} />
      </Form.Item>
      <ToldFields content={t('arrival.contentPlaceholder')} demand={t('arrival.demandPlaceholder')} />
    </div>
  );
}

const DAY_LABEL = { letter: 'arrival.signedForOn', petition: 'arrival.reachedOn' } as const;

function ReceiptFields({ channel }: { channel: HandChannel }): ReactElement {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('arrival.dayRequired') }];
  if (channel === 'visit') {
    return (
      <Form.Item name="visitedAt" label={t('arrival.visitedAt')} style={span(4)} rules={required}>
        <ShanghaiPicker />
      </Form.Item>
    );
  }
  return (
    <>
      <Form.Item name="receivedOn" label={t(DAY_LABEL[channel])} style={span(4)} rules={required}>
        <CivilDayPicker upToToday />
      </Form.Item>
      {channel === 'petition' && (
        <Form.Item name="limitOn" label={t('arrival.limitOn')} style={span(4)}>
          <CivilDayPicker />
        </Form.Item>
      )}
    </>
  );
}
