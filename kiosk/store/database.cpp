#include "store/database.h"

#include <cerrno>
#include <utility>

#include "base/format.h"

namespace kiosk::store {
namespace {

constexpr int kBusyTimeoutMs = 3000;

// What the system answered; 0 where the file itself is to blame.
int cause_of(int status) {
  switch (status & 0xFF) {
    case SQLITE_FULL: return ENOSPC;
    case SQLITE_IOERR: return EIO;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH: return EACCES;
    case SQLITE_READONLY: return EROFS;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return EBUSY;
    case SQLITE_NOMEM: return ENOMEM;
    default: return 0;
  }
}

}  // namespace

base::Result<Database> Database::open(const std::filesystem::path& file, int flags) {
  sqlite3* handle = nullptr;
  const int status = sqlite3_open_v2(file.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  Database database(handle);
  if (status != SQLITE_OK) {
    return tl::make_unexpected(base::Error{fmt::format("{}: the database cannot be opened ({})", file.string(), handle == nullptr ? "out of memory" : sqlite3_errmsg(handle)),
                                           "Check that the data folder exists and may be written.", cause_of(status)});
  }
  sqlite3_busy_timeout(handle, kBusyTimeoutMs);
  return database;
}

Database::Database(Database&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}

Database& Database::operator=(Database&& other) noexcept {
  std::swap(handle_, other.handle_);
  return *this;
}

Database::~Database() { sqlite3_close(handle_); }

base::Error Database::error(std::string_view doing) const {
  return {fmt::format("the database failed while {} ({})", doing, sqlite3_errmsg(handle_)),
          "Check the free space and the state of the disk that holds the data folder.", cause_of(sqlite3_errcode(handle_))};
}

base::Result<void> Database::execute(const char* sql) {
  if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) return tl::make_unexpected(error("executing a statement"));
  return {};
}

base::Result<std::int64_t> Database::number(const char* sql) {
  Statement statement(*this, sql);
  const auto row = statement.step();
  if (!row) return tl::make_unexpected(row.error());
  return *row ? statement.number(0) : 0;
}

base::Result<std::string> Database::text(const char* sql) {
  Statement statement(*this, sql);
  const auto row = statement.step();
  if (!row) return tl::make_unexpected(row.error());
  return *row ? statement.text(0) : std::string();
}

base::Result<std::string> Database::text_for(const char* sql, std::string_view key) {
  Statement statement(*this, sql);
  const auto row = statement.bind(key).step();
  if (!row) return tl::make_unexpected(row.error());
  return *row ? statement.text(0) : std::string();
}

Statement::Statement(Database& database, const char* sql) : database_(database) {
  sqlite3_prepare_v2(database.handle(), sql, -1, &handle_, nullptr);
}

Statement::~Statement() { sqlite3_finalize(handle_); }

Statement& Statement::bind(std::string_view text) {
  sqlite3_bind_text(handle_, next_++, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
  return *this;
}

Statement& Statement::bind(std::int64_t value) {
  sqlite3_bind_int64(handle_, next_++, value);
  return *this;
}

base::Result<bool> Statement::step() {
  // A statement that could not be prepared has no handle; stepping it reports why.
  const int status = handle_ == nullptr ? SQLITE_ERROR : sqlite3_step(handle_);
  if (status == SQLITE_ROW) return true;
  if (status == SQLITE_DONE) return false;
  return tl::make_unexpected(database_.error("running a statement"));
}

base::Result<void> Statement::run() {
  if (const auto done = step(); !done) return tl::make_unexpected(done.error());
  return {};
}

std::int64_t Statement::number(int column) const { return sqlite3_column_int64(handle_, column); }

std::string Statement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
  return bytes == nullptr ? std::string() : std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column)));
}

base::Result<Transaction> Transaction::begin(Database& database) {
  if (const auto begun = database.execute("BEGIN IMMEDIATE"); !begun) return tl::make_unexpected(begun.error());
  return Transaction(&database);
}

Transaction::~Transaction() {
  if (database_ != nullptr) sqlite3_exec(database_->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

base::Result<void> Transaction::commit() {
  Database* const database = std::exchange(database_, nullptr);
  const auto committed = database->execute("COMMIT");
  // A COMMIT that failed for want of space leaves the transaction open.
  if (!committed) sqlite3_exec(database->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  return committed;
}

}  // namespace kiosk::store
