const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long somebody has been waiting, to the second: nobody likes to read that it is a minute or so. */
export function waiting(instant: string, now: number): string {
  const seconds = Math.floor(Math.max(0, now - Date.parse(instant)) / 1_000);
  return seconds < 60 ? `${seconds} 秒` : `${Math.floor(seconds / 60)} 分 ${seconds % 60} 秒`;
}

/** How long something lasted, in words. */
export const lasted = (from: string, to: string): string => {
  const gone = Math.max(0, Date.parse(to) - Date.parse(from));
  return gone < HOUR ? waiting(from, Date.parse(to)) : elapsed(from, Date.parse(to));
};

/** How long ago an instant was, in words. A clock that is a little ahead reads as now. */
export function elapsed(instant: string, now: number): string {
  const gone = Math.max(0, now - Date.parse(instant));
  if (gone < MINUTE) return "刚才";
  if (gone < HOUR) return `${Math.floor(gone / MINUTE)} 分钟`;
  if (gone < DAY) return `${Math.floor(gone / HOUR)} 小时 ${Math.floor((gone % HOUR) / MINUTE)} 分`;
  return `${Math.floor(gone / DAY)} 天`;
}
