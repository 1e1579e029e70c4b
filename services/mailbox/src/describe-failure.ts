// What is wrong with the mailbox, in words that say what to do. Officers read this on the mailbox page.

interface Failure {
  readonly code?: string;
  readonly authenticationFailed?: boolean;
  readonly responseText?: string;
  readonly message?: string;
}

const NETWORK: Readonly<Record<string, string>> = {
  ENOTFOUND: '找不到邮件服务器,请检查服务器地址和网络',
  EAI_AGAIN: '域名解析失败,请检查网络',
  ECONNREFUSED: '邮件服务器拒绝连接,请检查地址、端口,或稍后再试',
  ECONNRESET: '与邮件服务器的连接被中断,正在自动重连',
  ETIMEDOUT: '连接邮件服务器超时,请检查网络和防火墙',
  EPIPE: '与邮件服务器的连接被中断,正在自动重连',
  CONNECT_TIMEOUT: '连接邮件服务器超时,请检查网络和防火墙',
  NoConnection: '与邮件服务器的连接已断开,正在自动重连',
  EConnectionClosed: '与邮件服务器的连接已断开,正在自动重连',
  'mailbox.incomplete-fetch': '邮件服务器返回的邮件不完整,将重新收取',
};

export function describeFailure(error: unknown): string {
  const { code, authenticationFailed, responseText, message } = (error ?? {}) as Failure;
  const said = `${responseText ?? ''} ${message ?? ''}`;
  if (/unsafe login/i.test(said))
    return '登录成功但不能打开邮箱:163 要求客户端标识(Unsafe Login)。系统将重新登录;若持续出现,请在邮箱设置中重新开启 IMAP 服务';
  if (authenticationFailed === true)
    return '登录被拒绝:请检查账号和授权码(163 邮箱须用授权码,不是登录密码),并确认已开启 IMAP 服务';
  if (code !== undefined && code in NETWORK) return NETWORK[code] ?? '';
  if (/certificate|self.signed|tls|ssl/i.test(`${code ?? ''} ${said}`))
    return '邮件服务器的加密证书不可信或加密方式不符,请检查加密设置(TLS/STARTTLS)';
  if (/too many|limit|throttl|frequency/i.test(said)) return '邮件服务器限制了访问频率,将降低频率后重试';
  return '收取邮件时出错,正在自动重试;若持续出现,请联系管理员查看日志';
}
