// The system's SQLite: Debian's libsqlite3-dev, Fedora's sqlite-devel, Homebrew's sqlite, or the one in macOS's SDK.
#include <sqlite3.h>
