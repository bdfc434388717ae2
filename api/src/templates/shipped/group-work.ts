import { at, grouped, inBothLanguages, page, say, shape, steps, text } from './build.ts'
import { band, card, INK, jade, SOFT } from './parts.ts'

interface GroupWords {
  title: string
  note: string
  task: [string, ...string[]]
  time: [string, string]
  roles: [string, [name: string, does: string][]]
  results: string
  group: string
  write: string
}

const groupColors: [string, string][] = [
  ['#dc2626', '#fee4e2'],
  ['#2563eb', '#dde9fe'],
  ['#ca8a04', '#fdf0c4'],
  ['#16a34a', '#d8f5e1'],
]

export const groupWork = inBothLanguages<GroupWords>({
  slug: 'group-work',
  category: 'activity',
  words: {
    vi: {
      name: 'Làm việc nhóm',
      description: 'Nhiệm vụ, thời gian và vai trò trong nhóm; trang thứ hai có chỗ cho bốn nhóm cùng viết.',
      title: 'Làm việc nhóm',
      note: 'Nhóm 4 bạn',
      task: ['Nhiệm vụ', 'Đọc kỹ câu hỏi của nhóm.', 'Mỗi bạn nêu một ý kiến.', 'Thống nhất và viết vào ô của nhóm.'],
      time: ['Thời gian', '10 phút'],
      roles: [
        'Vai trò',
        [
          ['Nhóm trưởng', 'mời từng bạn nói'],
          ['Thư ký', 'ghi lại ý kiến'],
          ['Giữ giờ', 'nhắc thời gian'],
          ['Báo cáo', 'trình bày trước lớp'],
        ],
      ],
      results: 'Kết quả của các nhóm',
      group: 'Nhóm',
      write: 'Viết kết quả của nhóm ở đây.',
    },
    en: {
      name: 'Group work',
      description: 'Task, time and roles; the second page has room for four groups to write at once.',
      title: 'Group work',
      note: 'Groups of four',
      task: ['Task', 'Read your question.', 'Everyone says what they think.', 'Agree, and write it in your box.'],
      time: ['Time', '10 minutes'],
      roles: [
        'Roles',
        [
          ['Leader', 'asks everyone to speak'],
          ['Writer', 'takes notes'],
          ['Timekeeper', 'watches the clock'],
          ['Speaker', 'tells the class'],
        ],
      ],
      results: 'What we found',
      group: 'Group',
      write: 'Write what your group found here.',
    },
  },
  draw: ({ title, note, task, time, roles, results, group, write }) => [
    page(
      title,
      jade.paper,
      band(jade, title, note),
      card(at(56, 136, 820, 250), jade, task[0], [steps(...task.slice(1))]),
      shape('ellipse', at(940, 136, 240, 240), jade.light, { stroke: jade.dark, strokeWidth: 6 }),
      text(at(940, 190, 240, 36), time[0], { fontSize: 20, color: SOFT, align: 'center' }),
      text(at(940, 226, 240, 56), `**${time[1]}**`, { fontSize: 34, color: jade.dark, align: 'center' }),
      text(at(56, 412, 600, 38), `**${roles[0]}**`, { fontSize: 24, color: jade.dark }),
      roles[1].flatMap(([name, does], index) => {
        const x = 56 + index * 297
        const [color, light] = groupColors[index] ?? ['#6b7280', '#f3f4f6']
        return grouped(
          shape('rectangle', at(x, 464, 277, 210), light, { radius: 18 }),
          shape('ellipse', at(x + 113, 486, 50, 50), color),
          shape('ellipse', at(x + 98, 540, 80, 44), color),
          shape('rectangle', at(x + 98, 562, 80, 24), light),
          text(at(x + 12, 574, 253, 36), `**${name}**`, { fontSize: 23, color: INK, align: 'center' }),
          text(at(x + 12, 614, 253, 32), does, { fontSize: 18, color: SOFT, align: 'center' }),
        )
      }),
    ),
    page(
      results,
      jade.paper,
      band(jade, results, title),
      groupColors.flatMap(([color, light], index) => {
        const x = 56 + (index % 2) * 594
        const y = 130 + Math.floor(index / 2) * 286
        return [
          shape('rectangle', at(x, y, 574, 266), '#ffffff', { radius: 18, stroke: color, strokeWidth: 3 }),
          shape('rectangle', at(x + 24, y - 2, 150, 46), color, {
            radius: 14,
            ...say(`**${group} ${index + 1}**`),
            color: '#ffffff',
            fontSize: 20,
          }),
          shape('rectangle', at(x + 14, y + 58, 546, 194), light, { radius: 12, opacity: 0.5 }),
          text(at(x + 32, y + 72, 510, 170), write, { fontSize: 20, color: SOFT }),
        ]
      }),
    ),
  ],
})
