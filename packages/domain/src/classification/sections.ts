// Which section of the bureau a complaint is about, by its subject. Codes are subjects, not units: which unit deals with
// a subject is the bureau's own data.
import { SECTION_NAMES, type SectionCode } from './class-codes';
import { createLexicon, type LexiconEntry } from './lexicon';

export const SECTIONS: readonly LexiconEntry<SectionCode>[] = [
  {
    code: 'social-organizations',
    name: SECTION_NAMES['social-organizations'],
    words: {
      strong: '行业协会 商会 社会组织 民办非企业 民办非企业单位 民非 社会服务机构 社团 会费 山寨社团 社会团体',
      plain: `
        研究院 入会 俱乐部 颁发 协会 学会 促进会 联合会 研究会 校友会 换届 年检 章程 理事会
        会长 秘书长 评比 表彰`,
      weak: '注册 财务 会员 理事 评奖',
    },
    phrases: {
      strong: `
        (没|没有|未)(在)?民政…(注册|登记) (招收|发展)会员 非法社会组织 僵尸社团 离岸社团
        冒用…名义 (法人|法定代表人)变更 (评比|评奖|表彰)…(收费|收钱)
        没(有)?登记…(收费|活动|发证)`,
      plain: '乱收会费 财务(不|从不|从来不)公开 变更(法人|法定代表人) 培训学校',
    },
  },
  {
    code: 'funeral',
    name: SECTION_NAMES.funeral,
    words: {
      strong: `
        出殡 下葬 安葬 纸棺 大坟 火葬 墓穴 太平间 殡仪馆 火化 骨灰 骨灰盒 公墓 墓地 墓位 陵园
        遗体 丧葬 殡葬 活人墓 豪华墓 寿衣 火葬场 殡仪 墓园`,
      plain: `
        去世 棺 棺材 停放 过世 寿材 吊唁 老坟 祖坟 祭扫 墓 坟 祭祀 停尸 冰棺 骨灰堂 灵车 花圈
        土葬 祭品 墓碑 灵堂 迁坟 清明`,
    },
    phrases: {
      strong: `
        (新|大|水泥|修)…坟 (不让|不给)(烧|火化) 遗体(接运|存放|告别) 散埋乱葬
        私(建|修|设)…(墓|坟) 停尸费 丧葬用品 殡葬(用品|服务|车|中介) 墓(地|位)价格
        骨灰(寄存|格位)`,
      plain: '白事 一条龙 丧事 烧纸',
    },
  },
  {
    code: 'elderly-care',
    name: SECTION_NAMES['elderly-care'],
    words: {
      strong: `
        养护院 养护中心 养老服务中心 养老院 护理院 敬老院 老年公寓 养老 养老机构 护工 褥疮 颐养院
        托老所 养老中心`,
      plain: '床位 护理费 养护 住养 驿站 预付费 会员卡 护理员 入住 退住 床位费 失能 老人',
      weak: '院里 押金 伙食 跌倒 摔倒 虐待 消防',
    },
    phrases: {
      strong: `
        养老(驿站|院|公寓) 老年(公寓|养护|护理)(中心|院)? 养护(中心|院)
        (日托|助餐|长者食堂|老年食堂) 养老(诈骗|机构|服务|补贴) 虐待老人 日间照料 居家养老
        (幸福|颐养)(院|园)`,
      plain: `
        (我爸|我妈|父亲|母亲|爷爷|奶奶|姥姥|老人)…(摔|跌|住院里|在院里) 押金不退 不退押金
        (运营|床位|建设)补贴 摔(伤|断)`,
    },
    unless: '养老金 养老保险',
  },
  {
    code: 'charity',
    name: SECTION_NAMES.charity,
    words: {
      strong: `
        募集 义工 慈善募捐 慈善 募捐 善款 慈善总会 慈善会 红十字会 基金会 捐款 义卖 众筹 公益
        志愿者 社工`,
      plain: '募 赈灾 捐赠 志愿服务 捐 爱心',
    },
    phrases: {
      strong: `
        公开募捐 捐(款|赠)…(去向|用途|票据) 募捐资格 慈善(组织|信托|机构) 网络(众筹|募捐)
        志愿(服务)?时长 社工(站|机构|服务)`,
      plain: '(募集|筹|捐)…(钱|款|物) 爱心(款|捐|企业)',
    },
  },
  {
    code: 'place-names',
    name: SECTION_NAMES['place-names'],
    words: {
      strong: '勘界 街名 巷名 路名 门牌 门牌号 地名 路牌 楼牌 街牌 门楼牌 行政区划',
      plain: '胡同 街巷 交界 路标 交界处 边界 道路名称 界线 更名 改名 命名 起名 界桩',
      weak: '小区',
    },
    phrases: {
      strong: `
        (门|楼|路|街|巷|胡同)…(没有|没|无|缺|错)…牌
        (两|2)个(镇|乡|村|区|县|街道)…(交界|边界|界) 门牌号(码)? 小区名 大洋怪重 地名标志
        (大|洋|怪|重)地名 (区|县|乡|镇|村)界(线)?(争议|纠纷) 道路命名
        小区(起名|命名|更名|改名)`,
      plain: '地址…(对不上|不一致|不符)',
    },
  },
  {
    code: 'social-assistance',
    name: SECTION_NAMES['social-assistance'],
    words: {
      strong: '低保 低保户 特困 五保 五保户 临时救助 最低生活保障 低收入 困难户',
      plain: '救济 补助金 揭不开锅 困难家庭 错保 漏保 人情保 关系保 救助 救助金 低保金 贫困户 骗保',
      weak: '公示',
    },
    phrases: {
      strong: `
        (人情|关系|错|漏)保 低保(金|户|证|资格)? 家庭(经济状况)?核对 临时救助
        特困(人员|供养) (取消|停发|停)…低保 低保边缘`,
      plain: '困难(家庭|群众|补助) (生活|家里)…(困难|揭不开锅) (有车|有房)…(吃|领) 困难补助',
    },
    unless: '法律救助 医疗救助',
  },
  {
    code: 'child-welfare',
    name: SECTION_NAMES['child-welfare'],
    words: {
      strong: '领养 弃养 送养 寄养 孤儿 收养 福利院 留守儿童 弃婴 儿童福利 困境儿童 孤儿院',
      plain: '婴儿 监护 抚养费 留守 抚养 未成年人 儿童',
      weak: '孩子',
    },
    phrases: {
      strong: `
        (捡|捡到)…(婴儿|孩子|弃婴) (收|领)养(手续|登记|证|关系) 事实无人抚养
        收养(登记|手续|证) (孤儿|儿童)(补助|基本生活费|津贴) 儿童(福利院|主任|督导员) 父母双亡`,
    },
  },
  {
    code: 'marriage',
    name: SECTION_NAMES.marriage,
    words: {
      strong: '结婚证 离婚证 婚姻登记 婚姻登记处 婚姻 结婚 离婚',
      plain: '补证 涉外 颁证 冷静期 婚登',
      weak: '预约 撤销 假证',
    },
    phrases: {
      strong: `
        (领|办|打)(了)?(结婚|离婚) 登记结婚 婚姻登记 (结婚|离婚|登记)…(预约|登记处)
        (补领|补办)…(结婚证|离婚证) 离婚冷静期 撤销婚姻 (冒名|假证|被)…(结婚|登记)`,
    },
  },
  {
    code: 'disability-and-relief',
    name: SECTION_NAMES['disability-and-relief'],
    words: { strong: '救助站 流浪 流浪汉 两项补贴', plain: '轮椅 露宿 盲人 残疾人 残疾 乞讨 护理补贴 流浪者' },
    phrases: {
      strong: `
        (露宿|睡)…(街头|桥洞|桥下|车站) 两项补贴 残疾人(生活|护理)?(两项)?补贴
        (困难|重度)残疾人…补贴 流浪(乞讨)?人员 (重残|残疾)…护理补贴 康复辅具`,
    },
    unless: '残疾证',
  },
  {
    code: 'ageing',
    name: SECTION_NAMES.ageing,
    words: {
      strong: '高龄津贴 优待证 老年证 老龄 长寿金 敬老卡 高龄补贴',
      plain: '长寿 敬老 老年卡 高龄 百岁老人',
    },
    phrases: {
      strong: `
        (六十|60|65|六十五|七十|70)…岁…(公交|免费|卡|优待) 老年(公交)?卡
        (公交|乘车)…(老年|老人)…(卡|免费) 高龄(津贴|补贴|老人补贴) 老(年|人)优待(证|卡)
        老年(证|卡) 长寿(金|补贴) (八十|80|九十|90|百)岁…(津贴|补贴|补助)`,
    },
  },
  {
    code: 'approval-and-conduct',
    name: SECTION_NAMES['approval-and-conduct'],
    words: {
      plain: '执照 许可证 不耐烦 批文 脱岗 嗑瓜子 窗口 审批 办事大厅 政务大厅 作风 办事员',
      weak: '态度 材料 证明 盖章',
    },
    phrases: {
      strong: `
        补(了)?(两|三|四|五|六|好几|多|几)(次|遍|回)(材料)? 每次说的(都)?不一样
        一次(性)?告知 (不|拒绝|不予)受理
        (反复|重复|多次|来回)(要|交|补|跑)…(材料|趟|次)?
        (跑|让我跑|来回跑)(了)?(好几|多|三|四|五|六|几|两)(趟|次|回)
        (民政|审批|服务)窗口 (执法人员|执法队|执法队员|检查人员)`,
      plain: `
        态度(很|还|十分|非常|极其|特别|极|也)?(不好|差|恶劣|蛮横|冷淡) (办事|服务)态度
        工作作风 办事效率 上班时间…(玩手机|没人|脱岗) 开(具)?证明`,
    },
  },
];

/** A subject stays one when it is denied: 没有低保 is about 低保. */
export const SECTION_LEXICON = createLexicon(SECTIONS, { negatable: false });
