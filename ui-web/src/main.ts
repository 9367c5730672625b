import { createApp } from "vue";
import App from "./App.vue";
import { showOn } from "./display/display";
import { eventsOverHttp } from "./service/events";
import { terminalKey } from "./service/provide";
import { pulse, terminalOverHttp } from "./service/terminal";
import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import { fenceIn } from "./visit/fences";
import { watchPresence } from "./visit/presence";
import { giveSigns } from "./visit/pulse";
import { openVisit, visitKey } from "./visit/visit";
import { wipePage } from "./visit/wipe";

const now = () => performance.now();
const terminal = terminalOverHttp();
const visit = openVisit({ terminal, events: eventsOverHttp(), now, wipe: wipePage });

fenceIn(window);
showOn(document.documentElement);
watchPresence(visit, now);
giveSigns(pulse);
createApp(App).provide(visitKey, visit).provide(terminalKey, terminal).mount("#screen");
