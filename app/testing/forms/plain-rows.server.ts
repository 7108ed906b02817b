import { paths } from "#app/paths.ts";
import { newId } from "#app/values/id.ts";
import { makeCommunityWorker, makeManager, makeOperator } from "#db/seed/factories/accounts.ts";
import type { PlainRow } from "./plain-row.ts";

const elsewhere = ["https://example.com/", "//example.com/", "/\\example.com", "\u0000"] as const;

export const plainRows: PlainRow[] = [
  {
    route: "routes/account/preferences.tsx",
    reason: "what cannot be chosen is not chosen; nothing there is worth an error page",
    tries: async () => {
      const address = paths.preferences();
      const absurd = { language: "xx", elder: "9".repeat(30) };
      const tries = elsewhere.map((from) => [
        `back to ${JSON.stringify(from)}`,
        { address, fields: { ...absurd, from }, status: 303, to: paths.home },
      ]);
      return Object.fromEntries(tries);
    },
  },
  {
    route: "routes/account/sign-out.tsx",
    reason: "a button; nobody signed in is signed out already",
    tries: async () => ({
      "nobody signed in": { address: paths.signOut, status: 303, to: paths.home },
    }),
  },
  {
    route: "routes/community/proxy-end.tsx",
    reason: "a button; where no proxy session runs, none is ended",
    tries: async () => {
      const address = paths.community.endProxy;
      const { userId: who } = await makeCommunityWorker();
      const { userId: manager } = await makeManager();
      return {
        "without a session": { who, address, status: 303, to: paths.community.home },
        "of somebody else": { who: manager, address, status: 403 },
      };
    },
  },
  {
    route: "routes/demo/clock.tsx",
    reason: "three buttons of the demo; an address that knows no other word",
    tries: async () => {
      const address = paths.demo.clock;
      return {
        "no word": { address, status: 404 },
        "another word": { address, fields: { to: "-1d" }, status: 404 },
      };
    },
  },
  {
    route: "routes/platform/sending.tsx",
    reason: "a button; a letter that was not given up is not sent again",
    tries: async () => {
      const { userId: who } = await makeOperator();
      const { userId: manager } = await makeManager();
      const address = paths.platform.sending(newId());
      return {
        "a letter that is none": { who, address, status: 303, to: paths.platform.mail },
        "an id that is none": { who, address: paths.platform.sending("x"), status: 404 },
        "of somebody else": { who: manager, address, status: 403 },
      };
    },
  },
  {
    route: "routes/organization/searches/notices.tsx",
    reason: "a button that knows on and off",
    tries: async () => {
      const { userId: who } = await makeManager();
      const address = paths.organization.searchNotices(newId());
      return {
        "another word": { who, address, fields: { notify: "x" }, status: 400 },
        "a search that is none of hers": { who, address, fields: { notify: "on" }, status: 404 },
      };
    },
  },
];
