// What can be done with a case, and what each step asks for.
import { MOVE_NAMES, type Move } from '@jieban/domain/complaint/moves';

const move: Readonly<Record<Move, string>> = MOVE_NAMES;

export const movesMessages = {
  move,
  moves: {
    title: '可办理事项',
    none: '您现在没有可以办理的事项。',
    closed: '其他事项为什么不能办理({{n}} 项)',
    submit: '确认{{name}}',
    done: '已{{name}},并记入办理记录',
    draft: '拟答复内容',
    draftApproved: '已审核同意',
    draftWaiting: '待审核',
    suspendedUntil: '挂账中:{{plan}}(复查日期 {{on}})',
    innerDueOn: '重办期限 {{on}}',
    reopened: '第 {{n}} 次重办',
    askedExtension: '申请延期 {{days}} 天:{{reason}}',
    askedSuspension: '申请挂账:{{plan}}(复查日期 {{on}})',
    askedJoint: '申请 {{unit}} 协办:{{reason}}',
    declareNoInterest: '我与本件没有利害关系,不需要回避',
    required: '请填写“{{field}}”',
    field: {
      reason: '理由',
      plan: '解决方案',
      reviewOn: '复查日期',
      toldComplainant: '何时、如何告知投诉举报人',
      unitId: '单位',
      handlerId: '承办人',
      declaresNoInterest: '回避声明',
      mainCaseNumber: '并入的首件编号',
      innerDueOn: '重办期限',
      suppliedOn: '收到补正的日期(不填为今天)',
      days: '延期天数(1至30)',
      draft: '拟答复内容(至少10个字)',
    },
  },
};

export type MovesMessages = typeof movesMessages;
