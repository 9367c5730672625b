/** China keeps one time, whatever clock the browser runs on. */
const ZONE = "Asia/Shanghai";

const DATE = new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE, dateStyle: "short" });
const TIME = new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE, dateStyle: "short", timeStyle: "medium" });
const CLOCK = new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE, timeStyle: "short" });

/** What a clock in the hall shows at an instant, such as 09:30. */
export const hallClock = (at: Date): string => CLOCK.format(at);

/** The hall's date at an instant, such as 2026-03-02. */
export const hallDate = (at: Date): string => DATE.format(at);

/** The hall's time, to the second, such as 2026-03-02 09:30:00. */
export const hallTime = (instant: string): string => TIME.format(new Date(instant));
