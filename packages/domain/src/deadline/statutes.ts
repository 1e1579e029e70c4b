// The articles that decide how a deadline is counted. Each step of an explanation names one by its code, so that an
// officer can answer "why this day?" with the law. The Chinese text is the condensed wording of our field notes, not
// the official print; letters that quote the law take it from the official text.

export const STATUTE_CODES = [
  'civil-code-137',
  'civil-code-200',
  'civil-code-201',
  'civil-code-202',
  'civil-code-203',
  'civil-code-204',
  'civil-code-1259',
  'petition-rules-34',
  'market-complaints-15',
  'market-complaints-45',
  'working-hours-7',
  'bureau-plan-5-5',
] as const;
export type StatuteCode = (typeof STATUTE_CODES)[number];

export interface Statute {
  readonly law: string;
  /** Null where the source is not divided into articles. */
  readonly article: string | null;
  readonly text: string;
  /** What it settles in this product, for the reader of an explanation. */
  readonly decides: string;
}

const CIVIL_CODE = '民法典';
const MARKET_COMPLAINTS = '市场监督管理投诉举报处理办法（总局令第121号）';

export const STATUTES: Readonly<Record<StatuteCode, Statute>> = {
  'civil-code-137': {
    law: CIVIL_CODE,
    article: '第一百三十七条',
    text: '数据电文：指定特定系统接收的，进入该系统时生效',
    decides: '邮件到达公开邮箱服务器即为收到，以到达之日为收到之日',
  },
  'civil-code-200': {
    law: CIVIL_CODE,
    article: '第二百条',
    text: '期间按公历年、月、日、小时计算',
    decides: '“周”不是法定计算单位，一周按7日计算',
  },
  'civil-code-201': {
    law: CIVIL_CODE,
    article: '第二百零一条',
    text: '按年月日计算的，开始的当日不计入，自下一日起算；按小时的自规定时间起算',
    decides: '收到当日不计入，自次日起算',
  },
  'civil-code-202': {
    law: CIVIL_CODE,
    article: '第二百零二条',
    text: '到期月的对应日为最后一日；没有对应日的，月末日',
    decides: '一个月到次月的对应日为止，没有对应日的到月末',
  },
  'civil-code-203': {
    law: CIVIL_CODE,
    article: '第二百零三条',
    text: '最后一日是法定休假日的，以休假日结束的次日为最后一日；截止24时；有业务时间的，停止业务活动时为截止',
    decides: '到期日逢休假日的顺延至其后第一个工作日，当日24时截止；下班时间只作内部提醒，不作截止',
  },
  'civil-code-204': {
    law: CIVIL_CODE,
    article: '第二百零四条',
    text: '法律另有规定或当事人另有约定的除外',
    decides: '另有规定的期限（如热线工单自带的办理时限）从其规定',
  },
  'civil-code-1259': {
    law: CIVIL_CODE,
    article: '第一千二百五十九条',
    text: '以上、以下、以内、届满含本数',
    decides: '“以内”“届满”包含最后一日',
  },
  'petition-rules-34': {
    law: '信访工作条例',
    article: '第三十四条',
    text: '60日办结，经负责人批准可延≤30日并告知理由',
    decides: '延期须经批准、不超过30日并告知来信人（参照适用）',
  },
  'market-complaints-15': {
    law: MARKET_COMPLAINTS,
    article: '第十五条',
    text: '7个工作日内决定受理/不予受理并告知，不予受理须说明理由和其他途径',
    decides: '选用工作日口径时，一周按7个工作日计算（参照适用）',
  },
  'market-complaints-45': {
    law: MARKET_COMPLAINTS,
    article: '第四十五条',
    text: '开始的当日不计入，自下一工作日或自然日开始；末日为法定节假日的，以其后第一日为届满',
    decides: '按自然日或工作日起算均不计入当日（参照适用）',
  },
  'working-hours-7': {
    law: '国务院关于职工工作时间的规定',
    article: '第七条',
    text: '周六日为周休息日',
    decides: '周六、周日不是工作日，但放假安排列为调休上班的除外',
  },
  'bureau-plan-5-5': {
    law: '本局整治工作方案',
    article: '五（五）',
    text: '一周内程序性回复、一个月内实体性办理',
    decides: '程序性答复期限为一周，实体办理期限为一个月',
  },
};

/** `民法典第二百零一条`, as it stands in brackets behind a step. */
export function citeStatute(code: StatuteCode): string {
  const { law, article } = STATUTES[code];
  return `${law}${article ?? ''}`;
}
