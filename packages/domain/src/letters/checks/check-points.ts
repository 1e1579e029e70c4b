// Each numbered point of the complaint has one answer, and each answer has all its parts.
import type { AnsweredPoint } from '../letter-fields';
import { isBlank, problem, type LetterProblem } from '../letter-problem';

const PARTS = [
  ['matter', '反映事项'],
  ['inquiry', '核查经过'],
  ['facts', '认定事实'],
  ['basis', '依据'],
  ['handling', '处理意见'],
] as const;

/** `pointCount` 0: the points were not counted, so at least the first is answered. */
export function checkPoints(points: readonly AnsweredPoint[], pointCount: number): LetterProblem[] {
  const count = Math.max(1, pointCount);
  const answers = new Map<number, number>();
  for (const { number } of points) answers.set(number, (answers.get(number) ?? 0) + 1);
  const problems: LetterProblem[] = [];
  for (let number = 1; number <= count; number++) {
    if (!answers.has(number)) {
      problems.push(problem('point-unanswered', 'points', `未答复第${number}项反映事项。`));
    }
  }
  for (const [number, times] of answers) {
    const isKnown = Number.isInteger(number) && number >= 1 && (pointCount === 0 || number <= count);
    if (!isKnown) problems.push(problem('point-unknown', 'points', `来信没有第${number}项反映事项。`));
    if (times > 1) problems.push(problem('point-twice', 'points', `第${number}项反映事项答复了不止一次。`));
  }
  for (const point of points) {
    for (const [part, label] of PARTS) {
      if (isBlank(point[part])) problems.push(problem('missing', 'points', `第${point.number}项未填写${label}。`));
    }
  }
  return problems;
}
