import { createApp } from "vue";
import "@/styles/tokens.css";
import "@/styles/base.css";
import "./tech.css";
import { openSetup } from "./setup";
import TechPage from "./TechPage.vue";
import { techOverHttp } from "./techService";

createApp(TechPage, { setup: openSetup(techOverHttp()) }).mount("#tech");
