import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { passwordLength } from '../web/src/auth/rules/profile-rules.ts'

// Rebuilds web/src/auth/rules/common-passwords.json, after the least length of a password has changed:
//
//     git clone https://github.com/dropbox/zxcvbn
//     node scripts/make-common-passwords.ts zxcvbn/data/passwords.txt
//
// The source is zxcvbn's list of the 47,000 most common passwords; those long enough for us are kept.

const [path] = process.argv.slice(2)
if (!path) throw new Error("The path of zxcvbn's data/passwords.txt was expected as an argument.")
const passwords = readFileSync(path, 'utf8')
  .split('\n')
  // A line: the password, spaces, how often it was found.
  .map((line) => line.trim().split(/\s+/)[0]?.toLowerCase() ?? '')
  .filter((password) => password.length >= passwordLength.min)
const list = {
  source: 'https://github.com/dropbox/zxcvbn/blob/67c4ece/data/passwords.txt',
  licence: 'MIT, Copyright (c) 2012-2016 Dan Wheeler and Dropbox, Inc.',
  passwords: [...new Set(passwords)].sort(),
}
const target = join(import.meta.dirname, '../web/src/auth/rules/common-passwords.json')
writeFileSync(target, `${JSON.stringify(list, null, 2)}\n`)
console.log(`${list.passwords.length} passwords are in ${target}`)
