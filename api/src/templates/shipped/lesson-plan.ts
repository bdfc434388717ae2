import { at, bullets, inBothLanguages, line, page, shape, text } from './build.ts'
import { band, card, jade, mark, SOFT } from './parts.ts'

interface LessonPlanWords {
  plan: string
  note: string
  facts: [head: string, text: string]
  goals: [head: string, ...items: string[]]
  things: [head: string, ...items: string[]]
  before: [head: string, ...items: string[]]
  course: string
  total: string
  columns: [string, string]
  steps: [minutes: string, name: string, teacher: string, pupils: string][]
}

export const lessonPlan = inBothLanguages<LessonPlanWords>({
  slug: 'lesson-plan',
  category: 'planning',
  words: {
    vi: {
      name: 'Kế hoạch bài dạy',
      description: 'Mục tiêu, chuẩn bị và tiến trình bốn bước của một tiết học, trên hai trang.',
      plan: 'Kế hoạch bài dạy',
      note: 'Tên bài học',
      facts: ['Thông tin', '**Môn:** …\n**Lớp:** …\n**Thời lượng:** 40 phút\n**Ngày dạy:** …'],
      goals: ['Sau bài học, học sinh có thể', 'kể lại …', 'giải thích vì sao …', 'vận dụng … vào cuộc sống'],
      things: ['Chuẩn bị', 'Giáo viên: tranh ảnh, phiếu học tập', 'Học sinh: sách, vở, bút màu'],
      before: ['Học sinh đã biết', 'Kiến thức cần nhớ lại: …', 'Chỗ dễ nhầm lẫn: …'],
      course: 'Tiến trình',
      total: '40 phút',
      columns: ['Giáo viên', 'Học sinh'],
      steps: [
        ['5’', 'Khởi động', 'Nêu câu hỏi gợi mở, cho xem một bức tranh.', 'Đoán, chia sẻ điều đã biết.'],
        ['15’', 'Khám phá', 'Giao nhiệm vụ, gợi ý khi các nhóm cần.', 'Quan sát, thảo luận, ghi lại.'],
        ['15’', 'Luyện tập', 'Ra bài theo ba mức độ, nhận xét.', 'Làm bài, đổi vở chữa cho nhau.'],
        ['5’', 'Vận dụng', 'Gắn bài học với một việc ở nhà.', 'Nói một điều mới học được.'],
      ],
    },
    en: {
      name: 'Lesson plan',
      description: 'Aims, materials and the four steps of one lesson, on two pages.',
      plan: 'Lesson plan',
      note: 'Title of the lesson',
      facts: ['At a glance', '**Subject:** …\n**Grade:** …\n**Duration:** 40 minutes\n**Date:** …'],
      goals: ['After the lesson, students can', 'retell …', 'explain why …', 'use … in their own lives'],
      things: ['Materials', 'Teacher: pictures, worksheets', 'Students: book, notebook, colours'],
      before: ['What they know already', 'To be recalled: …', 'Easily mixed up: …'],
      course: 'Course of the lesson',
      total: '40 minutes',
      columns: ['Teacher', 'Students'],
      steps: [
        ['5’', 'Warm-up', 'Asks an open question, shows one picture.', 'Guess, and tell what they know.'],
        ['15’', 'Discover', 'Sets the task, helps groups along.', 'Observe, discuss, take notes.'],
        ['15’', 'Practise', 'Gives exercises of three levels.', 'Solve, swap and check.'],
        ['5’', 'Apply', 'Links it to something at home.', 'Say one thing that was new.'],
      ],
    },
  },
  draw: ({ plan, note, facts, goals, things, before, course, total, columns, steps }) => [
    page(
      plan,
      jade.paper,
      band(jade, plan, note),
      card(at(56, 140, 380, 250), jade, facts[0], facts[1], jade.light),
      card(at(460, 140, 764, 250), jade, goals[0], [bullets(...goals.slice(1))]),
      card(at(56, 414, 572, 240), jade, things[0], [bullets(...things.slice(1))]),
      card(at(652, 414, 572, 240), jade, before[0], [bullets(...before.slice(1))]),
    ),
    page(
      course,
      jade.paper,
      band(jade, course, total),
      text(at(400, 122, 390, 30), `**${columns[0]}**`, { fontSize: 20, color: jade.dark }),
      text(at(824, 122, 390, 30), `**${columns[1]}**`, { fontSize: 20, color: jade.dark }),
      line(at(92, 200, 0, 420), jade.light, { strokeWidth: 6 }),
      steps.flatMap(([minutes, name, teacher, pupils], index) => {
        const y = 164 + index * 132
        return [
          mark(56, y + 22, 72, jade.dark, minutes),
          text(at(150, y + 40, 220, 40), `**${name}**`, { fontSize: 24, color: jade.dark }),
          shape('rectangle', at(384, y, 410, 112), '#ffffff', { radius: 14, stroke: jade.light, strokeWidth: 2 }),
          shape('rectangle', at(814, y, 410, 112), '#ffffff', { radius: 14, stroke: jade.light, strokeWidth: 2 }),
          text(at(404, y + 18, 370, 80), teacher, { fontSize: 19, color: SOFT, verticalAlign: 'middle' }),
          text(at(834, y + 18, 370, 80), pupils, { fontSize: 19, color: SOFT, verticalAlign: 'middle' }),
        ]
      }),
    ),
  ],
})
