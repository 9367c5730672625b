/**
 * Who did what, when, and how it ended: an append-only, hash-chained record on the disk, without
 * personal data. Knows nothing of what the entries mean; whoever acts writes its own.
 */
package yibao.kiosk.audit;
