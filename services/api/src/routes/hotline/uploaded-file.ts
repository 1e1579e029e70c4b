// The upload of an export: a multipart form with the fields `dryRun` and `file`.
import { z } from 'zod';
import { readUploadWith, uploadedFileSchema } from '../../uploads/uploaded-file';

export const uploadSchema = z.object({
  dryRun: z.stringbool().default(false).meta({ type: 'boolean' }),
  file: uploadedFileSchema('请选择要导入的文件', 'CSV or XLSX, 50 MB at most.'),
});

export const readUpload = readUploadWith({
  notAForm: '请在导入页面选择文件后提交',
  tooLarge: '请在热线平台分时间段导出后,逐个导入',
});
