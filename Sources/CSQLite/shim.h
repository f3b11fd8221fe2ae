#include <sqlite3.h>

/// Refuses what can only be meant to damage the file, such as writing to the tables behind an index.
///
/// `sqlite3_db_config` takes a variable number of arguments, and so cannot be called from Swift.
static inline int sqlite_set_defensive(sqlite3 *database) {
  return sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
}

/// Keeps this connection from running any trigger.
static inline int sqlite_disable_triggers(sqlite3 *database) {
  return sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, (int *)0);
}
