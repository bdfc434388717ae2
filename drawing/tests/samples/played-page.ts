/** Videos with and without a poster, recordings, and small ones. */
import type { AudioElement, LessonPage, VideoElement } from '@anawim/lesson'
import { page } from './builders.ts'

let made = 0

const video = (x: number, y: number, rest: Partial<VideoElement> = {}): VideoElement => ({
  id: `v${++made}`,
  kind: 'video',
  mediaId: 1,
  src: '/media/cccccccccccccccccccccc/video.webm',
  title: '',
  x,
  y,
  width: 190,
  height: 120,
  rotation: 0,
  ...rest,
})

const audio = (x: number, y: number, rest: Partial<AudioElement> = {}): AudioElement => ({
  id: `a${++made}`,
  kind: 'audio',
  mediaId: 2,
  src: '/media/dddddddddddddddddddddd/audio.mp3',
  title: '',
  x,
  y,
  width: 290,
  height: 64,
  rotation: 0,
  ...rest,
})

export const playedPage = (picture: string, missing: string): LessonPage =>
  page([
    video(20, 15, { poster: picture, duration: 83, title: 'Không thấy, vì có ảnh' }),
    video(225, 15, { title: 'Lá cây thở như thế nào? Một thí nghiệm', duration: 4_000 }),
    video(430, 15, { poster: missing, width: 90, height: 120 }),
    video(535, 15, { poster: picture, width: 60, height: 40, duration: 5, flipX: true }),
    video(545, 80, { width: 16, height: 12 }),
    audio(20, 155, { title: 'Bài hát “Quê hương”', duration: 205 }),
    audio(330, 155, { duration: 7 }),
    audio(20, 235, { title: 'Một tên rất dài, không đủ chỗ trên một dòng nên bị cắt', duration: 61.4, height: 96 }),
    audio(330, 235, { title: 'Thấp', duration: 12, height: 32 }),
    audio(330, 285, { width: 48, height: 48 }),
    audio(420, 285, { title: 'Nghiêng', width: 180, height: 52, rotation: 10 }),
  ])
