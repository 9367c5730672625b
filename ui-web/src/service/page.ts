/**
 * The name this page gave itself when it was loaded, by which the service tells it from one that has crashed; 128 random
 * bits in hexadecimal digits.
 */
export const page = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
  byte.toString(16).padStart(2, "0"),
).join("");
