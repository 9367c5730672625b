/**
 * The vendor's certified component of a 医保业务综合服务终端: reaching it, by a local service, a library or a
 * vendor's own plug-in, and exchanging JSON. May not know what the JSON says, nor ever see a face.
 */
package yibao.devices.certified;
