// The overdue board.
export const boardMessages = {
  board: {
    title: '超期督办',
    countsLabel: '按灯色统计,点击筛选',
    countHint: '{{light}} {{n}} 件,点击只看这些',
    filters: '筛选',
    unit: '单位',
    channel: '渠道',
    clock: '时钟',
    anyUnit: '全部单位',
    anyChannel: '全部渠道',
    anyClock: '最早到期的时钟',
    clear: '清除筛选',
    export: '导出CSV',
    exportHint: '导出当前筛选的全部案件',
    tableLabel: '在办案件,按最早到期排序',
    light: '灯',
    number: '编号',
    subject: '事由',
    handler: '承办人',
    due: '到期',
    escalations: '督办',
    escalationsCount: '{{n}} 次',
    noHandler: '未指派',
    empty: '没有在办案件',
    emptyAdvice: '新的来信、工单和来电登记后会出现在这里。',
    emptyAction: '登记来电',
    emptyFiltered: '没有符合筛选条件的案件',
    emptyFilteredAdvice: '可以放宽筛选条件,或清除全部筛选。',
  },
};

export type BoardMessages = typeof boardMessages;
