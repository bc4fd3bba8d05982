import { writeMail } from '@tend/server/mail/mail'
import { expect, test } from 'vitest'
import { emailChangeMail, verificationMail } from './mails.ts'

test('a mail says the same in text and in HTML', () => {
  const mail = verificationMail('ada@example.com', 'https://tend.example/verify-email?a=1&token=x')
  expect(mail.text).toContain('https://tend.example/verify-email?a=1&token=x')
  expect(mail.html).toContain('href="https://tend.example/verify-email?a=1&amp;token=x"')
  for (const form of [mail.text, mail.html]) expect(form).toContain('one hour')
})

test('what people wrote can’t become part of a mail’s HTML', () => {
  const mail = emailChangeMail('ada@example.com', '"><img/src=x>@evil.example', 'https://t.example')
  expect(mail.html).not.toContain('<img')
  expect(mail.html).toContain('&quot;&gt;&lt;img/src=x&gt;@evil.example')
})

test('a mail loads nothing from anywhere', () => {
  const { html } = writeMail({
    kind: 'test',
    to: 'ada@example.com',
    subject: 'Hello',
    paragraphs: ['Hello.'],
    action: { label: 'Open', url: 'https://tend.example' },
  })
  expect(html).not.toMatch(/<(?:img|link|script|iframe)|\ssrc=|url\(/)
})
