import { defineConfig, devices } from "@playwright/test";
import { browserFlags } from "./e2e/browser.ts";

// e2e/server.ts sets E2E_BASE_URL and E2E_CHROMIUM before the workers read this.
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  globalSetup: "./e2e/server.ts",
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    ...devices["Desktop Chrome"],
    baseURL: process.env.E2E_BASE_URL,
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: { executablePath: process.env.E2E_CHROMIUM, args: browserFlags },
  },
});
