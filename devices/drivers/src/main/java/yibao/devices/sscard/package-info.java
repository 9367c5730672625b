/**
 * The social-security card 社会保障卡 (LD/T 32): what its chip lets everybody read, its PIN, and the
 * line that vendors' drivers answer with. May use card slots; may not decide what a card entitles
 * to.
 */
package yibao.devices.sscard;
