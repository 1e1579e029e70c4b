// What is usually not the bureau's business, and whose it is. Still registered and answered: the procedural reply is
// then a transfer or a refusal that names this way, decided by a person.
import { ROUTE_NAMES, type RouteCode } from './class-codes';
import { createLexicon, type LexiconEntry } from './lexicon';

export interface Route extends LexiconEntry<RouteCode> {
  /** Who is usually competent, as officers read it. */
  readonly receiver: string;
}

export const ROUTES_ELSEWHERE: readonly Route[] = [
  {
    code: 'village-committee',
    name: ROUTE_NAMES['village-committee'],
    receiver: '社会工作部门或乡镇（街道）',
    words: { strong: '村支书 村主任 两委 村委会', plain: '村干部 居委会 贿选 村务 村书记' },
    phrases: { strong: '村(两委|务公开|委会) (村|社区)(书记|主任) 两委换届 村(集体|里)…(账|征地款|补偿款)' },
  },
  {
    code: 'veterans',
    name: ROUTE_NAMES.veterans,
    receiver: '退役军人事务局',
    words: { strong: '退役军人 退伍军人 复员 优抚 退伍 军烈属 抚恤金 烈属', plain: '转业 退役 老兵 抚恤 安置' },
    phrases: { strong: '(退役|退伍|复员|转业)(军人|士兵|军官) 优抚(金|对象|待遇) 双拥' },
    unless: '拆迁安置',
  },
  {
    code: 'medical-assistance',
    name: ROUTE_NAMES['medical-assistance'],
    receiver: '医疗保障局',
    words: { strong: '医疗救助 医保 医保卡 新农合 大病救助', plain: '报销 大病' },
    phrases: { strong: '医疗(救助|保险|保障) 大病(救助|医保|保险) 医药费…报销' },
  },
  {
    code: 'disaster-relief',
    name: ROUTE_NAMES['disaster-relief'],
    receiver: '应急管理局',
    words: { strong: '救灾 受灾 灾民 救灾款 灾情', plain: '水灾 洪水 洪灾 火灾 地震 倒房' },
    phrases: { strong: '救灾(款|物资|资金) 受灾(补助|补偿|户) (冲|淹)(毁|了|倒)…房' },
  },
  {
    code: 'disability-card',
    name: ROUTE_NAMES['disability-card'],
    receiver: '残疾人联合会',
    words: { strong: '残疾证 残联' },
    phrases: { strong: '残疾(人)?证 残疾(等级|评定|鉴定) 评残' },
  },
  {
    code: 'pension',
    name: ROUTE_NAMES.pension,
    receiver: '人力资源和社会保障局',
    words: { strong: '养老金 社保 养老保险 退休金 工伤', plain: '退休 工资 欠薪' },
    phrases: { strong: '养老(金|保险) 退休(金|工资|待遇) 社(会)?保(险|费|卡) 拖欠…工资' },
  },
  {
    code: 'property-management',
    name: ROUTE_NAMES['property-management'],
    receiver: '住房和城乡建设局',
    words: { strong: '物业 物业费 业委会 公租房 物业公司', plain: '供暖 电梯 停车位 漏水' },
    phrases: { strong: '物业(费|公司|服务) 业主(委员会|大会) 维修(基金|资金) (公租|廉租)房' },
  },
  {
    code: 'price',
    name: ROUTE_NAMES.price,
    receiver: '市场监督管理局（定价标准：发展和改革委员会）',
    words: { strong: '明码标价 物价 哄抬', plain: '价格 天价 涨价 发票' },
    phrases: { strong: '(没有|没|不|未)明码标价 价格(欺诈|虚高|过高|翻) (不|拒)开发票 虚假(宣传|广告)' },
  },
  {
    code: 'official-misconduct',
    name: ROUTE_NAMES['official-misconduct'],
    receiver: '纪检监察机关',
    words: {
      strong: '贪污 受贿 行贿 索贿 贪腐 挪用公款 吃空饷',
      plain: '违纪 腐败 红包 公款 回扣 公车 贪官 好处费',
    },
    phrases: {
      strong: `
        (收受|收)…(贿赂|红包|好处费|礼金) (贪污|侵吞|挪用)…(款|资金) 公款(吃喝|旅游)
        违(反)?八项规定 公车私用`,
    },
  },
  {
    code: 'information-request',
    name: ROUTE_NAMES['information-request'],
    receiver: '本局政府信息公开机构（另按《政府信息公开条例》办理）',
    words: { plain: '信息公开' },
    phrases: { strong: '申请(政府)?信息公开 政府信息公开 信息公开申请 依申请公开' },
  },
  {
    code: 'administrative-review',
    name: ROUTE_NAMES['administrative-review'],
    receiver: '行政复议机构',
    words: { strong: '行政复议 复议' },
    phrases: { strong: '申请(行政)?复议 行政复议 复议申请书' },
  },
  {
    code: 'litigation',
    name: ROUTE_NAMES.litigation,
    receiver: '人民法院、人民检察院、公安机关',
    words: { strong: '判决 法院 起诉 上诉 诉讼', plain: '法官 检察院 派出所 公安局 仲裁 判决书 律师' },
    phrases: {
      strong: `
        (法院|一审|二审)(已|已经)?(判决|判了|立案|开庭) (不服|不执行)…(判决|裁定)
        强制执行…法院 (已经)?向法院起诉`,
    },
  },
  {
    code: 'enquiry',
    name: ROUTE_NAMES.enquiry,
    receiver: '本局咨询渠道（不作投诉举报办理）',
    words: { plain: '请问 咨询', weak: '建议 怎么办理' },
    phrases: {
      strong: '(想|我想|来电)咨询 提(个|一个|几点|点)建议 请问…(怎么|如何|需要|什么|哪)',
      plain: '(怎么|如何)(办理|申请|办) 需要(什么|哪些)(材料|手续|条件)',
    },
  },
];

export const ROUTE_LEXICON = createLexicon(ROUTES_ELSEWHERE, { negatable: false });
