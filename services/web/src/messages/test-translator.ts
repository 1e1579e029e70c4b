// The real words for unit tests, without a page.
import i18next, { type TFunction } from 'i18next';
import { en } from './en';
import { zhCN } from './zh-CN';
import type { Language } from './i18n';

export function translatorOf(language: Language): TFunction {
  const instance = i18next.createInstance();
  void instance.init({
    lng: language,
    initAsync: false,
    resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
    interpolation: { escapeValue: false },
  });
  return instance.t;
}
