/**
 * The crash test: real terminal processes killed at random while the platform misbehaves, and the
 * two books compared at the end. Nothing of the product may depend on it.
 */
package yibao.demo.chaos;
