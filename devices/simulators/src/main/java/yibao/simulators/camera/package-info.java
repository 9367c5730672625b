/**
 * What a camera sees when a citizen holds a phone before it: seeded grey frames with a known text.
 * May use the JDK and an encoder of QR codes; may not know any reader of them.
 */
package yibao.simulators.camera;
