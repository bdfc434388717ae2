import { describe, expect, it } from 'vitest'
import { addressOfView, queryOfView, viewOfAddress } from '../../src/dashboard/list-view.ts'

const show = (address: string) => viewOfAddress(new URLSearchParams(address))

describe('the address of the dashboard', () => {
  it('is empty for what goes without saying', () => {
    expect(addressOfView(show('')).toString()).toBe('')
  })

  it.each([
    'q=Ph%C3%A2n+s%E1%BB%91&status=draft',
    'view=trash&page=3',
    'view=favourites',
    'folder=12&sort=-title',
    'level=L%E1%BB%9Bp+5&topic=To%C3%A1n&sort=title',
  ])('keeps %s', (address) => {
    expect(addressOfView(show(address)).toString()).toBe(address)
  })

  it.each([
    'page=0',
    'page=-1',
    'page=1.5',
    'page=x',
    'status=gone',
    'sort=random',
    'page=1e30',
    'view=nowhere',
    'folder=x',
    'folder=0',
  ])('does not take %s at its word', (address) => {
    expect(addressOfView(show(address)).toString()).toBe('')
  })

  it('asks the server for that page', () => {
    expect(queryOfView(show('page=3&q=a'))).toMatchObject({ skip: 48, limit: 24, search: 'a', trash: undefined })
  })
})
