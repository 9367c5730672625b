/**
 * Region folders: reading them from disk, checking them, replacing them at run time.
 *
 * <p>Knows YAML and schemas so that the catalogue need not; nothing of Vert.x, devices or people.
 */
package yibao.kiosk.packs;
