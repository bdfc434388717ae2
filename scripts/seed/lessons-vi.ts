import { card, content, heading, list, page, paragraph, shape, steps, text } from './build.ts'
import type { DemoLesson } from './demo-lesson.ts'
import { photosynthesis } from './photosynthesis.ts'

const waterCycle = content(
  page(
    'Mở đầu',
    '#e7f5ff',
    shape('ellipse', { x: 1010, y: 50, width: 180, height: 180 }, '#ffd43b'),
    shape('ellipse', { x: 700, y: 120, width: 240, height: 90 }, '#ffffff'),
    shape('ellipse', { x: 800, y: 90, width: 200, height: 110 }, '#ffffff'),
    shape('triangle', { x: 720, y: 330, width: 360, height: 270 }, '#8ce99a'),
    shape('triangle', { x: 900, y: 280, width: 340, height: 320 }, '#51cf66'),
    shape('rectangle', { x: 0, y: 590, width: 1280, height: 130 }, '#4dabf7'),
    text(
      { x: 80, y: 150, width: 580, height: 220 },
      [heading(1, 'Vòng tuần hoàn của nước'), paragraph('Khoa học tự nhiên · Lớp 4')],
      { color: '#1864ab' },
    ),
    text(
      { x: 80, y: 400, width: 560, height: 120 },
      [paragraph('Nước đi đâu sau cơn mưa? Hôm nay chúng ta đi theo **một giọt nước**.')],
      { fontSize: 28 },
    ),
  ),
  page(
    'Bốn bước',
    '#ffffff',
    text({ x: 80, y: 50, width: 1120, height: 80 }, [heading(2, 'Bốn bước của vòng tuần hoàn')], { color: '#1864ab' }),
    card({ x: 80, y: 170, width: 260, height: 380 }, '#fff3bf', [
      heading(3, '1. Bay hơi'),
      paragraph('Mặt trời làm nóng nước ở sông, hồ và biển. Nước biến thành **hơi nước**.'),
    ]),
    card({ x: 366, y: 170, width: 260, height: 380 }, '#e5dbff', [
      heading(3, '2. Ngưng tụ'),
      paragraph('Lên cao, hơi nước gặp lạnh, tụ lại thành những giọt rất nhỏ: đó là **mây**.'),
    ]),
    card({ x: 652, y: 170, width: 260, height: 380 }, '#d0ebff', [
      heading(3, '3. Mưa'),
      paragraph('Các giọt nước lớn dần, nặng dần và rơi xuống thành **mưa**.'),
    ]),
    card({ x: 938, y: 170, width: 260, height: 380 }, '#d3f9d8', [
      heading(3, '4. Dòng chảy'),
      paragraph('Nước mưa chảy ra suối, ra sông rồi **trở về biển**.'),
    ]),
    text({ x: 80, y: 600, width: 1120, height: 60 }, [paragraph('Rồi mọi thứ lại bắt đầu từ đầu.')], {
      align: 'center',
      color: '#495057',
    }),
  ),
  page(
    'Câu hỏi',
    '#fff9db',
    text({ x: 80, y: 70, width: 1120, height: 80 }, [heading(2, 'Em hãy trả lời')], { color: '#e67700' }),
    text(
      { x: 80, y: 190, width: 760, height: 320 },
      [
        steps(
          'Vì sao quần áo phơi nắng thì mau khô?',
          'Mây được tạo thành từ đâu?',
          'Nếu không có mặt trời thì vòng tuần hoàn có xảy ra không?',
        ),
      ],
      { fontSize: 30 },
    ),
    shape('star', { x: 940, y: 230, width: 220, height: 220, rotation: 12 }, '#ffd43b'),
  ),
)

