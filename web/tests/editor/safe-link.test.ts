import { expect, test } from 'vitest'
import { safeLink } from '../../src/editor/text/safe-link.ts'

test.each([
  ['truong.edu.vn', 'https://truong.edu.vn'],
  [' http://192.168.1.5:8000/bai ', 'http://192.168.1.5:8000/bai'],
  ['truong.lan:8000/bai', 'https://truong.lan:8000/bai'],
  ['lan@truong.vn', 'mailto:lan@truong.vn'],
  ['HTTPS://vi.wikipedia.org/wiki/Lá', 'HTTPS://vi.wikipedia.org/wiki/Lá'],
])('%s is followed as %s', (typed, href) => {
  expect(safeLink(typed)).toBe(href)
})

test.each(['', '   ', 'javascript:alert(1)', 'JavaScript:alert(1)', 'data:text/html,x', 'file:///etc', 'hai từ'])(
  '%j is no address to follow',
  (typed) => {
    expect(safeLink(typed)).toBeNull()
  },
)
