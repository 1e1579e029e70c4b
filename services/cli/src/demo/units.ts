// The bureau of the demo. The city of Yunling does not exist; its districts bear names that a dozen cities share.
import type { UnitKind } from '@jieban/domain/complaint/vocabulary';

/** Every code of the demo begins like this; it is how a database that holds the demo is known again. */
export const DEMO_CODE_PREFIX = 'YL-';

export type DemoUnitCode =
  | 'YL-MZJ'
  | 'YL-BGS'
  | 'YL-FGK'
  | 'YL-SHZZ'
  | 'YL-SHSW'
  | 'YL-YLFW'
  | 'YL-SHJZ'
  | 'YL-QHDM'
  | 'YL-CSSG'
  | 'YL-TD'
  | 'YL-TX'
  | 'YL-DS'
  | 'YL-YH'
  | 'YL-QS'
  | 'YL-SL'
  | 'YL-BL';

export interface DemoUnit {
  readonly code: DemoUnitCode;
  readonly name: string;
  readonly kind: UnitKind;
  /** As callers and the hotline write it. No alias may occur inside the name of another unit (see matchAccused). */
  readonly aliases: readonly string[];
}

export const DEMO_BUREAU: DemoUnit = { code: 'YL-MZJ', name: '云岭市民政局', kind: 'bureau', aliases: [] };
/** Owns the intake. */
export const DEMO_OFFICE: DemoUnit = { code: 'YL-BGS', name: '办公室', kind: 'section', aliases: ['局办公室'] };

/** The sections and counties below the bureau, without the office. */
export const DEMO_UNITS: readonly DemoUnit[] = [
  { code: 'YL-FGK', name: '政策法规科', kind: 'section', aliases: ['法规科', '法制科'] },
  { code: 'YL-SHZZ', name: '社会组织管理科', kind: 'section', aliases: ['社会组织科', '民管科'] },
  { code: 'YL-SHSW', name: '社会事务科', kind: 'section', aliases: ['事务科', '殡葬管理科'] },
  { code: 'YL-YLFW', name: '养老服务科', kind: 'section', aliases: ['养老科'] },
  { code: 'YL-SHJZ', name: '社会救助科', kind: 'section', aliases: ['救助科', '低保科'] },
  { code: 'YL-QHDM', name: '区划地名科', kind: 'section', aliases: ['地名科', '地名办'] },
  { code: 'YL-CSSG', name: '慈善社工科', kind: 'section', aliases: ['慈善科'] },
  { code: 'YL-TD', name: '铁东区民政局', kind: 'county', aliases: ['铁东民政', '铁东区民政'] },
  { code: 'YL-TX', name: '铁西区民政局', kind: 'county', aliases: ['铁西民政', '铁西区民政'] },
  { code: 'YL-DS', name: '东山区民政局', kind: 'county', aliases: ['东山民政', '东山区民政'] },
  { code: 'YL-YH', name: '云河区民政局', kind: 'county', aliases: ['云河民政', '云河区民政'] },
  { code: 'YL-QS', name: '青石县民政局', kind: 'county', aliases: ['青石民政', '青石县民政'] },
  { code: 'YL-SL', name: '松岭县民政局', kind: 'county', aliases: ['松岭民政', '松岭县民政'] },
  { code: 'YL-BL', name: '白鹭市民政局', kind: 'county', aliases: ['白鹭民政', '白鹭市民政'] },
];
