/**
 * The terminal's disk: the journal of filings, committed before anything is sent, personal data
 * encrypted. One writer thread of its own owns the database; it knows neither the platform nor the
 * journey.
 */
package yibao.kiosk.store;
