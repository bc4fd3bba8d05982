import { BlockList, isIP } from 'node:net'

// What isn't the public internet (IANA's registries of special addresses).
const special = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  special.addSubnet(network, bits, 'ipv4')

// All that is public begins with 001; of that, these are tunnels, through which any IPv4 can be named, and examples.
const publicV6 = new BlockList()
publicV6.addSubnet('2000::', 3, 'ipv6')
const specialV6 = new BlockList()
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  specialV6.addSubnet(network, bits, 'ipv6')

/** Whether an address is one of the public internet: not of this machine, nor of a network around it. */
export function isPublicAddress(address: string): boolean {
  if (!address.includes(':')) return !special.check(address, 'ipv4')
  return publicV6.check(address, 'ipv6') && !specialV6.check(address, 'ipv6')
}

/** The address that a URL's host name is itself; undefined for a name. URL has made any spelling the usual one. */
export function readLiteralAddress(hostname: string): string | undefined {
  const address = hostname.replace(/^\[|\]$/g, '')
  return isIP(address) === 0 ? undefined : address
}
