/**
 * The national ciphers SM2, SM3 and SM4 as the platforms use them. Pure computing over
 * BouncyCastle; knows no envelope.
 */
package yibao.kiosk.platform.gm;
