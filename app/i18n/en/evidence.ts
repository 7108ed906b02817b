import type { evidence as source } from "../zh/evidence.ts";

export const evidence: typeof source = {
  title: "Evidence for a direct purchase",
  lead: (tender) =>
    `Why one organization alone is asked for ${tender}. The files are published with the notice, for everybody to download.`,
  list: "Files so far",
  empty: "No file yet. The draft needs at least one before it can be submitted for review.",
  what: "What it shows",
  file: "File",
  remove: "Remove",
  add: "Add a file",
  addTitle: "What this file shows",
  addTitleHint:
    "For example: an exclusive licence, a decision from above, the notice of a first tender that failed.",
  addFile: "Choose a file",
  addFileHint:
    "PDF, JPEG or PNG, up to 5 MB. Cover people's addresses, phone and ID numbers first: it becomes public.",
  submit: "Upload",
  removal: {
    title: (what) => `Remove “${what}”`,
    lead: "Only a draft's files can be removed; once it is under review they stay.",
    submit: "Remove this file",
  },
  link: "Evidence",
  public: {
    title: "Why one organization alone is asked",
    ground: "Ground",
    reason: "Reason",
    invited: "Invited organization",
    files: "Evidence",
  },
};
