// The classes that a person chooses from, with the names that officers read. Apart from the tables of cue words, so that
// a screen that shows a name does not load them.

/** About our enforcers, or about a regulated body. */
export const COMPLAINT_KINDS = ['enforcement-conduct', 'regulated-body'] as const;
export type ComplaintKind = (typeof COMPLAINT_KINDS)[number];
export const COMPLAINT_KIND_NAMES: Readonly<Record<ComplaintKind, string>> = {
  'enforcement-conduct': 'A类：行政执法行为投诉',
  'regulated-body': 'B类：监管对象违法违规举报',
};

/** The nine categories (问题九类), in the order of the plan. */
export const PROBLEM_CATEGORY_CODES = [
  'campaign',
  'uniform',
  'rough',
  'excessive',
  'mechanical',
  'profit',
  'inaction',
  'arbitrary',
  'irregular',
] as const;
export type ProblemCategoryCode = (typeof PROBLEM_CATEGORY_CODES)[number];
export const PROBLEM_CATEGORY_NAMES: Readonly<Record<ProblemCategoryCode, string>> = {
  campaign: '运动式执法',
  uniform: '“一刀切”执法',
  rough: '简单粗暴、野蛮执法',
  excessive: '过度执法',
  mechanical: '机械执法',
  profit: '逐利执法',
  inaction: '执法不作为',
  arbitrary: '执法乱作为',
  irregular: '执法不规范、不公开',
};

/** What a complaint is about; which unit deals with it is the data of the bureau. */
export const SECTION_CODES = [
  'social-organizations',
  'funeral',
  'elderly-care',
  'charity',
  'place-names',
  'social-assistance',
  'child-welfare',
  'marriage',
  'disability-and-relief',
  'ageing',
  'approval-and-conduct',
] as const;
export type SectionCode = (typeof SECTION_CODES)[number];
export const SECTION_NAMES: Readonly<Record<SectionCode, string>> = {
  'social-organizations': '社会组织管理',
  funeral: '殡葬管理、社会事务',
  'elderly-care': '养老服务',
  charity: '慈善、社会工作、志愿服务',
  'place-names': '区划地名',
  'social-assistance': '社会救助',
  'child-welfare': '儿童福利、收养',
  marriage: '婚姻登记',
  'disability-and-relief': '残疾人福利、流浪救助',
  ageing: '老龄工作',
  'approval-and-conduct': '行政审批、执法人员作风',
};

/** What is usually not ours. */
export const ROUTE_CODES = [
  'village-committee',
  'veterans',
  'medical-assistance',
  'disaster-relief',
  'disability-card',
  'pension',
  'property-management',
  'price',
  'official-misconduct',
  'information-request',
  'administrative-review',
  'litigation',
  'enquiry',
] as const;
export type RouteCode = (typeof ROUTE_CODES)[number];
export const ROUTE_NAMES: Readonly<Record<RouteCode, string>> = {
  'village-committee': '村（社区）两委、基层政权',
  veterans: '退役军人事务',
  'medical-assistance': '医疗救助、医疗保险',
  'disaster-relief': '救灾、受灾救助',
  'disability-card': '残疾证办理、残疾评定',
  pension: '养老金、社会保险',
  'property-management': '物业管理、房屋',
  price: '价格、明码标价',
  'official-misconduct': '公职人员违纪违法检举控告',
  'information-request': '政府信息公开申请',
  'administrative-review': '行政复议',
  litigation: '涉法涉诉',
  enquiry: '咨询、建议',
};

/** Division codes; the zones have none of their own. */
export const DISTRICT_CODES = [
  '210302',
  '210303',
  '210304',
  '210311',
  '210321',
  '210323',
  '210381',
  'zone-high-tech',
  'zone-economic',
  'zone-qianshan-scenic',
] as const;
export type DistrictCode = (typeof DISTRICT_CODES)[number];
export const DISTRICT_NAMES: Readonly<Record<DistrictCode, string>> = {
  '210302': '铁东区',
  '210303': '铁西区',
  '210304': '立山区',
  '210311': '千山区',
  '210321': '台安县',
  '210323': '岫岩满族自治县',
  '210381': '海城市',
  'zone-high-tech': '高新区',
  'zone-economic': '经开区',
  'zone-qianshan-scenic': '千山风景区',
};
