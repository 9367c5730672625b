import { fileURLToPath } from "node:url";
import { mergeConfig } from "vite";
import production from "../../vite.config.ts";
import { fakeTerminal } from "./fakeTerminal.ts";

/** The production page with a fake service behind it: `npm run dev`, or `npm run review` on the built page. */
export default mergeConfig(production, {
  root: fileURLToPath(new URL("../..", import.meta.url)),
  plugins: [fakeTerminal()],
  server: { host: "127.0.0.1" },
  preview: { host: "127.0.0.1" },
});
