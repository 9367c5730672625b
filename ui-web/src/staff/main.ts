import { createApp } from "vue";
import "@/styles/tokens.css";
import "@/styles/base.css";
import "@/hall/conditions.css";
import "./staff.css";
import { openDesk } from "./desk";
import { hallDate } from "@/service/hallTime";
import StaffPage from "./StaffPage.vue";
import { staffOverHttp } from "./staffService";

createApp(StaffPage, { desk: openDesk(staffOverHttp(), () => hallDate(new Date())) }).mount("#staff");
