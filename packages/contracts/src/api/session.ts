// Signing in and who is signed in.
import { DEADLINE_POLICIES } from '@jieban/domain/deadline/policies';
import { z } from 'zod';
import { roleSchema, unitRefSchema } from './primitives';

export const signInRequestSchema = z.object({
  login: z.string().trim().min(1, '请填写用户名').max(64),
  password: z.string().min(1, '请填写密码').max(256),
});
export type SignInRequest = z.infer<typeof signInRequestSchema>;

export const changePasswordRequestSchema = z.object({
  currentPassword: z.string().min(1, '请填写当前密码').max(256),
  newPassword: z.string().min(10, '新密码至少10个字符').max(256),
});
export type ChangePasswordRequest = z.infer<typeof changePasswordRequestSchema>;

export const sessionSchema = z.object({
  user: z.object({
    id: z.uuid(),
    login: z.string(),
    displayName: z.string(),
    role: roleSchema,
    unit: unitRefSchema,
    passwordMustChange: z.boolean(),
  }),
  bureauName: z.string(),
  /** How this bureau counts its week and month; the phone form previews by it. */
  deadlinePolicy: z.enum(DEADLINE_POLICIES),
  /** Sent back as `X-CSRF-Token` with every request that changes something. */
  csrfToken: z.string(),
});
export type Session = z.infer<typeof sessionSchema>;
