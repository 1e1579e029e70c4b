import type { AccusedOfCase, JudgeAccusedRequest } from '@jieban/contracts/api/recusal';
import { Button, Tag, Tooltip } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

type Suggestion = AccusedOfCase['suggestions'][number];

interface AccusedSuggestionsProps {
  readonly suggestions: readonly Suggestion[];
  readonly onJudge: (request: Omit<JudgeAccusedRequest, 'reason'>, title: string) => void;
}

/** Strong ones first, as the server orders them; each with the words that caused it. */
export function AccusedSuggestions({ suggestions, onJudge }: AccusedSuggestionsProps): ReactElement | null {
  const { t } = useTranslation();
  if (suggestions.length === 0) return null;
  const judge = (suggestion: Suggestion, decision: JudgeAccusedRequest['decision'], verb: string): void => {
    const { unitId, userId, name } = suggestion;
    if (unitId !== null) onJudge({ decision, party: { unitId } }, `${verb} ${name}`);
    else if (userId !== null) onJudge({ decision, party: { userId } }, `${verb} ${name}`);
  };
  return (
    <>
      <span className="muted">{t('accused.suggestions')}</span>
      {suggestions.map((suggestion) => (
        <div key={suggestion.unitId ?? suggestion.userId} className="row">
          <span>{suggestion.name}</span>
          <span className="muted">{t('accused.suggestionWords', { words: suggestion.words })}</span>
          {suggestion.isStrong && <Tag color="red">{t('accused.strong')}</Tag>}
          <Button size="small" className="push" onClick={() => judge(suggestion, 'accused', t('accused.confirm'))}>
            {t('accused.confirm')}
          </Button>
          <Tooltip title={suggestion.mayTurnDown ? '' : t('accused.turnDownOther')}>
            <Button
              size="small"
              disabled={!suggestion.mayTurnDown}
              onClick={() => judge(suggestion, 'not-accused', t('accused.turnDown'))}
            >
              {t('accused.turnDown')}
            </Button>
          </Tooltip>
        </div>
      ))}
    </>
  );
}
