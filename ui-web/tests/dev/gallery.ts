import { createApp } from "vue";
import { showOn } from "../../src/display/display";
import { eventsOverHttp } from "../../src/service/events";
import { terminalKey } from "../../src/service/provide";
import { terminalOverHttp } from "../../src/service/terminal";
import "../../src/styles/fonts.css";
import "../../src/styles/tokens.css";
import "../../src/styles/base.css";
import { openVisit, visitKey } from "../../src/visit/visit";
import GalleryPage from "./GalleryPage.vue";

/** `/gallery` of `npm run dev`: every component in every state, in the theme, size and language one picks. */
const terminal = terminalOverHttp();
const visit = openVisit({
  terminal,
  events: eventsOverHttp(),
  now: () => performance.now(),
  wipe: () => undefined,
});
showOn(document.documentElement);
createApp(GalleryPage).provide(visitKey, visit).provide(terminalKey, terminal).mount("#gallery");
