// Complaints by telephone. Numbers are made up (138000xxxxx, 0412-555xxxx). Two calls accuse a unit, one an officer by
// name: those do not see the case, and it goes to somebody else.
import type { ClockTime } from '@jieban/domain/time/civil-date';
import type { Situation } from './situations';
import type { DemoUnitCode } from './units';

export interface DemoCall {
  readonly situation: Situation;
  readonly unit: DemoUnitCode | null;
  /** Where the unit's usual handler may not have it. */
  readonly handler?: string;
  readonly time: ClockTime;
  readonly name: string;
  readonly phone: string;
  readonly isAnonymous?: true;
  readonly wantsSecrecy?: true;
  readonly accusedText: string;
  readonly accusedUnit?: DemoUnitCode;
  readonly place: string;
  readonly subject: string;
  readonly content: string;
  readonly demand: string;
}

export const CALLS: readonly DemoCall[] = [
  {
    situation: 'procedural-overdue',
    unit: 'YL-SHSW',
    time: '09:12',
    name: '马桂兰',
    phone: '13800012017',
    wantsSecrecy: true,
    accusedText: '铁西区民政局',
    accusedUnit: 'YL-TX',
    place: '铁西区',
    subject: '反映区里检查只查小公墓,关系户不查',
    content:
      '来电人称区里检查公墓价格,只到小公墓,最大的一家从来不去,老板和检查的人常在一起吃饭。已向区里反映两次,没有回音。',
    demand: '请市局直接查,不要转给区里',
  },
  {
    situation: 'procedural-red',
    unit: 'YL-FGK',
    time: '10:35',
    name: '丁世安',
    phone: '13800012548',
    accusedText: '养老服务科检查组',
    accusedUnit: 'YL-YLFW',
    place: '云河区',
    subject: '检查组索要"劳务费"',
    content: '来电人是一家养老院的会计,称检查组走之前让院里报销车费和"劳务费"一千二百元,没有发票。',
    demand: '退还,并告知处理结果',
  },
  {
    situation: 'substantive-green',
    unit: 'YL-SHSW',
    handler: 'shiwu-head',
    time: '14:20',
    name: '',
    phone: '13800013366',
    isAnonymous: true,
    accusedText: '执法人员罗海岑(胸牌上的名字)',
    place: '东山区',
    subject: '执法人员辱骂摊主、摔坏货物',
    content: '来电人在殡仪馆外卖花圈,称一名执法人员骂人、把货摔在地上,有手机录像,可以交来。',
    demand: '查清后处理,不要让本人知道是谁反映的',
  },
  {
    situation: 'procedural-yellow',
    unit: 'YL-QS',
    time: '08:47',
    name: '邹明礼',
    phone: '0412-5550131',
    accusedText: '来检查的两个人,没说姓名',
    place: '青石县',
    subject: '检查不出示证件,拒绝说明依据',
    content: '两人自称民政执法,要看协会的会员名单。要求出示证件,回答"下次带来"。临走拿走一份名单。',
    demand: '确认身份,退回名单',
  },
  {
    situation: 'procedural-green',
    unit: null,
    time: '15:26',
    name: '袁小萍',
    phone: '13800014702',
    accusedText: '',
    place: '铁东区',
    subject: '高龄津贴停发,窗口让找街道,街道让找窗口',
    content: '老人九十一岁,津贴停了四个月,两边都说不归自己管,来电人跑了六趟。',
    demand: '明确谁办,补发',
  },
  {
    situation: 'procedural-green',
    unit: 'YL-BL',
    time: '09:58',
    name: '贺成',
    phone: '13800015190',
    accusedText: '',
    place: '白鹭市',
    subject: '整改期限没到就贴封条',
    content: '通知写十五天内整改,第六天来人看没做完,当场贴了封条,二十几位老人没地方去。',
    demand: '撤封条,按通知的期限来',
  },
  {
    situation: 'procedural-green',
    unit: 'YL-SHJZ',
    time: '11:10',
    name: '马桂兰',
    phone: '13800012017',
    accusedText: '',
    place: '铁西区',
    subject: '入户核查态度恶劣,当着邻居念家庭存款',
    content: '核查人员在楼道里大声念来电人家的存款和病情,邻居都听见了。',
    demand: '道歉,今后注意保密',
  },
  {
    situation: 'substantive-green',
    unit: 'YL-SHZZ',
    time: '10:02',
    name: '俞致远',
    phone: '0412-5550158',
    accusedText: '',
    place: '云河区',
    subject: '评比表彰收费的"协会"一直没人查',
    content: '一家自称全国协会分会的机构卖奖牌,一块三千八。去年就举报过,现在还在卖,收费广告更多了。',
    demand: '依法取缔,公开结果',
  },
  {
    situation: 'procedural-yellow',
    unit: 'YL-SL',
    time: '16:05',
    name: '冉秀英',
    phone: '13800016435',
    accusedText: '',
    place: '松岭县',
    subject: '平坟不分情况,合法公墓里的也平',
    content: '村里集中整治,把有手续的老公墓也推了两排,没有通知家属。',
    demand: '恢复,赔偿',
  },
  {
    situation: 'substantive-yellow',
    unit: 'YL-YLFW',
    time: '08:55',
    name: '石建国',
    phone: '13800017281',
    accusedText: '',
    place: '东山区',
    subject: '养老院收押金跑路,报案民政都说再等等',
    content: '二十多户交了押金六万到十万,机构关门。三个月前就提醒过,没有人去看。',
    demand: '追查,说明当时为什么不处理',
  },
  {
    situation: 'substantive-overdue',
    unit: 'YL-TD',
    time: '14:48',
    name: '尹红',
    phone: '13800018023',
    wantsSecrecy: true,
    accusedText: '',
    place: '铁东区',
    subject: '婚姻登记处收"加急费"',
    content: '预约排到下个月,工作人员说交二百元加急费当天办,只收现金,没有票据。',
    demand: '退钱,查处',
  },
  {
    situation: 'closed',
    unit: 'YL-QHDM',
    time: '09:30',
    name: '胡立',
    phone: '13800018899',
    accusedText: '',
    place: '云河区',
    subject: '门牌换号不通知,快递和证件都对不上',
    content: '整条街换了门牌号,没有通知,也不给证明。',
    demand: '出具换号证明',
  },
  {
    situation: 'closed-at-once',
    unit: 'YL-CSSG',
    time: '15:52',
    name: '骆敏',
    phone: '0412-5550176',
    accusedText: '',
    place: '铁西区',
    subject: '志愿者证明窗口要求重复提交材料',
    content: '同一份材料交了三次,每次窗口的人不一样,说法也不一样。',
    demand: '一次说清',
  },
  {
    situation: 'closed',
    unit: 'YL-SHJZ',
    time: '10:44',
    name: '阎福生',
    phone: '13800019457',
    accusedText: '',
    place: '青石县',
    subject: '取消特困供养没有文书',
    content: '老人的特困供养被口头取消,没有决定书,不知道向谁申诉。',
    demand: '给书面决定和理由',
  },
];
