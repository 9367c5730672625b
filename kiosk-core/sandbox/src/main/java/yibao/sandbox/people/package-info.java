/**
 * The invented people of the sandbox: what their cards say and what the platform knows of them, in
 * national codes. Read from one file; nobody in it lives.
 */
package yibao.sandbox.people;
