// antd in the page's language and in the house's looks: one accent, system fonts, compact.
import { App, ConfigProvider, theme, type ThemeConfig } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useEffect, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const HOUSE_THEME: ThemeConfig = {
  algorithm: theme.compactAlgorithm,
  token: {
    colorPrimary: '#1F5FBF',
    // The compact algorithm sets text two pixels smaller than this; Chinese below 14 px tires the eye.
    fontSize: 16,
    borderRadius: 4,
    fontFamily: '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", system-ui, sans-serif',
    colorLink: '#1F5FBF',
    colorTextDescription: '#5b6675',
    colorTextPlaceholder: '#6b7583',
  },
  // antd's grey for labels is below 4.5:1 on white.
  components: { Descriptions: { labelColor: '#5b6675' } },
};

export function AntdLocale({ children }: { children: ReactNode }): ReactElement {
  const { i18n } = useTranslation();
  const isEnglish = i18n.language === 'en';
  // The pickers take the names of months and the first day of the week from dayjs, not from antd.
  useEffect(() => void dayjs.locale(isEnglish ? 'en' : 'zh-cn'), [isEnglish]);
  return (
    <ConfigProvider
      locale={isEnglish ? enUS : zhCN}
      theme={HOUSE_THEME}
      // antd would write 登 录 with a space inside; the words stay as they are in the message files.
      button={{ autoInsertSpace: false }}
    >
      <App>{children}</App>
    </ConfigProvider>
  );
}
