// A pretend server for `vite --mode mock`: enough answers to look at every page and its states. Never built.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { UNITS, CASES, ago, boardRows, uuid } from './mock-data';
import { mockMoves } from './mock-moves';
import { mockOrder, mockOrders } from './mock-orders';

type Answer = readonly [status: number, body: unknown];
type Handler = (id: string, query: URLSearchParams, body: string) => Answer;

let role = 'intake_officer';
let signedIn = true;
let drafts: { id: string; content: unknown; savedAt: string }[] = [];
let importPolls = 0;

const session = (): unknown => ({
  user: {
    id: uuid(1),
    login: 'chenjing',
    displayName: '陈静',
    role,
    unit: UNITS[0],
    passwordMustChange: role === 'must-change',
  },
  bureauName: '某市民政局',
  deadlinePolicy: 'calendar-roll',
  csrfToken: 'mock',
});
const problem = (status: number, title: string, detail: string): Answer => [
  status,
  { type: 'about:blank', title, status, detail, code: 'mock', requestId: 'req-7f3a12' },
];
const hotlineImport = (state: string, n: number): unknown => ({
  id: uuid(300),
  fileName: '12345工单导出_20261123.csv',
  state,
  dryRun: true,
  startedAt: ago(0),
  finishedAt: null,
  problem: null,
  rowsTotal: 500,
  rowsNew: Math.round(n * 0.8),
  rowsChanged: 4,
  rowsUnchanged: Math.round(n * 0.1),
  rowsRejected: 3,
  rejected: [
    { row: 17, reasons: ['工单编号为空'] },
    { row: 212, reasons: ['派单时间“2026-13-02”不是日期', '诉求内容为空'] },
  ],
});

