import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import vue from "@vitejs/plugin-vue";
import { defineConfig, type Plugin } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The page names its own policy, so that it holds even where a proxy drops the service's header. Only in the built
 * page: Vite's development server adds inline styles of its own.
 */
const contentSecurityPolicy: Plugin = {
  name: "content-security-policy",
  apply: "build",
  transformIndexHtml: () => [
    {
      tag: "meta",
      injectTo: "head-prepend",
      attrs: {
        "http-equiv": "Content-Security-Policy",
        content: [
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self'",
          "font-src 'self'",
          "media-src 'self'",
          "connect-src 'self'",
          "base-uri 'none'",
          "form-action 'none'",
          "require-trusted-types-for 'script'",
          "trusted-types vue",
        ].join("; "),
      },
    },
  ],
};

const KIB = 1024;

/** The entry of the citizen's screen; staff and technicians have their own. */
const CITIZEN = "screen";

/** What a person waits for before the first picture, compressed; the build fails beyond it. */
const BUDGET = { ".js": 120 * KIB, ".css": 20 * KIB };

const entryBudget: Plugin = {
  name: "entry-budget",
  apply: "build",
  generateBundle(_options, bundle) {
    const needed = new Set<string>();
    const need = (file: string) => {
      const chunk = bundle[file];
      if (needed.has(file) || chunk?.type !== "chunk") return;
      needed.add(file);
      chunk.viteMetadata?.importedCss.forEach((css) => needed.add(css));
      chunk.imports.forEach(need);
    };
    for (const [file, output] of Object.entries(bundle))
      if (output.type === "chunk" && output.isEntry && output.name === CITIZEN) need(file);
    if (needed.size === 0) this.error(`There is no entry called ${CITIZEN}.`);
    for (const [ending, most] of Object.entries(BUDGET)) {
      const size = [...needed]
        .filter((file) => file.endsWith(ending))
        .map((file) => bundle[file])
        .reduce(
          (sum, output) => sum + gzipSync(output?.type === "chunk" ? output.code : (output?.source ?? "")).length,
          0,
        );
      const told = `${(size / KIB).toFixed(1)} of ${most / KIB} KiB`;
      if (size > most) this.error(`The entry's ${ending} is too large: ${told}.`);
      this.info(`entry ${ending}: ${told}`);
    }
  },
};

export default defineConfig({
  plugins: [vue(), contentSecurityPolicy, entryBudget],
  resolve: { alias: { "@generated": here("target/generated"), "@": here("src") } },
  define: { __VUE_OPTIONS_API__: "false" },
  build: {
    outDir: here("target/classes/webroot"),
    emptyOutDir: true,
    target: "chrome120",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    rolldownOptions: {
      input: {
        [CITIZEN]: here("index.html"),
        staff: here("staff.html"),
        window: here("window.html"),
        tech: here("tech.html"),
        hall: here("hall.html"),
      },
    },
  },
});
