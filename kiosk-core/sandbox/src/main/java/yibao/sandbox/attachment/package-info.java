/**
 * Scans handed in to the sandbox: collected part by part on disk under their digest, kept once they
 * are whole and right. Knows no envelope.
 */
package yibao.sandbox.attachment;
