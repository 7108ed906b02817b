import { index, type RouteConfig, route } from "@remix-run/route-config";

export default [
  // Public
  index("routes/public/home.tsx"),

  // Account
  route("sign-in", "routes/account/sign-in.tsx"),
  route("sign-out", "routes/account/sign-out.tsx"),
  route("my", "routes/account/my.tsx"),
  route("demo/clock", "routes/demo/clock.tsx"),
  route("preferences", "routes/account/preferences.tsx"),

  // Resident

  // Community

  // Organization

  // Office

  // Platform

  // Everything else is a page that does not exist
  route("*", "routes/public/not-found.tsx"),
] satisfies RouteConfig;
