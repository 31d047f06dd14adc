import type { Mail } from "../adapters/mail.ts";
import type { Language } from "./language.ts";

type Words = (code: string, origin: string) => Omit<Mail, "to">;

const signIn: Record<Language, Words> = {
  en: (code, origin) => ({
    subject: `${code} is your Parley code`,
    text: `Sign in to Parley at ${origin} with this code:\n\n    ${code}\n\nIt works once, within ten minutes. If you did not ask for it, nothing happens: leave it be.\n`,
  }),
  vi: (code, origin) => ({
    subject: `${code} là mã Parley của bạn`,
    text: `Đăng nhập vào Parley tại ${origin} bằng mã này:\n\n    ${code}\n\nMã dùng được một lần, trong mười phút. Nếu bạn không yêu cầu mã này thì không có gì xảy ra: cứ bỏ qua.\n`,
  }),
  ar: (code, origin) => ({
    subject: `رمز Parley الخاص بك هو ${code}`,
    text: `سجّل الدخول إلى Parley على ${origin} بهذا الرمز:\n\n    ${code}\n\nيعمل مرة واحدة خلال عشر دقائق. إن لم تطلبه فلن يحدث شيء: تجاهله.\n`,
  }),
};

const verify: Record<Language, Words> = {
  en: (code, origin) => ({
    subject: `${code} confirms your address for Parley`,
    text: `Confirm this address for your account at ${origin} with this code:\n\n    ${code}\n\nIt works within ten minutes. If you did not ask for it, someone mistyped an address: leave it be.\n`,
  }),
  vi: (code, origin) => ({
    subject: `${code} xác nhận địa chỉ của bạn cho Parley`,
    text: `Xác nhận địa chỉ này cho tài khoản của bạn tại ${origin} bằng mã này:\n\n    ${code}\n\nMã dùng được trong mười phút. Nếu bạn không yêu cầu mã này thì ai đó đã gõ nhầm địa chỉ: cứ bỏ qua.\n`,
  }),
  ar: (code, origin) => ({
    subject: `${code} يؤكد عنوانك في Parley`,
    text: `أكّد هذا العنوان لحسابك على ${origin} بهذا الرمز:\n\n    ${code}\n\nيعمل خلال عشر دقائق. إن لم تطلبه فقد أخطأ أحدهم في كتابة عنوان: تجاهله.\n`,
  }),
};

type Told = { email: string; code: string; origin: string; language: Language };

export const signInMail = (told: Told): Mail => mailOf(signIn, told);
export const verifyMail = (told: Told): Mail => mailOf(verify, told);

function mailOf(words: Record<Language, Words>, { email, code, origin, language }: Told): Mail {
  return { to: email, ...words[language](`${code.slice(0, 3)} ${code.slice(3)}`, origin) };
}
