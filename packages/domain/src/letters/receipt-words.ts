// How a letter says the way by which a complaint came. Neutral: "反映", never "举报".

export const RECEIVED_THROUGH = {
  mailbox: '电子邮件',
  hotline: '12345热线',
  phone: '电话',
  letter: '来信',
  visit: '来访',
  referral: '信访渠道',
} as const;
export type ReceivedThrough = keyof typeof RECEIVED_THROUGH;
