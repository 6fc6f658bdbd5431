// The system's SQLite: Debian's libsqlite3-dev, Fedora's sqlite-devel, Homebrew's sqlite, or the one in macOS's SDK.
#include <sqlite3.h>

// Swift cannot call functions with variable arguments.

/// Makes the connection safe for SQL from strangers: no writes past the SQL layer, no functions and virtual tables of
/// the schema that could do harm, no extensions, no double-quoted strings that hide a misspelt column.
static inline int biostore_harden(sqlite3 *connection) {
  int code = sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
  if (code == SQLITE_OK) code = sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
  if (code == SQLITE_OK) code = sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, (int *)0);
  if (code == SQLITE_OK) code = sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DML, 0, (int *)0);
  if (code == SQLITE_OK) code = sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, (int *)0);
  return code;
}
