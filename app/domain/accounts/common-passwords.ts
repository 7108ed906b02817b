/** The passwords that are tried first, from published lists of leaked ones and from habits in Chinese. */
const common = new Set(
  `12345678 123456789 1234567890 87654321 987654321 0123456789 11111111 00000000 88888888 66666666 99999999
  12341234 11223344 123123123 147258369 password passw0rd password1 password123 p@ssw0rd iloveyou sunshine princess
  football baseball superman trustno1 welcome1 letmein1 whatever computer internet qwertyui qwerty123 qwertyuiop
  1qaz2wsx 1q2w3e4r 1q2w3e4r5t qazwsxedc asdfghjk asdfghjkl zxcvbnm1 zxcvbnm123 abcd1234 abc12345 abcdefgh a1234567
  a12345678 a123456789 aa123456 aa12345678 admin123 admin888 administrator woaini1314 woaini520 woaini123 5201314520
  52013145 13145200 zhongguo beijing1 woaiwojia changeme test1234 testtest jiefang1 jiefang123 jiedaoban shequ123`
    .trim()
    .split(/\s+/),
);

/** Whether the password is among the first that anybody would try, or is made of what everybody knows of the account. */
export function isCommonPassword(password: string, knownWords: readonly string[] = []): boolean {
  const plain = password.trim().toLowerCase();
  const known = knownWords
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word.length > 3);
  return (
    common.has(plain) || isRepeated(plain) || known.some((word) => saysLittleMore(plain, word))
  );
}

/** One character, or two in turn, over and over. */
const isRepeated = (text: string) => /^(.{1,2})\1+$/.test(text);

const saysLittleMore = (text: string, word: string) =>
  text.includes(word) && text.length - word.length < 4;
