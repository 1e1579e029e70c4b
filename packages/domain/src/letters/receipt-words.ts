// How a letter says the way by which a complaint came. Neutral: "反映", never "举报".
import type { Channel } from '../complaint/vocabulary';

export const RECEIVED_THROUGH: Readonly<Record<Channel, string>> = {
  mailbox: '电子邮件',
  hotline: '12345热线',
  phone: '电话',
  letter: '来信',
  visit: '来访',
  petition: '信访渠道',
};
