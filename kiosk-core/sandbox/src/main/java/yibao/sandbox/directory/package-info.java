/**
 * What anybody may look up at the platform: designated institutions (invented) and the drug list.
 * Read from two files.
 */
package yibao.sandbox.directory;
