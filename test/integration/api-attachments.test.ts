// The scan of a letter is kept byte for byte, is what its bytes say and not what its name says, and belongs to the case.
import { API, pathTo } from '@jieban/contracts/api/routes';
import { MAX_ATTACHMENT_BYTES_OF_CASE } from '@jieban/domain/attachment/limits';
import { newId } from '@jieban/runtime/ids';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeUpload } from './access/upload';
import { key, startApi, type ApiUnderTest, type Client, type Json } from './api-harness';

let api: ApiUnderTest;
let intake: Client;
beforeAll(async () => {
  api = await startApi();
  intake = await api.signIn('intake');
});
afterAll(() => api.close());

const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(3000)]);
const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(200)]);
const PROGRAM = Buffer.concat([Buffer.from('MZ'), randomBytes(200)]);

const listUrl = (id: string) => pathTo(API.complaintAttachments, { id });
const fileUrl = (id: string, position: number) => pathTo(API.complaintAttachment, { id, position: String(position) });
function attach(client: Client, id: string, fileName: string, bytes: Uint8Array, under = newId()) {
  const { body, headers } = writeUpload(fileName, bytes);
  return client.send('POST', listUrl(id), body, { ...headers, ...key(under) });
}
const listOf = async (id: string) => (await intake.get(listUrl(id))).json<{ items: Json[] }>().items;