const ROUTES: Readonly<Record<string, Handler>> = {
  'GET session': () => (signedIn ? [200, { ...(session() as object) }] : problem(401, '请先登录', '')),
  'POST session': (_id, _query, body) => {
    const given = JSON.parse(body) as { login: string; password: string };
    if (given.password === 'wrong') return problem(401, '用户名或密码不正确', '');
    role = given.login in { handler: 1, supervisor: 1, admin: 1 } ? given.login : 'intake_officer';
    signedIn = true;
    return [200, session()];
  },
  'DELETE session': () => ((signedIn = false), [204, null]),
  'PUT session/password': () => problem(422, '当前密码不正确', '请重新输入当前密码'),
  'GET units': () => [200, { items: UNITS }],
  'GET board/counts': (_id, query) => {
    const counts = { green: 0, yellow: 0, red: 0, overdue: 0 };
    for (const row of boardRows())
      if (!query.get('channel') || row.channel === query.get('channel')) counts[row.light] += 1;
    return [200, { asOf: ago(0), counts }];
  },
  'GET board': (_id, query) => {
    const rows = boardRows().filter((row) =>
      ['channel', 'light', 'clock'].every((name) => !query.get(name) || row[name as 'light'] === query.get(name)),
    );
    const start = Number(query.get('cursor') ?? 0);
    return [
      200,
      {
        asOf: ago(0),
        items: rows.slice(start, start + 50),
        nextCursor: rows.length > start + 50 ? String(start + 50) : null,
      },
    ];
  },
  'GET complaints': (_id, query) => [
    200,
    { items: CASES.filter((each) => each.number.startsWith(query.get('number') ?? '')).slice(0, 50), nextCursor: null },
  ],
  'GET supervision-orders': (_id, query) => [200, mockOrders(query)],
  'GET supervision-orders/:id': (id) => [200, mockOrder(id, role)],
  'POST supervision-orders': () => [201, { id: uuid(701), number: '督办〔2026〕7号' }],
  'POST supervision-orders/:id/answers': () => [204, null],
  'POST supervision-orders/:id/reviews': () => problem(409, '不能进行此操作', '现在可以反馈'),
  'GET complaints/:id': (id) => {
    const found = CASES.find((each) => each.id === id);
    return found ? [200, found] : problem(404, '没有找到', '');
  },
  'GET complaints/:id/moves': (id) => [200, mockMoves(id)],
  'POST complaints/:id/moves': () => problem(409, '现在不能办理此事项', '还需要写明理由'),
  'GET units/:id/people': () => [200, { items: [{ id: uuid(41), displayName: '林晓', role: 'handler' }] }],
  'GET complaints/:id/original': () => [
    200,
    {
      text: '尊敬的领导:\n我于10月28日到某公墓办理安葬……\n此致',
      attachments: [{ filename: '收费单据.jpg', mediaType: 'image/jpeg', size: 345678 }],
      warnings: [],
      html: '<p style="color:#333">尊敬的领导:</p><p>我于<b>10月28日</b>到某公墓办理安葬……</p><img src="https://example.invalid/x.png" alt="[图片未加载]"><script>parent.hacked=1</script>',
    },
  ],
  'PUT complaints/:id/assignment': () => problem(409, '不能派给被反映的单位', '请选择其他单位承办。'),
  'POST complaints/:id/replies': () => [204, null],
  'POST complaints/:id/identity-reveals': () => [
    200,
    { name: '张三丰', phone: '13812345678', email: 'zsf@qq.com', address: null },
  ],
  'GET phone-drafts': () => [200, { items: drafts }],
  'PUT phone-drafts/:id': (id, _query, body) => {
    drafts = [...drafts.filter((draft) => draft.id !== id), { id, content: JSON.parse(body), savedAt: ago(0) }];
    return [204, null];
  },
  'DELETE phone-drafts/:id': (id) => ((drafts = drafts.filter((draft) => draft.id !== id)), [204, null]),
  'POST phone-records': () => [
    201,
    {
      complaintId: uuid(1000),
      number: 'MZ-2026-000813',
      proceduralDueOn: '2026-11-30',
      substantiveDueOn: '2026-12-23',
      provisional: false,
    },
  ],
  'POST caller-lookups': () => [
    200,
    {
      items: CASES.slice(0, 3).map((each) => ({
        complaintId: each.id,
        number: each.number,
        subject: each.subject,
        state: each.state,
        receivedAt: each.receivedAt,
        light: each.clocks[0]?.light ?? null,
      })),
    },
  ],
  'GET complaints/:id/classification': (id) => [
    200,
    {
      complaintId: id,
      confirmed: null,
      suggestions: {
        kind: [],
        problem: [{ code: 'inaction', score: 4, because: [] }],
        section: [],
        district: [],
        elsewhere: [],
        lookedAtAll: true,
      },
      confirm: { allowed: true, reason: null },
    },
  ],
  'PUT complaints/:id/classification': () => [204, null],
  'GET complaints/:id/similar': (id) => [200, { complaintId: id, items: [], compared: 0, isCut: false }],
  'POST similar-lookups': () => [200, { items: [], compared: 0, isCut: false }],
  'GET hotline/imports': () => [200, { items: [hotlineImport('done', 490)] }],
  'POST hotline/imports': () => ((importPolls = 0), [202, { id: uuid(300) }]),
  'GET hotline/imports/:id': () => (
    (importPolls += 1),
    [200, importPolls < 4 ? hotlineImport('running', importPolls * 120) : hotlineImport('done', 490)]
  ),
  'GET mailboxes': () => [
    200,
    {
      asOf: ago(0),
      items: [
        {
          id: '公开邮箱 mz@example.cn',
          state: 'polling',
          problem: null,
          lastGoodPollAt: ago(0, 0.0034),
          stateSince: ago(2),
          folders: [
            { name: 'INBOX', lastUid: 4312, stored: 4120, polledAt: ago(0, 0.0034) },
            { name: '垃圾邮件', lastUid: 88, stored: 88, polledAt: ago(0, 0.0034) },
          ],
        },
        {
          id: '信访邮箱 xf@163.example',
          state: 'failing',
          problem: '登录成功但不能选择收件箱:163 要求客户端标识,请在邮箱设置中开启 IMAP 并重新生成授权码。',
          lastGoodPollAt: ago(0, 5),
          stateSince: ago(0, 5),
          folders: [],
        },
      ],
    },
  ],
  'GET intake-items': (_id, query) => [
    200,
    {
      counts: { quarantined: 2, pending: 1, registered: 812, attached: 40, filed: 17 },
      items:
        query.get('state') !== 'quarantined'
          ? []
          : [
              {
                id: uuid(500),
                channel: 'mailbox',
                state: 'quarantined',
                kind: 'unparseable',
                receivedAt: ago(0, 3),
                complaintNumber: null,
                reason: '邮件无法解析:正文编码不能识别',
                warnings: ['附件 1 个无法读取'],
                attempts: 3,
              },
              {
                id: uuid(501),
                channel: 'hotline',
                state: 'quarantined',
                kind: null,
                receivedAt: ago(1, 3),
                complaintNumber: null,
                reason: '派单时间不是日期',
                warnings: [],
                attempts: 1,
              },
            ],
    },
  ],
  'GET jobs/failed': () => [
    200,
    {
      items: [{ id: 'mail-1', name: 'mail.send', failedAt: ago(0, 1), attempts: 5, reason: 'SMTP 550 收件地址不存在' }],
    },
  ],
  'POST jobs/failed/:id/retry': () => [204, null],
};

function matchRoute(method: string, path: string): readonly [Handler, string] | null {
  const id = /\/([0-9a-f-]{36}|mail-\d+)(?=\/|$)/.exec(path)?.[1] ?? '';
  const handler = ROUTES[`${method} ${id === '' ? path : path.replace(id, ':id')}`];
  return handler === undefined ? null : [handler, id];
}

/** Answers one request to `/api/v1/…`; `path` is what follows that. */
export async function answerMock(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url ?? '/', 'http://mock');
  const match = matchRoute(request.method ?? 'GET', url.pathname.slice(1));
  const [status, answer] =
    match === null
      ? problem(404, '模拟服务器没有这个地址', url.pathname)
      : match[0](match[1], url.searchParams, Buffer.concat(chunks).toString('utf8'));
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json');
  response.end(status === 204 ? undefined : JSON.stringify(answer));
}
