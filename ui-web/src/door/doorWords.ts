/** Words of the door, the same at every page of staff. */
export const words = {
  signIn: "登录",
  signOut: "退出登录",
  number: "工号",
  password: "口令",
  fillBoth: "请填写工号和口令。",
  quiet: "十分钟没有操作，已经退出登录。",
} as const;