const fractions = content(
  page(
    'Phân số',
    '#f3f0ff',
    text({ x: 80, y: 60, width: 1120, height: 90 }, [heading(1, 'Phân số: một phần của một tổng thể')], {
      color: '#5f3dc4',
    }),
    text(
      { x: 80, y: 190, width: 560, height: 260 },
      [
        paragraph('Cái bánh được chia thành **4 phần bằng nhau**.'),
        paragraph('Bạn An ăn 1 phần, vậy An đã ăn **1/4** cái bánh.'),
      ],
      { fontSize: 30 },
    ),
    shape('rectangle', { x: 720, y: 200, width: 220, height: 160 }, '#ffa94d'),
    shape('rectangle', { x: 950, y: 200, width: 220, height: 160 }, '#ffe8cc'),
    shape('rectangle', { x: 720, y: 370, width: 220, height: 160 }, '#ffe8cc'),
    shape('rectangle', { x: 950, y: 370, width: 220, height: 160 }, '#ffe8cc'),
    text({ x: 720, y: 240, width: 220, height: 80 }, [paragraph('**1/4**')], { align: 'center', fontSize: 44 }),
  ),
  page(
    'Luyện tập',
    '#ffffff',
    text({ x: 80, y: 60, width: 1120, height: 80 }, [heading(2, 'Luyện tập')], { color: '#5f3dc4' }),
    text(
      { x: 80, y: 170, width: 1120, height: 360 },
      [
        list(
          'Tô màu **2/3** của một dải giấy có 6 ô.',
          'So sánh **1/2** và **2/4**: phần nào lớn hơn?',
          'Viết phân số chỉ số học sinh nữ của lớp em.',
        ),
      ],
      { fontSize: 30 },
    ),
  ),
)

const hanoi = content(
  page(
    'Thăng Long',
    '#fff5f5',
    shape('rectangle', { x: 0, y: 0, width: 1280, height: 16 }, '#c92a2a'),
    text(
      { x: 80, y: 110, width: 900, height: 200 },
      [heading(1, 'Thăng Long – Hà Nội'), paragraph('Từ Chiếu dời đô năm 1010 đến hôm nay')],
      { color: '#c92a2a' },
    ),
    shape('diamond', { x: 1010, y: 130, width: 160, height: 160 }, '#ffd43b'),
    text(
      { x: 80, y: 380, width: 1000, height: 200 },
      [
        paragraph(
          'Năm **1010**, vua **Lý Thái Tổ** dời đô từ Hoa Lư ra thành Đại La và đổi tên là **Thăng Long**: rồng bay lên.',
        ),
      ],
      { fontSize: 30 },
    ),
  ),
  page(
    'Các mốc thời gian',
    '#ffffff',
    text({ x: 80, y: 60, width: 1120, height: 80 }, [heading(2, 'Các mốc thời gian')], { color: '#c92a2a' }),
    shape('rectangle', { x: 100, y: 352, width: 1080, height: 6 }, '#ced4da'),
    ...[
      ['1010', 'Dời đô về Thăng Long'],
      ['1070', 'Dựng Văn Miếu'],
      ['1831', 'Mang tên Hà Nội'],
      ['1945', 'Tuyên ngôn Độc lập'],
    ].flatMap(([year = '', event = ''], index) => [
      shape('ellipse', { x: 180 + index * 270, y: 335, width: 40, height: 40 }, '#c92a2a'),
      text({ x: 90 + index * 270, y: 250, width: 220, height: 60 }, [heading(3, year)], { align: 'center' }),
      text({ x: 90 + index * 270, y: 400, width: 220, height: 90 }, [paragraph(event)], { align: 'center' }),
    ]),
  ),
)

/** Lessons in Vietnamese. */
export const vietnameseLessons: readonly DemoLesson[] = [
  {
    title: 'Quang hợp',
    description: 'Cây lớn lên từ đâu: tế bào lá, phương trình và một thí nghiệm. Có từ tiếng Anh.',
    level: 'Lớp 7',
    topic: 'Khoa học tự nhiên',
    duration: 45,
    author: 'lan',
    shared: 'everyone',
    content: photosynthesis,
  },
  {
    title: 'Vòng tuần hoàn của nước',
    description: 'Nước đi từ biển lên mây rồi trở về.',
    level: 'Lớp 4',
    topic: 'Khoa học',
    duration: 35,
    author: 'lan',
    shared: 'everyone',
    content: waterCycle,
  },
  {
    title: 'Phân số đầu tiên của em',
    description: 'Chia bánh và so sánh các phần.',
    level: 'Lớp 3',
    topic: 'Toán',
    duration: 40,
    author: 'lan',
    shared: 'people',
    content: fractions,
  },
  {
    title: 'Thăng Long – Hà Nội',
    description: 'Một nghìn năm lịch sử trên một dòng thời gian.',
    level: 'Lớp 5',
    topic: 'Lịch sử',
    duration: 45,
    author: 'lan',
    shared: 'draft',
    content: hanoi,
  },
]
