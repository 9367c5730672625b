/**
 * Reads QR codes from grey pictures of phone screens: single pictures and camera streams. Knows
 * ZXing's decoder and pixels; may not know cameras, threads, screens or insurance.
 */
package yibao.devices.qr;
