// What a complainant may do against an answer (救济途径). Which one applies is a legal question: a reviewer chooses,
// per letter, and may choose none. The article is quoted, so that the reader can hold the bureau to it.

export const REMEDIES = ['petition-review', 'administrative-reconsideration', 'administrative-litigation'] as const;
export type Remedy = (typeof REMEDIES)[number];

/** A remedy and the body that hears it: organ above, reconsideration organ, or court. */
export interface RemedyNotice {
  readonly remedy: Remedy;
  readonly body: string;
}

export interface RemedyRule {
  readonly name: string;
  /** As the letter writes it. */
  readonly period: string;
  readonly law: string;
  readonly article: string;
  readonly text: string;
  /** With {body}, {period}, {law}, {article} and {text}. */
  readonly sentence: string;
}

export const REMEDY_RULES: Readonly<Record<Remedy, RemedyRule>> = {
  'petition-review': {
    name: '信访复查',
    period: '30日内',
    law: '《信访工作条例》',
    article: '第三十五条',
    text: '信访人对信访处理意见不服的，可以自收到书面答复之日起30日内请求原办理机关、单位的上一级机关、单位复查。',
    sentence: '如对本答复不服，您可以自收到本答复之日起{period}向{body}请求复查。依据：{law}{article}规定，“{text}”',
  },
  'administrative-reconsideration': {
    name: '行政复议',
    period: '60日内',
    law: '《中华人民共和国行政复议法》',
    article: '第二十条',
    text: '公民、法人或者其他组织认为行政行为侵犯其合法权益的，可以自知道或者应当知道该行政行为之日起六十日内提出行政复议申请；但是法律规定的申请期限超过六十日的除外。',
    sentence:
      '如认为本决定侵犯您的合法权益，您可以自知道之日起{period}向{body}申请行政复议。依据：{law}{article}规定，“{text}”',
  },
  'administrative-litigation': {
    name: '行政诉讼',
    period: '6个月内',
    law: '《中华人民共和国行政诉讼法》',
    article: '第四十六条',
    text: '公民、法人或者其他组织直接向人民法院提起诉讼的，应当自知道或者应当知道作出行政行为之日起六个月内提出。法律另有规定的除外。',
    sentence:
      '如认为本决定侵犯您的合法权益，您可以自知道之日起{period}向{body}提起行政诉讼。依据：{law}{article}规定，“{text}”',
  },
};
