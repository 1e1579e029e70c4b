// Each area has the type of its Chinese counterpart: a missing or extra key fails the type check.
import { boardMessages } from './en/board';
import { caseMessages } from './en/case';
import { classificationMessages } from './en/classification';
import { frameMessages } from './en/frame';
import { intakeMessages } from './en/intake';
import { movesMessages } from './en/moves';
import { phoneMessages } from './en/phone';
import { registrationMessages } from './en/registration';
import { recusalMessages } from './en/recusal';
import { sharedMessages } from './en/shared';
import { supervisionMessages } from './en/supervision';
import type { Messages } from './zh-CN';

export const en: Messages = {
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
