import { createECDH } from 'node:crypto'
import { expect, test } from 'vitest'
import { encryptPush, isPushPublicKey } from '../../src/push/encrypt-push.ts'

const bytes = (text: string) => Buffer.from(text, 'base64url')

test('the example of RFC 8291 (appendix A) has the bytes that it says', () => {
  const sender = createECDH('prime256v1')
  sender.setPrivateKey(bytes('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw'))
  const recipient = {
    p256dh: bytes(
      'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    ),
    auth: bytes('BTBZMqHH6r4Tts7J_aSIgg'),
  }
  const fresh = { sender, salt: bytes('DGv6ra1nlYgDCS1FRnbzlw') }
  const text = 'When I grow up, I want to be a watermelon'
  expect(encryptPush(text, recipient, fresh).toString('base64url')).toBe(
    [
      'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml',
      'mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT',
      'pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
    ].join(''),
  )
})

test('a key that is no point of the curve is told from one that is', () => {
  const browser = createECDH('prime256v1')
  browser.generateKeys()
  expect(isPushPublicKey(browser.getPublicKey())).toBe(true)
  const [format] = browser.getPublicKey()
  expect(isPushPublicKey(Buffer.alloc(65, format))).toBe(false)
  expect(isPushPublicKey(Buffer.alloc(0))).toBe(false)
})
