import type { OfferedMovesView } from '@jieban/contracts/api/moves';
import { ago } from './mock-data';

export function mockMoves(complaintId: string): OfferedMovesView {
  return {
    complaintId,
    state: 'registered',
    open: [
      { move: 'dispatch', name: '派单', needs: ['unitId'], mayHave: ['handlerId'] },
      { move: 'ask_suspension', name: '申请挂账', needs: ['reason', 'plan', 'reviewOn'], mayHave: [] },
      { move: 'merge', name: '并案', needs: ['reason', 'mainCaseNumber'], mayHave: [] },
    ],
    closed: [
      { move: 'reject', name: '不予受理', reason: '通过发出不予受理告知书办理' },
      { move: 'sign', name: '签收', reason: '须在“已派单(待签收)”状态下' },
      { move: 'archive', name: '归档', reason: '须在“已办结”、“不予受理”、“已转送”状态下' },
    ],
    suspension: null,
    innerDueOn: null,
    reopenedCount: 0,
    draft: null,
    requests: [
      {
        kind: 'extension',
        requestedAt: ago(1),
        reason: '等待鉴定结论',
        days: 15,
        plan: null,
        reviewOn: null,
        unitId: null,
      },
    ],
  };
}
