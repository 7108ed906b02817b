/** Every address in the app, so that no link is spelled by hand. */
export const paths = {
  home: "/",
  services: "/services",
  tenders: "/tenders",
  contracts: "/contracts",
  organizations: "/organizations",
  audit: "/audit",

  signIn: (from?: string) => withFrom("/sign-in", from),
  signOut: "/sign-out",
  /** Where a social organization registers. */
  register: "/register",
  /** Leads everybody to the first page of her own role. */
  my: "/my",
  preferences: (from?: string) => withFrom("/preferences", from),

  resident: { home: "/me" },

  community: { home: "/community" },

  organization: { home: "/org" },

  work: { home: "/work" },

  office: { home: "/office" },

  platform: { home: "/platform" },

  demo: { clock: "/demo/clock" },
};

function withFrom(path: string, from: string | undefined): string {
  return from ? `${path}?${new URLSearchParams({ from })}` : path;
}
