// The people of the demo, all made up. Every unit has somebody who is told when one of its cases runs late.
import type { Role } from '@jieban/domain/complaint/vocabulary';
import type { DemoUnitCode } from './units';

export interface DemoOfficer {
  readonly login: string;
  readonly displayName: string;
  readonly role: Role;
  readonly unit: DemoUnitCode;
  readonly email: string;
}

const officer = (login: string, displayName: string, role: Role, unit: DemoUnitCode): DemoOfficer => ({
  login,
  displayName,
  role,
  unit,
  // example.com receives no mail (RFC 2606): a demo on a machine with SMTP settings reaches nobody.
  email: `${login}@mzj.example.com`,
});

export const DEMO_OFFICERS: readonly DemoOfficer[] = [
  officer('juzhang', '周明川', 'bureau_leader', 'YL-MZJ'),
  officer('shouli', '李晓棠', 'intake_officer', 'YL-BGS'),
  officer('shouli2', '王思齐', 'intake_officer', 'YL-BGS'),
  officer('bangong-head', '赵书衡', 'unit_head', 'YL-BGS'),
  officer('duban', '孙立澄', 'supervisor', 'YL-BGS'),
  officer('duban2', '马晓渊', 'supervisor', 'YL-FGK'),
  officer('fagui-head', '何静闻', 'unit_head', 'YL-FGK'),
  officer('zuzhi-head', '郑可为', 'unit_head', 'YL-SHZZ'),
  officer('shiwu-head', '冯春禾', 'unit_head', 'YL-SHSW'),
  officer('shiwu', '罗海岑', 'handler', 'YL-SHSW'),
  officer('yanglao-head', '许映秋', 'unit_head', 'YL-YLFW'),
  officer('yanglao', '曹子墨', 'handler', 'YL-YLFW'),
  officer('jiuzhu-head', '邓若兰', 'unit_head', 'YL-SHJZ'),
  officer('diming-head', '彭砚秋', 'unit_head', 'YL-QHDM'),
  officer('cishan-head', '蒋亦帆', 'unit_head', 'YL-CSSG'),
  officer('tiedong-head', '沈长庚', 'unit_head', 'YL-TD'),
  officer('tiexi-head', '韩北辰', 'unit_head', 'YL-TX'),
  officer('tiexi', '唐念祖', 'handler', 'YL-TX'),
  officer('dongshan-head', '于见深', 'unit_head', 'YL-DS'),
  officer('yunhe-head', '董宛青', 'unit_head', 'YL-YH'),
  officer('qingshi-head', '萧望川', 'unit_head', 'YL-QS'),
  officer('songling-head', '田一鸣', 'unit_head', 'YL-SL'),
  officer('bailu-head', '石静汀', 'unit_head', 'YL-BL'),
];

/** Registers and assigns in the demo. */
export const INTAKE_LOGIN = 'shouli';
/** Approves the final replies. */
export const LEADER_LOGIN = 'juzhang';
/** Sees all units and is never accused: counts for the summary. */
export const VIEWER_LOGIN = 'juzhang';

/** Who handles a unit's cases: its handler, else its head. */
export function handlerOf(unit: DemoUnitCode): string {
  const staff = DEMO_OFFICERS.filter((each) => each.unit === unit);
  const found = staff.find(({ role }) => role === 'handler') ?? staff.find(({ role }) => role === 'unit_head');
  if (found === undefined) throw new Error(`Unit ${unit} of the demo has nobody to handle its cases; add an officer.`);
  return found.login;
}
