import { fileURLToPath } from "node:url";
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

export default defineConfig({
  plugins: [vue(), contentSecurityPolicy],
  resolve: { alias: { "@generated": here("target/generated"), "@": here("src") } },
  define: { __VUE_OPTIONS_API__: "false" },
  build: {
    outDir: here("target/classes/webroot"),
    emptyOutDir: true,
    target: "chrome120",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
});
