// Suggestions for one field: a button takes one over, the words beside it say why.
import type { SuggestionReason } from '@jieban/contracts/api/classification';
import { Button, Tag } from 'antd';
import type { TFunction } from 'i18next';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** More would not be read. */
const SUGGESTIONS_SHOWN = 3;
const WORDS_SHOWN = 4;

interface SuggestionButtonsProps<Code extends string> {
  readonly suggestions: readonly { readonly code: Code; readonly because: readonly SuggestionReason[] }[];
  readonly names: Readonly<Record<Code, string>>;
  /** Null for somebody who may look and not confirm. */
  readonly onChoose: ((code: Code) => void) | null;
}

export function SuggestionButtons<Code extends string>({
  suggestions,
  names,
  onChoose,
}: SuggestionButtonsProps<Code>): ReactElement | null {
  const { t } = useTranslation();
  if (suggestions.length === 0) return null;
  return (
    <ul className="plain-list suggestions">
      {suggestions.slice(0, SUGGESTIONS_SHOWN).map(({ code, because }) => (
        <li key={code} className="row">
          {onChoose === null ? (
            <Tag>{names[code]}</Tag>
          ) : (
            <Button
              size="small"
              aria-label={t('classify.choose', { name: names[code] })}
              onClick={() => onChoose(code)}
            >
              {names[code]}
            </Button>
          )}
          <span className="muted">{becauseText(because, t)}</span>
        </li>
      ))}
    </ul>
  );
}

/** 依据:“踢皮球”“没人管”, each once. */
export function becauseText(because: readonly SuggestionReason[], t: TFunction): string {
  const words = [...new Set(because.map((reason) => reason.words))].slice(0, WORDS_SHOWN);
  return words.length === 0
    ? ''
    : t('classify.because', { words: words.map((each) => t('classify.quoted', { words: each })).join('') });
}
