import type { RoleName } from '@anawim/lesson'

/** Subject and body of a mail. `%ORIGIN%` becomes the address of this server when it is sent, or shown to an admin. */
export interface MailText {
  subject: string
  body: string
}

type Language = 'vi' | 'en'

/** The link to a new password, for who forgot theirs. What follows `#` is never sent to a server, so it stands in no log. */
export function resetMail(
  language: Language,
  { name, token, minutes }: { name: string | null; token: string; minutes: number },
): MailText {
  const link = `%ORIGIN%/reset-password#${token}`
  if (language === 'en') {
    return {
      subject: 'A new password for Anawim',
      body: `Hello${name === null ? '' : ` ${name}`},\n\nsomebody, probably you, asked for a new password for your Anawim account. Choose one here, within ${minutes} minutes:\n\n${link}\n\nThe link works once. If it was not you, do nothing: your password stays as it is.\n`,
    }
  }
  return {
    subject: 'Đặt lại mật khẩu Anawim',
    body: `Chào ${name ?? 'bạn'},\n\ncó người, có lẽ là bạn, vừa yêu cầu đặt lại mật khẩu cho tài khoản Anawim của bạn. Hãy chọn mật khẩu mới tại đây trong vòng ${minutes} phút:\n\n${link}\n\nLiên kết chỉ dùng được một lần. Nếu không phải bạn yêu cầu, bạn không cần làm gì: mật khẩu vẫn giữ nguyên.\n`,
  }
}

const roleNames: Record<Language, Record<RoleName, string>> = {
  vi: { admin: 'quản trị viên', teacher: 'giáo viên', student: 'học sinh' },
  en: { admin: 'an administrator', teacher: 'a teacher', student: 'a student' },
}

/** The link of an invitation. `by`: the name of who invites. */
export function invitationMail(
  language: Language,
  { by, role, token, days }: { by: string; role: RoleName; token: string; days: number },
): MailText {
  const link = `%ORIGIN%/invitation#${token}`
  const roleName = roleNames[language][role]
  if (language === 'en') {
    return {
      subject: `${by} invites you to Anawim`,
      body: `Hello,\n\n${by} invites you to Anawim as ${roleName}: make lessons together and teach with them, live. Make your account here, within ${days} days:\n\n${link}\n`,
    }
  }
  return {
    subject: `${by} mời bạn dùng Anawim`,
    body: `Chào bạn,\n\n${by} mời bạn tham gia Anawim với vai trò ${roleName}: cùng soạn bài giảng và dạy trực tiếp. Hãy tạo tài khoản tại đây trong vòng ${days} ngày:\n\n${link}\n`,
  }
}
