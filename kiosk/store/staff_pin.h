// The PIN of the staff pages (S1): an Argon2id hash (RFC 9106) with its lock-out in a file of its own beside the database, so that a damaged
// or exchanged database locks nobody out and lets nobody in. A first PIN is nobody's to take who merely stands before the screen: it is
// set by `kiosk pin set`, or on the screen while an operator's `kiosk pin offer` lasts. Safe from several threads and beside other programs;
// blocking.
#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/result.h"
#include "model/pin.h"
#include "store/database.h"

namespace kiosk::store {

// The time by two clocks: the wall's, which somebody may set, and the seconds since the machine was started, which nobody can.
struct Moment {
  base::WallTime wall{};
  std::string boot;  // which start of the machine; empty where the system does not say
  std::int64_t since_boot_s = 0;
};

Moment moment_at(base::WallTime wall);

// `offered`: none is set and may be chosen on the screen now.
enum class PinSetting : std::uint8_t { set, offered, missing };
enum class PinAnswer : std::uint8_t { right, wrong, locked, not_set };

struct PinTried {
  PinAnswer answer = PinAnswer::wrong;
  std::int64_t locked_s = 0;  // how long no try counts from now on
};

class StaffPin {
 public:
  explicit StaffPin(std::filesystem::path folder);

  // Fails where a PIN is set and cannot be read: then nobody chooses another on the screen.
  base::Result<PinSetting> setting(const Moment& now);

  // Takes the place of the PIN before and ends a lock-out and an offer. Fails when `pin` is no PIN or is one that everybody tries first; where the
  // disk did not take it the error has its cause.
  base::Result<void> set(const std::string& pin, const std::optional<std::chrono::year_month_day>& event);

  // A wrong try is counted, durably, before the answer is known, so that pulling the plug is no way round; where the disk takes nothing it is
  // counted in memory, because staff must get at the families' entries just then. The first four wrong tries cost nothing; from the fifth on each
  // locks for 30 s, 1 min, 2 min … at most one hour, until either clock says that it is over. While locked nothing is compared. Takes about 0.1 s
  // and 64 MiB: Argon2id's own cost ("interactive").
  base::Result<PinTried> try_pin(const std::string& pin, const Moment& now);

  // For ten minutes, or until a PIN is set or the machine starts anew. Fails when one is set.
  base::Result<void> offer(const Moment& now);

 private:
  struct Record {
    std::string hash;
    int wrong = 0;  // tries since the last right one
    // No try counts before this, by either clock.
    std::int64_t locked_until = 0;
    std::string boot;
    std::int64_t locked_until_since_boot_s = 0;
  };
  // What is held against others while one of these is read and written.
  base::Result<std::optional<Record>> read() const;
  base::Result<void> write(const Record& record) const;
  // Where the disk takes nothing, memory does.
  void count(Record record);
  static std::int64_t locked_s(const Record& record, const Moment& now);
  static void lock(Record& record, std::int64_t seconds, const Moment& now);
  bool is_offered(const Moment& now) const;

  std::filesystem::path folder_;
  std::mutex mutex_;
  std::optional<Record> unwritten_;
};

// Older kiosks kept the PIN in the database: its file is made of that, once, before the table goes (migration 6).
base::Result<void> take_over_pin(Database& database, const std::filesystem::path& folder);

}  // namespace kiosk::store
