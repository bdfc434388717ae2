import { card, content, heading, list, page, paragraph, shape, steps, text } from './build.ts'
import type { DemoLesson } from './demo-lesson.ts'

const solarSystem = content(
  page(
    'The planets',
    '#0b1730',
    shape('ellipse', { x: -180, y: 160, width: 400, height: 400 }, '#ffd43b'),
    ...[
      ['Mercury', '#adb5bd', 26],
      ['Venus', '#ffc078', 44],
      ['Earth', '#4dabf7', 46],
      ['Mars', '#ff8787', 34],
      ['Jupiter', '#e8b98a', 120],
      ['Saturn', '#f3d9a4', 100],
      ['Uranus', '#99e9f2', 70],
      ['Neptune', '#5c7cfa', 68],
    ].flatMap(([name, fill, size], index) => [
      shape(
        'ellipse',
        {
          x: 320 + index * 118 - Number(size) / 2,
          y: 360 - Number(size) / 2,
          width: Number(size),
          height: Number(size),
        },
        String(fill),
      ),
      text({ x: 260 + index * 118, y: 450, width: 120, height: 40 }, [paragraph(String(name))], {
        fontSize: 18,
        color: '#dee2e6',
        align: 'center',
      }),
    ]),
    text(
      { x: 280, y: 70, width: 920, height: 150 },
      [heading(1, 'Our Solar System'), paragraph('Eight planets, one star')],
      { color: '#ffffff' },
    ),
  ),
  page(
    'Inner and outer',
    '#ffffff',
    text({ x: 80, y: 50, width: 1120, height: 80 }, [heading(2, 'Rocky worlds and gas giants')], { color: '#1864ab' }),
    card({ x: 80, y: 160, width: 540, height: 440 }, '#fff4e6', [
      heading(3, 'Inner planets'),
      list('Mercury', 'Venus', 'Earth', 'Mars'),
      paragraph('Small, solid, **close to the Sun**.'),
    ]),
    card({ x: 660, y: 160, width: 540, height: 440 }, '#e7f5ff', [
      heading(3, 'Outer planets'),
      list('Jupiter', 'Saturn', 'Uranus', 'Neptune'),
      paragraph('Large, cold, **far from the Sun**.'),
    ]),
  ),
  page(
    'Try it',
    '#f8f9fa',
    text({ x: 80, y: 70, width: 1120, height: 80 }, [heading(2, 'Make a model')], { color: '#1864ab' }),
    text(
      { x: 80, y: 180, width: 1040, height: 360 },
      [
        steps(
          'Take a football as the Sun.',
          'Where would a pea-sized Earth stand? Guess first.',
          'Walk 26 steps: that is the distance to scale.',
          'Now find the place for Neptune. How far is it?',
        ),
      ],
      { fontSize: 30 },
    ),
  ),
)

const plants = content(
  page(
    'Parts of a plant',
    '#ebfbee',
    text({ x: 80, y: 60, width: 700, height: 100 }, [heading(1, 'Parts of a plant')], { color: '#2b8a3e' }),
    shape('rectangle', { x: 960, y: 300, width: 18, height: 260 }, '#2f9e44'),
    shape('ellipse', { x: 870, y: 380, width: 100, height: 50, rotation: 20 }, '#69db7c'),
    shape('ellipse', { x: 970, y: 430, width: 100, height: 50, rotation: -20 }, '#69db7c'),
    shape('star', { x: 880, y: 150, width: 180, height: 180 }, '#faa2c1'),
    shape('ellipse', { x: 945, y: 215, width: 50, height: 50 }, '#ffd43b'),
    shape('rectangle', { x: 780, y: 560, width: 380, height: 160 }, '#a9785b'),
    text(
      { x: 80, y: 200, width: 620, height: 400 },
      [
        list(
          'The **flower** makes seeds.',
          'The **stem** carries water.',
          'The **leaves** make food from light.',
          'The **roots** drink and hold on.',
        ),
      ],
      { fontSize: 32 },
    ),
  ),
  page(
    'Experiment',
    '#ffffff',
    text({ x: 80, y: 60, width: 1120, height: 80 }, [heading(2, 'Two cups, one window')], { color: '#2b8a3e' }),
    card({ x: 80, y: 180, width: 540, height: 340 }, '#fff9db', [
      heading(3, 'In the light'),
      paragraph('Water it every day and draw what you see.'),
    ]),
    card({ x: 660, y: 180, width: 540, height: 340 }, '#e9ecef', [
      heading(3, 'In the dark'),
      paragraph('The same water, but under a box. What do you expect?'),
    ]),
  ),
)

const greetings = content(
  page(
    'Hello!',
    '#fff0f6',
    text({ x: 80, y: 70, width: 1120, height: 120 }, [heading(1, 'Hello! · Xin chào!')], {
      color: '#a61e4d',
      align: 'center',
    }),
    card(
      { x: 140, y: 240, width: 300, height: 160 },
      '#ffdeeb',
      [paragraph('**Good morning**'), paragraph('Chào buổi sáng')],
      { align: 'center' },
    ),
    card({ x: 490, y: 240, width: 300, height: 160 }, '#ffe8cc', [paragraph('**Thank you**'), paragraph('Cảm ơn')], {
      align: 'center',
    }),
    card(
      { x: 840, y: 240, width: 300, height: 160 },
      '#d3f9d8',
      [paragraph('**See you soon**'), paragraph('Hẹn gặp lại')],
      { align: 'center' },
    ),
    text(
      { x: 140, y: 470, width: 1000, height: 140 },
      [paragraph('Say it to the person next to you. Then change places.')],
      { align: 'center', fontSize: 30 },
    ),
  ),
)

/** Lessons in English. */
export const englishLessons: readonly DemoLesson[] = [
  {
    title: 'Our Solar System',
    description: 'From Mercury to Neptune, to scale.',
    level: 'Grade 5',
    topic: 'Science',
    duration: 45,
    author: 'grace',
    shared: 'everyone',
    content: solarSystem,
  },
  {
    title: 'Parts of a plant',
    description: 'What each part does, and an experiment for the window.',
    level: 'Grade 3',
    topic: 'Science',
    duration: 30,
    author: 'grace',
    shared: 'people',
    content: plants,
  },
  {
    title: 'Hello! First words in two languages',
    description: 'Greetings in English and Vietnamese.',
    level: 'Grade 1',
    topic: 'Languages',
    duration: 20,
    author: 'grace',
    shared: 'draft',
    content: greetings,
  },
]
