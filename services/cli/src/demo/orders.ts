// Complaints that came through the 12345 hotline, as rows of its export.
import type { ClockTime } from '@jieban/domain/time/civil-date';
import type { Situation } from './situations';
import type { DemoUnitCode } from './units';

export interface DemoOrder {
  readonly situation: Situation;
  readonly unit: DemoUnitCode | null;
  /** When it was dispatched to the bureau. */
  readonly time: ClockTime;
  /** The order's own 办理时限. */
  readonly limit: 'none' | 'today' | 'five-working-days';
  readonly name: string;
  readonly phone: string;
  readonly area: string;
  readonly category: string;
  readonly title: string;
  readonly content: string;
}

type Row = readonly [
  Situation,
  DemoUnitCode | null,
  ClockTime,
  DemoOrder['limit'],
  name: string,
  phone: string,
  area: string,
  category: string,
  title: string,
  content: string,
];

// One line per order where it fits: read as the table that it becomes.
// prettier-ignore
const ROWS: readonly Row[] = [
  ['hotline-red', 'YL-YLFW', '09:21', 'today', '卢女士', '13800020115', '铁东区', '养老服务', '反映养老院检查走过场',
    '来电人反映父亲所住养老院伙食发霉,举报后检查人员提前通知院方,到场十分钟离开,要求重新检查并反馈。'],
  ['hotline-red', 'YL-SHSW', '11:36', 'today', '', '', '东山区', '殡葬管理', '执法人员与中介同吃同住',
    '来电人称殡葬执法人员与丧葬中介关系密切,家属不用其中介就被反复检查,要求核查。'],
  ['procedural-green', null, '14:08', 'none', '孟先生', '13800020342', '云河区', '社会组织', '协会乱收会费无人监管',
    '来电人反映行业协会强制入会收费,多次向主管部门反映,答复"正在研究",一年没有结果。'],
  ['procedural-green', 'YL-TX', '10:17', 'none', '蒙女士', '13800020457', '铁西区', '社会救助', '低保公示不全,人情保没人查',
    '来电人称社区干部亲属享受低保,公示栏只贴一半,向区里反映被要求"提供证据再来"。'],
  ['procedural-green', 'YL-SL', '15:40', 'none', '卜先生', '0412-5550203', '松岭县', '殡葬管理', '平坟现场未出示任何手续',
    '来电人反映整治队伍进村平坟,问有没有文件,回答"上面要求",没有手续,没有录像。'],
  ['procedural-yellow', 'YL-SHZZ', '08:52', 'none', '柯先生', '13800020688', '铁东区', '社会组织', '年检窗口让买指定软件',
    '来电人反映年检填报必须购买指定公司软件,每年六百元,不买不予受理。'],
  ['procedural-yellow', 'YL-BL', '13:45', 'none', '简女士', '13800020771', '白鹭市', '养老服务', '同样问题罚款数额差十倍',
    '来电人经营的护理站与同街另一家同时被查出台账不全,另一家责令改正,本店罚款一万元。'],
  ['procedural-red', 'YL-SHJZ', '09:48', 'none', '万先生', '13800020839', '青石县', '社会救助', '救助站夜间不开门',
    '来电人送流浪老人到救助站,敲门无人应,电话打不通,冬天老人在门口坐了一夜。'],
  ['procedural-overdue', 'YL-YH', '10:55', 'five-working-days', '艾女士', '13800021006', '云河区', '养老服务', '检查人员拍摄老人洗澡房',
    '来电人反映检查时未经同意拍摄失能老人洗浴画面并发到工作群,要求删除并道歉。'],
  ['procedural-overdue', 'YL-CSSG', '16:12', 'none', '单先生', '0412-5550219', '铁西区', '慈善募捐', '街头募捐举报后无人处理',
    '来电人举报有人冒用慈善组织名义街头募捐,报后三周仍在原地,执法人员从未到场。'],
  ['procedural-long-overdue', 'YL-QS', '09:33', 'none', '詹女士', '13800021254', '青石县', '殡葬管理', '收取"保证金"没有票据',
    '来电人办理公墓手续时被要求交五千元"不违规保证金",没有票据,一年后不退。'],
  ['substantive-green', 'YL-TD', '11:20', 'none', '岳先生', '13800021399', '铁东区', '婚姻登记', '预约系统故障窗口拒绝人工办理',
    '来电人称系统连续三天打不开,现场窗口空着也不办,只说"等系统"。'],
  ['substantive-green', 'YL-YLFW', '14:36', 'none', '管女士', '13800021467', '东山区', '养老服务', '补贴被机构冒领,举报后压着不查',
    '来电人反映机构用已离院老人名字领补贴,举报两个月只登记不处理。'],
  ['substantive-green', 'YL-DS', '15:15', 'none', '冼先生', '13800021580', '东山区', '殡葬管理', '一律禁止农村设灵棚',
    '来电人反映不论在不在交通要道,灵棚一律拆除并没收,没有清单。'],
  ['substantive-yellow', 'YL-SHZZ', '10:09', 'none', '封先生', '0412-5550237', '云河区', '社会组织', '换届纠纷主管部门推诿',
    '来电人称协会账目不公开、超期不换届,主管科室说"内部事务不介入"。'],
  ['substantive-yellow', 'YL-TX', '09:05', 'none', '桑女士', '13800021724', '铁西区', '社会救助', '入户调查当场承诺"给好处就快办"',
    '来电人反映入户调查人员暗示送烟酒可以快办,有录音。'],
  ['substantive-red', 'YL-SHSW', '13:58', 'none', '桂先生', '13800021830', '铁东区', '殡葬管理', '殡仪馆强制选购高价骨灰盒',
    '来电人反映殡仪馆不让自带骨灰盒,向执法部门举报,答复"可以理解",没有处理。'],
  ['substantive-overdue', 'YL-SL', '16:30', 'none', '蓝女士', '13800021996', '松岭县', '养老服务', '无证养老点举报半年未取缔',
    '来电人反映居民楼内无证养老点,消防通道堵死,半年举报四次,每次都说"已责令"。'],
  ['closed', 'YL-TD', '10:40', 'none', '屈先生', '13800022107', '铁东区', '地名管理', '门牌整治凌晨施工',
    '来电人反映更换门牌凌晨五点施工,没有公告,要求合理安排时间。'],
  ['closed', 'YL-FGK', '15:03', 'none', '项女士', '0412-5550255', '云河区', '行政执法', '处罚决定书没有写申诉途径',
    '来电人收到的决定书没有复议和诉讼的告知,要求补正。'],
  ['closed-at-once', 'YL-BL', '08:44', 'five-working-days', '祁先生', '13800022385', '白鹭市', '婚姻登记', '登记员态度生硬',
    '来电人反映登记员对残疾人说话难听,要求改进。'],
  ['closed-late', 'YL-QHDM', '14:22', 'none', '闵女士', '13800022463', '铁西区', '地名管理', '路牌错字反映多次不改',
    '来电人反映新装路牌有错字,去年起反映三次,每次都说"已转办"。'],
];

export const ORDERS: readonly DemoOrder[] = ROWS.map(
  ([situation, unit, time, limit, name, phone, area, category, title, content]) => ({
    situation,
    unit,
    time,
    limit,
    name,
    phone,
    area,
    category,
    title,
    content,
  }),
);

/** Rows that the import must turn away and say why: a number spoilt by the spreadsheet program, a time that is none. */
export const REJECTED_ROWS = [
  {
    orderNumber: '2.02611E+17',
    dispatchedAt: null,
    title: '公墓管理费连年上涨',
    content: '来电人反映管理费涨价没有公示,要求核查。',
  },
  {
    orderNumber: null,
    dispatchedAt: '待核实',
    title: '养老院门口占道',
    content: '来电人反映门口长期占道,检查人员视而不见。',
  },
] as const;
