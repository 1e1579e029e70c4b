import { describe, expect, test } from 'vitest';
import { mailDocument } from './original-mail-document';

describe('the original mail in its frame', () => {
  test('stands behind a policy that loads nothing, before any word of the mail', () => {
    const document = mailDocument('<meta http-equiv="Content-Security-Policy" content="default-src *"><p>正文</p>');

    expect(document.indexOf("default-src 'none'")).toBeGreaterThan(0);
    expect(document.indexOf("default-src 'none'")).toBeLessThan(document.indexOf('default-src *'));
    expect(document).not.toMatch(/img-src[^;]*(https?:|\*)/);
  });
});
