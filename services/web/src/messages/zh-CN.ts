// Every word on the screens, by area. `en.ts` has the same keys (checked by the types).
// Legal terms follow the glossary: 程序性答复 procedural reply, 实体办理 substantive handling.
import { boardMessages } from './zh-CN/board';
import { caseMessages } from './zh-CN/case';
import { classificationMessages } from './zh-CN/classification';
import { frameMessages } from './zh-CN/frame';
import { intakeMessages } from './zh-CN/intake';
import { movesMessages } from './zh-CN/moves';
import { phoneMessages } from './zh-CN/phone';
import { registrationMessages } from './zh-CN/registration';
import { recusalMessages } from './zh-CN/recusal';
import { sharedMessages } from './zh-CN/shared';
import { supervisionMessages } from './zh-CN/supervision';

export const zhCN = {
  ...frameMessages,
  ...sharedMessages,
  ...boardMessages,
  ...caseMessages,
  ...classificationMessages,
  ...movesMessages,
  ...phoneMessages,
  ...registrationMessages,
  ...intakeMessages,
  ...supervisionMessages,
  ...recusalMessages,
};

export type Messages = typeof zhCN;
