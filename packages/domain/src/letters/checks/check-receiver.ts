// Nothing goes to whom the complaint is about (信访工作条例 30): neither the matter nor the complainant's way on.
import type { CaseFacts } from '../case-facts';
import type { Receiver } from '../letter-fields';
import { isBlank, problem, type LetterProblem } from '../letter-problem';
import { foldName } from './fold-name';

export function checkReceiver(
  field: string,
  label: string,
  receiver: Receiver,
  facts: Pick<CaseFacts, 'accusedUnitIds' | 'accusedNames'>,
): LetterProblem[] {
  if (isBlank(receiver.name)) return [problem('missing', field, `未填写${label}。`)];
  return isAccused(receiver, facts)
    ? [problem('receiver-accused', field, `${label}是被投诉举报对象，不得向其转送、交办或者由其承办。`)]
    : [];
}

/**
 * A unit of the register is accused by its id, or when its name holds an accused name. A body outside the register has
 * no tree to ask, so it is accused as well when an accused person's words name it (市公安局 in 市公安局某民警).
 */
function isAccused(receiver: Receiver, facts: Pick<CaseFacts, 'accusedUnitIds' | 'accusedNames'>): boolean {
  const { unitId } = receiver;
  if (unitId !== null && facts.accusedUnitIds.includes(unitId)) return true;
  const name = foldName(receiver.name);
  return facts.accusedNames
    .map(foldName)
    .filter((accused) => accused.length >= 2)
    .some((accused) => name.includes(accused) || (unitId === null && name.length >= 2 && accused.includes(name)));
}
