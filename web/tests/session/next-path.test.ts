import '../support/browser-window.ts'
import { describe, expect, it } from 'vitest'
import { isOwnPage, loginPath, safeNext } from '../../src/session/next-path.ts'

describe('where one goes after the login', () => {
  it.each(['/lessons/3', '/?q=Ph%C3%A2n&page=2', '/admin?tab=lessons#top', '/lessons/3/view'])('is %s', (path) => {
    const next = new URLSearchParams(loginPath(path).split('?')[1]).get('next')
    expect(safeNext(next)).toBe(path)
  })

  it.each([
    null,
    '',
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    'lessons/3',
    '/login?next=/login',
    '/register',
  ])('is the dashboard for %j', (next) => {
    expect(safeNext(next)).toBe('/')
  })

  it('is loaded as a page of its own when it is the viewer', () => {
    expect(isOwnPage('/lessons/3/view')).toBe(true)
    expect(isOwnPage('/lessons/3/view?page=2')).toBe(true)
    expect(isOwnPage('/lessons/3')).toBe(false)
    expect(isOwnPage('/lessons/3/viewer')).toBe(false)
  })
})
