#include "store/staff_pin.h"

#include <sodium.h>
#include <time.h>

#include <algorithm>
#include <array>

#include "base/file.h"
#include "base/format.h"
#include "base/json.h"
#include "store/data_folder.h"
#include "store/folder_lock.h"

namespace kiosk::store {
namespace {

constexpr int kFreeTries = 4;
constexpr std::int64_t kFirstLock_s = 30;
constexpr std::int64_t kLongestLock_s = 3600;
constexpr std::int64_t kOffer_s = 600;
constexpr std::size_t kLongestFile = 4096;

std::filesystem::path pin_file(const std::filesystem::path& folder) { return folder / "kiosk.pin"; }
std::filesystem::path offer_file(const std::filesystem::path& folder) { return folder / "kiosk.pin-offer"; }

std::int64_t lock_seconds(int wrong) {
  if (wrong <= kFreeTries) return 0;
  const int doublings = std::min(wrong - kFreeTries - 1, 7);
  return std::min(kFirstLock_s << doublings, kLongestLock_s);
}

std::string_view reason(model::PinWeakness weakness) {
  switch (weakness) {
    case model::PinWeakness::repeats: return "its digits repeat";
    case model::PinWeakness::counts: return "its digits count";
    case model::PinWeakness::mirrored: return "it is the same read backwards";
    case model::PinWeakness::date: return "it is the day of the event";
    case model::PinWeakness::none: break;
  }
  return {};
}

base::Result<std::string> hashed(const std::string& pin) {
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (sodium_init() < 0) return base::fail("libsodium cannot be used on this computer", "Install the packages that README names.");
  if (crypto_pwhash_str(hash.data(), pin.data(), pin.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0) {
    return base::fail("there is not enough memory to protect the PIN", "Close other programs and try again.");
  }
  return std::string(hash.data());
}

bool is_there(const std::filesystem::path& file) {
  std::error_code failed;
  return std::filesystem::exists(std::filesystem::symlink_status(file, failed));
}

base::Result<void> write_owned(const std::filesystem::path& file, const base::Json& values) {
  return base::write_file_atomically(file, values.dump(2) + "\n", base::Durability::sync_to_disk, base::Readers::owner);
}

// An object, or an error that says so.
base::Result<base::Json> read_object(const std::filesystem::path& file) {
  const auto bytes = base::read_file(file, kLongestFile);
  if (!bytes) return tl::make_unexpected(bytes.error());
  base::Json values = base::Json::parse(*bytes, nullptr, false);
  if (!values.is_object()) return base::fail(fmt::format("{}: is damaged", file.string()), "Set the PIN anew with `kiosk pin set`.");
  return values;
}

// 0 and empty where the value is not there or is another kind.
std::int64_t number_in(const base::Json& values, const char* key) {
  const auto found = values.find(key);
  return found != values.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}
std::string text_in(const base::Json& values, const char* key) {
  const auto found = values.find(key);
  return found != values.end() && found->is_string() ? found->get<std::string>() : std::string();
}

struct StoredPin {
  std::string hash;
  int wrong = 0;
  std::int64_t locked_until = 0;
};

// What an older kiosk left in its database.
std::optional<StoredPin> pin_of(Database& database) {
  Statement select(database, "SELECT hash, wrong, locked_until FROM staff_pin WHERE id = 1");
  if (!select.step().value_or(false)) return std::nullopt;
  return StoredPin{select.text(0), static_cast<int>(select.number(1)), select.number(2)};
}

base::Json values_of(const StoredPin& pin) { return {{"hash", pin.hash}, {"wrong", pin.wrong}, {"locked_until", pin.locked_until}}; }

}  // namespace

Moment moment_at(base::WallTime wall) {
  Moment now{wall, {}, 0};
  constexpr std::size_t kLimit = 64;
  // /proc says that its files are empty: their size is not known before they are read.
  std::array<char, kLimit> boot{};
  const int file = ::open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC);
  const ssize_t got = file < 0 ? -1 : ::read(file, boot.data(), boot.size());
  if (file >= 0) ::close(file);
  timespec since{};
  if (got > 0 && ::clock_gettime(CLOCK_BOOTTIME, &since) == 0) {
    now.boot = std::string(boot.data(), static_cast<std::size_t>(got));
    now.boot.erase(std::find(now.boot.begin(), now.boot.end(), '\n'), now.boot.end());
    now.since_boot_s = since.tv_sec;
  }
  return now;
}

StaffPin::StaffPin(std::filesystem::path folder) : folder_(std::move(folder)) {}

base::Result<std::optional<StaffPin::Record>> StaffPin::read() const {
  std::optional<Record> record;
  if (is_there(pin_file(folder_))) {
    const auto values = read_object(pin_file(folder_));
    if (!values) return tl::make_unexpected(values.error());
    record = Record{text_in(*values, "hash"), static_cast<int>(number_in(*values, "wrong")), number_in(*values, "locked_until"), text_in(*values, "boot"),
                    number_in(*values, "locked_until_since_boot_s")};
  } else if (auto older = Database::open(folder_ / "kiosk.db", SQLITE_OPEN_READONLY)) {
    // Where the disk takes nothing, the PIN of an older kiosk holds where it is.
    if (const auto pin = pin_of(*older)) record = Record{pin->hash, pin->wrong, pin->locked_until, {}, 0};
  }
  if (record && unwritten_ && unwritten_->hash == record->hash) return unwritten_;
  return record;
}

base::Result<void> StaffPin::write(const Record& record) const {
  return write_owned(pin_file(folder_), {{"hash", record.hash},
                                         {"wrong", record.wrong},
                                         {"locked_until", record.locked_until},
                                         {"boot", record.boot},
                                         {"locked_until_since_boot_s", record.locked_until_since_boot_s}});
}

void StaffPin::count(Record record) {
  if (write(record)) {
    unwritten_.reset();
  } else {
    unwritten_ = std::move(record);
  }
}

std::int64_t StaffPin::locked_s(const Record& record, const Moment& now) {
  std::int64_t left = record.locked_until - unix_seconds(now.wall);
  if (!now.boot.empty() && record.boot == now.boot) left = std::min(left, record.locked_until_since_boot_s - now.since_boot_s);
  return std::max<std::int64_t>(left, 0);
}

void StaffPin::lock(Record& record, std::int64_t seconds, const Moment& now) {
  record.locked_until = unix_seconds(now.wall) + seconds;
  record.boot = now.boot;
  record.locked_until_since_boot_s = now.since_boot_s + seconds;
}

bool StaffPin::is_offered(const Moment& now) const {
  const auto offer = read_object(offer_file(folder_));
  if (!offer || now.boot.empty() || text_in(*offer, "boot") != now.boot) return false;
  const std::int64_t left = number_in(*offer, "until_since_boot_s") - now.since_boot_s;
  return left > 0 && left <= kOffer_s;
}

base::Result<PinSetting> StaffPin::setting(const Moment& now) {
  const std::lock_guard guard(mutex_);
  const FolderLock held(folder_);
  const auto record = read();
  if (!record) return tl::make_unexpected(record.error());
  if (*record) return PinSetting::set;
  return is_offered(now) ? PinSetting::offered : PinSetting::missing;
}

base::Result<void> StaffPin::set(const std::string& pin, const std::optional<std::chrono::year_month_day>& event) {
  if (!model::is_pin(pin)) return base::fail("this is no PIN", "A PIN has 6 to 12 digits.");
  if (const auto weakness = model::weakness_of(pin, event); weakness != model::PinWeakness::none) {
    return base::fail(fmt::format("this PIN is one that everybody tries first: {}", reason(weakness)), "Choose other digits.");
  }
  const auto hash = hashed(pin);
  if (!hash) return tl::make_unexpected(hash.error());
  const std::lock_guard guard(mutex_);
  if (const auto claimed = claim_folder(folder_); !claimed) return claimed;
  const FolderLock held(folder_);
  if (const auto written = write({*hash, 0, 0, {}, 0}); !written) return written;
  unwritten_.reset();
  std::error_code failed;
  std::filesystem::remove(offer_file(folder_), failed);
  return {};
}

base::Result<PinTried> StaffPin::try_pin(const std::string& pin, const Moment& now) {
  if (sodium_init() < 0) return base::fail("libsodium cannot be used on this computer", "Install the packages that README names.");
  const std::lock_guard guard(mutex_);
  const FolderLock held(folder_);
  const auto read_record = read();
  if (!read_record) return tl::make_unexpected(read_record.error());
  if (!*read_record) return PinTried{PinAnswer::not_set, 0};
  Record record = **read_record;
  if (const std::int64_t left = locked_s(record, now); left > 0) {
    // More than was locked: the clock was put back and the machine started since, so the lock begins anew.
    const std::int64_t longest = lock_seconds(record.wrong);
    if (left <= longest) return PinTried{PinAnswer::locked, left};
    lock(record, longest, now);
    count(record);
    if (longest > 0) return PinTried{PinAnswer::locked, longest};
  }
  ++record.wrong;
  lock(record, lock_seconds(record.wrong), now);
  count(record);
  if (crypto_pwhash_str_verify(record.hash.c_str(), pin.data(), pin.size()) != 0) return PinTried{PinAnswer::wrong, lock_seconds(record.wrong)};
  record.wrong = 0;
  lock(record, 0, now);
  count(record);
  return PinTried{PinAnswer::right, 0};
}

base::Result<void> StaffPin::offer(const Moment& now) {
  const std::lock_guard guard(mutex_);
  if (const auto claimed = claim_folder(folder_); !claimed) return claimed;
  const FolderLock held(folder_);
  const auto record = read();
  if (!record) return tl::make_unexpected(record.error());
  if (*record) return base::fail("a PIN is set already", "Replace it with `kiosk pin set`.");
  if (now.boot.empty()) return base::fail("this computer does not say when it was started", "Set the PIN with `kiosk pin set`.");
  return write_owned(offer_file(folder_), {{"boot", now.boot}, {"until_since_boot_s", now.since_boot_s + kOffer_s}});
}

base::Result<void> take_over_pin(Database& database, const std::filesystem::path& folder) {
  if (is_there(pin_file(folder))) return {};
  const auto pin = pin_of(database);
  if (!pin) return {};
  return write_owned(pin_file(folder), values_of(*pin));
}

}  // namespace kiosk::store
