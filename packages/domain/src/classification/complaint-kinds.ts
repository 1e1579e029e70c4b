// The two kinds that are counted apart (the plan's own complaints and tips about others): A, about what our enforcers
// do or leave undone; B, about what a regulated body does. One text may be both; each is then handled on its own.
import { COMPLAINT_KIND_NAMES, type ComplaintKind } from './class-codes';
import { createLexicon, type LexiconEntry } from './lexicon';

const KINDS: readonly LexiconEntry<ComplaintKind>[] = [
  {
    code: 'enforcement-conduct',
    name: COMPLAINT_KIND_NAMES['enforcement-conduct'],
    words: {
      strong: `
        执法人员 执法队 执法队员 执法证 行政执法 处罚决定 行政处罚 不作为 乱作为 滥用职权 吃拿卡要
        以罚代管 推诿 踢皮球 懒政 罚款`,
      plain: `
        民政局 民政部门 民政 科长 局长 科室 窗口 办事员 检查人员 执法 查封 处罚 审批 包庇 政务大厅
        一刀切 执法局`,
      weak: '工作人员 你们 领导 不管 拖延 敷衍 检查 低保 救助',
    },
    phrases: {
      strong: `
        执法(人员|队|队员|证|局|中队) (不|慢|乱)作为
        (没人|无人|不|没有人)(给)?(回复|答复) (不|拒绝|不予)(受理|立案|查处)
        (民政局|民政|你们局|科里|局里|窗口)…(不管|没人管|不理|推|拖|态度)
        (没|没有|未|不)(出示|亮|带|拿)…证`,
      plain: `
        (低保|补贴|津贴|补助|救助)…(取消|停发|没(有)?发|没到账|不给|评不上|不批)
        (婚姻登记处|救助站|登记机关)
        (跑|让我跑|来回跑)(了)?(好几|多|三|四|五|六|几|两)(趟|次|回)`,
    },
  },
  {
    code: 'regulated-body',
    name: COMPLAINT_KIND_NAMES['regulated-body'],
    words: {
      strong: '活人墓 山寨社团 虐待 非法集资 乱收费 豪华墓 人去楼空 会费',
      plain: `
        养老院 护理院 敬老院 老年公寓 殡仪馆 公墓 陵园 协会 商会 学会 基金会 护工 社团 慈善会
        慈善总会 养老机构 墓园 培训学校 院长 会长 馆长 募捐`,
      weak: '押金 强制 收费 无证 价格 老板 举报',
    },
    phrases: {
      strong: `
        押金不退 不退(押金|钱|费) (强制|强迫|捆绑|指定)…(消费|购买|买)
        非法(社会组织|募捐|集资|公墓|经营) 散埋乱葬 私(建|修)…(墓|坟) 养老诈骗
        (套取|冒领|骗取)…(补贴|资金) 乱收(费|会费|钱)
        (没有|没|无)(证|资质|许可|登记|募捐资格) 公开募捐 善款…(去向|用途)
        财务(不|从不|从来不)公开 冒用…名义`,
    },
  },
];

export const COMPLAINT_KIND_LEXICON = createLexicon(KINDS, { negatable: false });
