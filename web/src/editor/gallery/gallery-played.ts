import type { LessonElement } from '@anawim/lesson'

const film = { kind: 'video', mediaId: 0, src: '/media/0000000000000000000000/missing.webm', rotation: 0 } as const
const sound = { kind: 'audio', mediaId: 0, src: '/media/0000000000000000000000/missing.mp3', rotation: 0 } as const
const poster = '/media/0000000000000000000000/poster.webp'

export const galleryPlayed: LessonElement[] = [
  { ...film, id: 'film', title: 'How leaves breathe', duration: 83, x: 60, y: 60, width: 480, height: 270 },
  { ...film, id: 'film-poster', title: 'Its poster is missing', poster, x: 600, y: 60, width: 320, height: 180 },
  { ...film, id: 'film-turned', title: '', x: 980, y: 80, width: 220, height: 140, rotation: 12 },
  { ...film, id: 'film-small', title: 'Small', x: 600, y: 270, width: 80, height: 60 },
  { ...sound, id: 'sound', title: 'A song of home', duration: 205, x: 60, y: 380, width: 480, height: 72 },
  { ...sound, id: 'sound-untitled', title: '', duration: 7, x: 600, y: 380, width: 320, height: 72 },
  { ...sound, id: 'sound-low', title: 'Low', duration: 61, x: 60, y: 490, width: 320, height: 36 },
  { ...sound, id: 'sound-square', title: 'Only the sign', x: 600, y: 490, width: 64, height: 64 },
  { ...sound, id: 'sound-locked', title: 'Locked', x: 720, y: 490, width: 300, height: 64, locked: true },
]
