/**
 * What the loudspeaker says: fixed phrases and the region's own letters of commitment, recorded by
 * somebody or spoken by a local engine. Nothing of a visit may come in here: no name, no number, no
 * diagnosis can ever be spoken.
 */
package yibao.kiosk.voice;
