// The words of a case with those marked that speak for a suggested category, so that a reader sees them where they stand.
import type { SuggestionReason } from '@jieban/contracts/api/classification';
import { PROBLEM_CATEGORY_NAMES } from '@jieban/domain/classification/class-codes';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classificationQuery } from './classification-query';
import { splitMarks } from './split-marks';

interface MarkedTextProps {
  readonly complaintId: string;
  readonly part: SuggestionReason['part'];
  readonly text: string;
}

export function MarkedText({ complaintId, part, text }: MarkedTextProps): ReactElement {
  const { t } = useTranslation();
  const { data } = useQuery(classificationQuery(complaintId));
  const marks = (data?.suggestions?.problem ?? []).flatMap(({ code, because }) =>
    because
      .filter((reason) => reason.part === part)
      .map(({ start, end }) => ({ start, end, name: PROBLEM_CATEGORY_NAMES[code] })),
  );
  return (
    <div className="pre-line">
      {splitMarks(text, marks).map((piece, at) =>
        piece.names.length === 0 ? (
          piece.text
        ) : (
          <mark key={at} title={t('classify.markTitle', { names: piece.names.join(t('common.listSeparator')) })}>
            {piece.text}
          </mark>
        ),
      )}
    </div>
  );
}
