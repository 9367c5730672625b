import type { Device, StepOf } from "@/contract";

export type Credential = StepOf<"identify">["accepts"][number];

/** The device that reads each credential, or the code on a paper. */
const READER: Readonly<Record<Credential, Device["name"]>> = {
  "id-card": "id-card",
  "ss-card": "ss-card",
  "e-voucher": "scan",
  "verification-code": "scan",
};

/** Every credential a terminal may read. */
export const CREDENTIALS = (Object.keys(READER) as Credential[]).filter((one) => one !== "verification-code");

/** The device that reads a credential, where this terminal has one. */
export function readerOf(credential: Credential, devices: readonly Device[]): Device | undefined {
  return devices.find((device) => device.name === READER[credential]);
}

/** The credentials this terminal can read. */
export function readable(devices: readonly Device[]): Credential[] {
  return CREDENTIALS.filter((credential) => readerOf(credential, devices) !== undefined);
}
