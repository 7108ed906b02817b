import { defineConfig } from "vitest/config";

// Not vite.config.ts: the Remix plugin must stay out of vitest.
export default defineConfig({
  test: {
    pool: "forks",
    maxWorkers: 2,
    fileParallelism: true,
    coverage: { provider: "v8", include: ["{app,db,server}/**/*.{ts,tsx}"] },
    projects: [
      {
        test: {
          name: "unit",
          include: ["{app,db,server}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.server.test.{ts,tsx}"],
        },
      },
      {
        test: {
          name: "database",
          include: ["{app,db,server}/**/*.server.test.{ts,tsx}"],
          globalSetup: "./db/testing/template.ts",
          setupFiles: "./db/testing/clone.ts",
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
