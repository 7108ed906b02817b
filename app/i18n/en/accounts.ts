import type { accounts as source } from "../zh/accounts.ts";

export const accounts: typeof source = {
  roles: {
    officer: "Officer",
    approver: "Approver",
    opener: "Opener",
    panel: "Panel member",
    finance: "Finance",
    supervisor: "Supervisor",
    community_worker: "Community worker",
    manager: "Organization manager",
    worker: "Service worker",
    resident: "Resident",
    operator: "Platform operator",
  },
  signIn: {
    title: "Sign in",
    lead: "Residents sign in with their phone number; offices and organizations with their own account.",
    account: "Phone number or account",
    password: "Password",
    submit: "Sign in",
    forgotten: "Forgotten your password? Call us: we check who you are and set a new one at once.",
    register: "Register a social organization",
    registerNote:
      "To deliver services for the street, register here first. Once verified, you can bid.",
  },
  demo: {
    title: "Demo accounts",
    lead: (password: string) =>
      `These people are invented. Everybody’s password is ${password}. Press “Enter” to sign in as one of them.`,
    passphrase: (passphrase: string) =>
      `Both openers’ passphrase is “${passphrase}”; every resident’s PIN is 2580.`,
    who: "Name",
    roles: "Roles",
    account: "Account",
    enter: "Enter",
    enterAs: (name: string) => `Enter as ${name}`,
    empty: "The demo street is still being built. Please refresh in a moment.",
  },
};
