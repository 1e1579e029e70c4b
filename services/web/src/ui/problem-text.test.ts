import { describe, expect, test } from 'vitest';
import { ApiProblem, ContractMismatch, NetworkFailure } from '../api/problem';
import { translatorOf } from '../messages/test-translator';
import { describeProblem } from './problem-text';

const chinese = translatorOf('zh-CN');
const refusal = (status: number) =>
  new ApiProblem({
    type: 'about:blank',
    title: '不能登记答复',
    status,
    detail: '答复时间早于收到时间',
    code: 'reply_before_receipt',
    requestId: 'req-1',
    errors: [{ field: 'repliedAt', message: '请改为收到之后的时间' }],
  });

describe('what an officer reads when something fails', () => {
  test('a refusal says what the server said, field by field, with the number to quote', () => {
    const text = describeProblem(refusal(422), chinese);

    expect(text).toMatchObject({ title: '不能登记答复', advice: '答复时间早于收到时间', requestId: 'req-1' });
    expect(text.fields).toHaveLength(1);
  });

  test('a failure inside the server keeps its details to the log', () => {
    const text = describeProblem(refusal(500), chinese);

    expect(text.title).not.toContain('不能登记答复');
    expect(text.requestId).toBe('req-1');
  });

  test.each([new NetworkFailure(null), new ContractMismatch('/x', null), new Error('boom'), 'boom'])(
    'even without an answer (%s) there is something to do',
    (error) => {
      const text = describeProblem(error, chinese);

      expect(text.advice).not.toBe('');
      expect(text.title).not.toContain('boom');
    },
  );
});
