import { describe, expect, it } from 'vitest'
import { addressFrom, networkOf, proxiesIn } from '../../src/server/accounts/address'

describe('the address of who asks', () => {
  it('is that of the socket, whatever somebody claims', () => {
    expect(addressFrom('10.1.1.1', null, null)).toBe('10.1.1.1')
    expect(addressFrom('10.1.1.1', '192.168.0.9', null)).toBe('10.1.1.1')
    expect(addressFrom('10.1.1.1', '192.168.0.9', proxiesIn('10.1.1.2'))).toBe('10.1.1.1')
    expect(addressFrom('::ffff:10.1.1.1', null, null)).toBe('10.1.1.1')
  })
  it('is what a proxy of ours says, of which what others wrote before is no part', () => {
    const proxies = proxiesIn('127.0.0.1, 10.0.0.0/8, fd00::/8')
    expect(addressFrom('127.0.0.1', '192.168.0.9', proxies)).toBe('192.168.0.9')
    expect(addressFrom('::ffff:127.0.0.1', '1.2.3.4, 192.168.0.9, 10.2.3.4', proxies)).toBe('192.168.0.9')
    expect(addressFrom('fd00::1', '2001:db8::5', proxies)).toBe('2001:db8::5')
    expect(addressFrom('127.0.0.1', null, proxies)).toBe('127.0.0.1')
    expect(addressFrom('127.0.0.1', 'anybody', proxies)).toBe('127.0.0.1')
  })
  it('takes no proxies but addresses and networks', () => {
    for (const list of ['proxy.court', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', '127.0.0.1,', 'true'])
      expect(proxiesIn(list), list).toBeNull()
  })
  it('is counted by whole networks of IPv6', () => {
    expect(networkOf('10.1.1.1')).toBe('10.1.1.1')
    expect(networkOf('2001:DB8:0:7:1::1')).toBe(networkOf('2001:db8::7:aaaa:0:0:1'))
    expect(networkOf('2001:db8:0:7::1')).not.toBe(networkOf('2001:db8:0:8::1'))
    expect(networkOf('fe80::1%eth0')).toBe(networkOf('fe80::2'))
    expect(networkOf('::1')).toBe('0:0:0:0')
  })
})
