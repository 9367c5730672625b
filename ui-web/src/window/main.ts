import { createApp } from "vue";
import "@/styles/tokens.css";
import "@/styles/base.css";
import "@/staff/staff.css";
import { openCounter } from "./counter";
import WindowPage from "./WindowPage.vue";
import { windowOverHttp } from "./windowService";

createApp(WindowPage, { counter: openCounter(windowOverHttp()) }).mount("#staff");