describe('an attachment', () => {
  test('comes back byte for byte, with its own name and the kind that its bytes tell', async () => {
    const { id } = await api.register();
    const added = await attach(intake, id, '张晓明来信.txt', PDF);
    const file = await intake.get(fileUrl(id, 1));

    expect([added.statusCode, added.json()]).toEqual([201, { position: 1 }]);
    expect(await listOf(id)).toMatchObject([
      { position: 1, fileName: '张晓明来信.txt', mediaType: 'application/pdf', size: PDF.byteLength, danger: null },
    ]);
    expect(file.rawPayload.equals(PDF)).toBe(true);
    expect(file.headers['content-type']).toBe('application/pdf');
  });

  test('that a browser may show is shown without any right; nothing on the way keeps it', async () => {
    const { id } = await api.register();
    await attach(intake, id, '照片 (1).png', PNG);
    const { headers } = await intake.get(fileUrl(id, 1));

    expect(headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': `inline; filename="attachment"; filename*=UTF-8''${encodeURIComponent('照片 ')}%281%29.png`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(headers['content-security-policy']).toContain('sandbox');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  test.each([
    ['a program under the name of a scan', '扫描件.pdf', PROGRAM, 'executable'],
    ['an archive', '材料.jpg', Buffer.from('504b030414000000', 'hex'), 'archive'],
    ['a page with script', '回执.png', Buffer.from('<html><script>alert(1)</script>'), null],
  ])('%s is kept, flagged, and never shown in a browser', async (_what, fileName, bytes, danger) => {
    const { id } = await api.register();
    expect((await attach(intake, id, fileName, bytes)).statusCode).toBe(201);
    const file = await intake.get(fileUrl(id, 1));

    expect(await listOf(id)).toMatchObject([{ danger, shownInline: false }]);
    expect(file.headers['content-type']).toBe('application/octet-stream');
    expect(file.headers['content-disposition']).toMatch(/^attachment;/);
    expect(file.rawPayload.equals(bytes)).toBe(true);
  });

  test('sent again is one attachment: under the same key, and under another', async () => {
    const { id } = await api.register();
    const first = await attach(intake, id, '来信.pdf', PDF, 'same-scan');
    const again = await attach(intake, id, '来信.pdf', PDF, 'same-scan');
    const other = await attach(intake, id, '来信(副本).pdf', PDF);

    expect(again.headers['idempotency-replayed']).toBe('true');
    expect([first.json(), again.json(), other.json()]).toEqual([{ position: 1 }, { position: 1 }, { position: 1 }]);
    expect(await listOf(id)).toHaveLength(1);
  });

  test('stands in the history of the case by its place, never by its name', async () => {
    const { id } = await api.register();
    await attach(intake, id, '李小红身份证.pdf', PDF);
    const { history } = (await intake.get(pathTo(API.complaint, { id }))).json<{ history: Json[] }>();

    expect(history.at(-1)).toMatchObject({
      type: 'attachment.added',
      actor: { id: api.people.intake },
      data: { position: 1, mediaType: 'application/pdf', size: PDF.byteLength },
    });
    expect(JSON.stringify(history)).not.toContain('李小红');
    expect(api.log()).not.toContain('李小红');
  });

  test('lies encrypted in the database, its name too', async () => {
    const { id } = await api.register();
    await attach(intake, id, '王小明.pdf', Buffer.from('%PDF-王小明的来信'));
    const [row] = await api.connection.sql<{ name: Buffer; bytes: Buffer }[]>`
      select a.ciphertext as name, b.ciphertext as bytes
      from attachment a join blob b on b.sha256 = a.blob_sha256 where a.complaint_id = ${id}`;

    expect(row?.name.includes('王小明')).toBe(false);
    expect(row?.bytes.includes('王小明')).toBe(false);
  });
});

describe('who reaches it', () => {
  test('the accused find neither the list nor the file, and can add nothing', async () => {
    const { id } = await api.register({
      accused: [{ text: '东城区民政局', unitId: api.units.east, userId: null }],
    });
    await attach(intake, id, '来信.pdf', PDF);
    const accused = await api.signIn('eastIntake');

    expect((await accused.get(listUrl(id))).statusCode).toBe(404);
    expect((await accused.get(fileUrl(id, 1))).statusCode).toBe(404);
    expect((await attach(accused, id, '别的.pdf', PNG)).statusCode).toBe(404);
    expect(await listOf(id)).toHaveLength(1);
  });

  test('an officer who registers a letter against their own unit can still hand its scan over, and sees nothing of it', async () => {
    const officer = await api.signIn('eastIntake');
    const body = {
      clientId: newId(),
      channel: 'letter',
      signedForOn: '2024-05-15',
      subject: '反映窗口推诿',
      content: '三次去都不办。',
      accusedUnitId: api.units.east,
    };
    const registered = await officer.send('POST', API.handRegistrations, body, key(newId()));
    const { complaintId } = registered.json<{ complaintId: string }>();

    expect((await attach(officer, complaintId, '来信.pdf', PDF)).statusCode).toBe(201);
    expect((await officer.get(listUrl(complaintId))).statusCode).toBe(404);
    expect((await officer.get(fileUrl(complaintId, 1))).statusCode).toBe(404);
    expect(await listOf(complaintId)).toHaveLength(1);
  });

  test('that officer has an hour for it; afterwards the case is not there for them', async () => {
    const officer = await api.signIn('eastIntake');
    const { id } = await api.register({
      accused: [{ text: '东城区民政局', unitId: api.units.east, userId: null }],
      registeredBy: api.people.eastIntake,
    });
    api.clock.set(new Date(api.clock.now().getTime() + 61 * 60_000));

    expect((await attach(officer, id, '来信.pdf', PDF)).statusCode).toBe(404);
  });

  test('whoever only reads cases adds nothing', async () => {
    const { id } = await api.register();
    const answer = await attach(await api.signIn('supervisor'), id, '来信.pdf', PDF);

    expect(answer.statusCode).toBe(403);
  });

  test('a place that holds nothing is not there', async () => {
    const { id } = await api.register();

    expect((await intake.get(fileUrl(id, 7))).statusCode).toBe(404);
    expect((await intake.get(`${listUrl(id)}/none`)).statusCode).toBe(400);
  });
});

describe('a file that does not fit', () => {
  test('is refused with what to do when it alone is too large', async () => {
    const { id } = await api.register();
    const answer = await attach(intake, id, '来信.pdf', Buffer.alloc(MAX_ATTACHMENT_BYTES_OF_CASE + 1, 'x'));

    expect(answer.statusCode).toBe(413);
    expect(answer.json<Json>()).toMatchObject({
      code: 'file_too_large',
      title: '文件超过50 MB',
      detail: '本案附件合计不能超过50 MB;请降低扫描分辨率,或分成几个较小的文件',
    });
  });

  test('is refused with how much still fits when the case would hold too much', async () => {
    const { id } = await api.register();
    await attach(intake, id, '第一部分.pdf', Buffer.alloc(MAX_ATTACHMENT_BYTES_OF_CASE - 2 * 1024 * 1024, 'x'));
    const answer = await attach(intake, id, '第二部分.pdf', Buffer.alloc(3 * 1024 * 1024, 'y'));

    expect(answer.statusCode).toBe(413);
    expect(answer.json<Json>()).toMatchObject({
      code: 'attachments_too_large',
      detail: '本案附件合计不能超过50 MB,已有48.0 MB,还可添加2.0 MB;请降低扫描分辨率后重试',
    });
    expect(await listOf(id)).toHaveLength(1);
  });

  test('is refused when it is empty, missing, or no file at all', async () => {
    const { id } = await api.register();
    const nothing = await attach(intake, id, '来信.pdf', new Uint8Array());
    const json = await intake.send('POST', listUrl(id), { file: 'x' }, key(newId()));

    expect([nothing.statusCode, nothing.json<{ errors: Json[] }>().errors]).toEqual([
      400,
      [{ field: 'file', message: '文件是空的,请重新选择' }],
    ]);
    expect(json.statusCode).toBe(415);
  });
});
