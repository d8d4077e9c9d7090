// Thin handles over SQLite: a connection, a prepared statement, a transaction that rolls back unless committed. Not thread-safe; errors
// are SQLite's own sentences, which never hold bound values; their `cause` is set where the system said no and the file may be good.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/result.h"

namespace kiosk::store {

// How times are stored: whole seconds since 1970-01-01 00:00 UTC.
inline std::int64_t unix_seconds(base::WallTime time) {
  return std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count();
}

class Database {
 public:
  static base::Result<Database> open(const std::filesystem::path& file, int flags);
  Database(Database&& other) noexcept;
  Database& operator=(Database&& other) noexcept;
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  // Runs statements that give no rows, one after the other.
  base::Result<void> execute(const char* sql);
  // The first column of the first row.
  base::Result<std::int64_t> number(const char* sql);
  base::Result<std::string> text(const char* sql);
  // The same with `key` bound; empty when there is no row.
  base::Result<std::string> text_for(const char* sql, std::string_view key);
  base::Error error(std::string_view doing) const;
  // Whether the file could only be opened for reading: such a connection never writes, whatever becomes of the file.
  bool is_read_only() const { return sqlite3_db_readonly(handle_, "main") == 1; }
  sqlite3* handle() const { return handle_; }

 private:
  explicit Database(sqlite3* handle) : handle_(handle) {}
  sqlite3* handle_ = nullptr;
};

class Statement {
 public:
  Statement(Database& database, const char* sql);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  Statement& bind(std::string_view text);
  Statement& bind(std::int64_t value);
  // True while there is a row.
  base::Result<bool> step();
  // Of a statement that gives no rows.
  base::Result<void> run();
  std::int64_t number(int column) const;
  std::string text(int column) const;
  bool is_null(int column) const { return sqlite3_column_type(handle_, column) == SQLITE_NULL; }
  int columns() const { return sqlite3_column_count(handle_); }

 private:
  Database& database_;
  sqlite3_stmt* handle_ = nullptr;
  int next_ = 1;
};

class Transaction {
 public:
  // BEGIN IMMEDIATE: the write lock is taken now or the busy timeout passes.
  static base::Result<Transaction> begin(Database& database);
  Transaction(Transaction&& other) noexcept : database_(other.database_) { other.database_ = nullptr; }
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();
  // On failure nothing of the transaction remains.
  base::Result<void> commit();

 private:
  explicit Transaction(Database* database) : database_(database) {}
  Database* database_;
};

}  // namespace kiosk::store
