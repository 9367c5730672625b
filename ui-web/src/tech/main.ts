import { createApp } from "vue";
import { pulse } from "@/service/terminal";
import "@/styles/tokens.css";
import "@/styles/base.css";
import { giveSigns } from "@/visit/pulse";
import "./tech.css";
import { openSetup } from "./setup";
import TechPage from "./TechPage.vue";
import { techOverHttp } from "./techService";

giveSigns(pulse);
createApp(TechPage, { setup: openSetup(techOverHttp()) }).mount("#tech");
