import { once } from "node:events";
import net from "node:net";
import { afterEach, expect, test } from "vitest";
import { openMail } from "./mail.server.ts";

const servers: net.Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A mail server of our own that answers as SMTP asks, keeps what it gets, and says to a recipient what it is told to. */
async function startSmtp(toRecipient = "250 ok") {
  const got: string[] = [];
  const server = net.createServer((socket) => {
    let data: string | undefined;
    const answer = (line: string) => {
      if (data !== undefined) {
        if (line !== ".") {
          data += `${line}\n`;
          return;
        }
        got.push(data);
        data = undefined;
        socket.write("250 kept\r\n");
      } else if (/^DATA/i.test(line)) {
        data = "";
        socket.write("354 go on\r\n");
      } else if (/^RCPT/i.test(line)) socket.write(`${toRecipient}\r\n`);
      else if (/^QUIT/i.test(line)) socket.end("221 bye\r\n");
      else socket.write("250 ok\r\n");
    };
    let rest = "";
    socket.write("220 test\r\n");
    socket.on("data", (bytes) => {
      const lines = (rest + bytes.toString("utf8")).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) answer(line);
    });
  });
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as net.AddressInfo;
  return { got, url: `smtp://127.0.0.1:${port}` };
}

const settings = { mailFrom: "no-reply@jiefang.example", publicUrl: "https://jiefang.example" };
const mail = {
  id: "0190a0c0-0000-7000-8000-000000000001",
  to: "chenli@example.cn",
  subject: "投标回执",
  text: "您的投标已密封收下。\n",
};

test("a letter reaches the mail server, under the number that it keeps when it is sent again", async () => {
  const { got, url } = await startSmtp();
  const port = openMail({ ...settings, mailUrl: url });
  expect(await port?.send(mail)).toBeUndefined();
  expect(got[0]).toContain(`Message-ID: <${mail.id}@jiefang.example>`);
  expect(got[0]).toContain("To: chenli@example.cn");
  expect(got[0]).toContain("From: no-reply@jiefang.example");
});

test("a mailbox that does not exist is told apart from one that is full for now", async () => {
  const gone = openMail({ ...settings, mailUrl: (await startSmtp("550 no such user")).url });
  expect(await gone?.send(mail)).toEqual({ words: "EENVELOPE RCPT TO 550", forGood: true });
  const full = openMail({ ...settings, mailUrl: (await startSmtp("452 full")).url });
  expect(await full?.send(mail)).toMatchObject({ forGood: false });
});

test("a mail server that is away is a problem for now, and its words hold nothing of the letter", async () => {
  const { url } = await startSmtp();
  for (const server of servers.splice(0)) server.close();
  const problem = await openMail({ ...settings, mailUrl: url })?.send(mail);
  expect(problem?.forGood).toBe(false);
  expect(problem?.words).not.toContain("chenli");
});

test("without a mail server there is no port", () => {
  expect(openMail({ ...settings, mailUrl: undefined })).toBeUndefined();
});
