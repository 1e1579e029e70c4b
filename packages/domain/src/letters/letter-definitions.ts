import { acceptance } from './kinds/acceptance';
import { dispatchSlip } from './kinds/dispatch-slip';
import { extension } from './kinds/extension';
import { rejection } from './kinds/rejection';
import { reply } from './kinds/reply';
import { supervision } from './kinds/supervision';
import { supplement } from './kinds/supplement';
import { transfer } from './kinds/transfer';
import { urging } from './kinds/urging';
import type { LetterDefinition } from './letter-definition';
import type { LetterFields } from './letter-fields';
import type { LetterKind } from './letter-kinds';

export const LETTER_DEFINITIONS: { readonly [K in LetterKind]: LetterDefinition<LetterFields<K>> } = {
  acceptance,
  rejection,
  transfer,
  supplement,
  extension,
  reply,
  'dispatch-slip': dispatchSlip,
  urging,
  supervision,
};
