import { createApp } from "vue";
import "@/styles/tokens.css";
import "@/styles/base.css";
import "@/staff/staff.css";
import "./conditions.css";
import "./hall.css";
import HallPage from "./HallPage.vue";
import { openHands } from "./hands";
import { hear, openBoard } from "./wall";

const board = openBoard();
const hands = openHands({
  alarm: (alarm) => board.change({ terminals: [], alarms: [alarm] }),
  orders: (orders) => board.putOrders(orders),
});
hear(board, new URLSearchParams(location.search).get("hall"));
createApp(HallPage, { board, hands }).mount("#hall");
