/**
 * The monitor's disk: reports it has taken, alarms and who saw to them. Belongs to one thread;
 * knows neither the broker nor the wall.
 */
package yibao.hall.store;
