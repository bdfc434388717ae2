import { inBothLanguages, page } from './build.ts'

export const blank = inBothLanguages<{ page: string }>({
  slug: 'blank',
  category: 'other',
  words: {
    vi: { name: 'Trang trắng', description: 'Một trang giấy trắng để bắt đầu theo cách của bạn.', page: 'Trang 1' },
    en: { name: 'Blank', description: 'One empty page, to begin in your own way.', page: 'Page 1' },
  },
  draw: (words) => [page(words.page, '#ffffff')],
})
