#include "store/staff_pin.h"

#include <sodium.h>

#include <algorithm>
#include <array>

#include "store/data_folder.h"
#include "store/migrations.h"

namespace kiosk::store {
namespace {

constexpr int kFreeTries = 4;
constexpr std::int64_t kFirstLock_s = 30;
constexpr std::int64_t kLongestLock_s = 3600;

std::int64_t lock_seconds(int wrong) {
  if (wrong <= kFreeTries) return 0;
  const int doublings = std::min(wrong - kFreeTries - 1, 7);
  return std::min(kFirstLock_s << doublings, kLongestLock_s);
}

// 111111, 123456, 987654.
bool is_tried_first(const std::string& pin) {
  const int step = pin[1] - pin[0];
  if (step < -1 || step > 1) return false;
  return std::adjacent_find(pin.begin(), pin.end(), [&](char one, char next) { return next - one != step; }) == pin.end();
}

base::Result<void> ready() {
  if (sodium_init() < 0) return base::fail("libsodium cannot be used on this computer", "Install the packages that README names.");
  return {};
}

}  // namespace

bool is_pin(const std::string& text) {
  return text.size() >= kShortestPin && text.size() <= kLongestPin && std::all_of(text.begin(), text.end(), [](char one) { return one >= '0' && one <= '9'; });
}

base::Result<PinState> pin_state(Database& database) {
  Statement select(database, "SELECT wrong, locked_until FROM staff_pin WHERE id = 1");
  const auto row = select.step();
  if (!row) return tl::make_unexpected(row.error());
  if (!*row) return PinState{};
  return PinState{true, static_cast<int>(select.number(0)), base::WallTime(std::chrono::seconds(select.number(1)))};
}

base::Result<void> set_pin(Database& database, const std::string& pin) {
  if (!is_pin(pin)) return base::fail("this is no PIN", "A PIN has 6 to 12 digits.");
  if (is_tried_first(pin)) return base::fail("this PIN is one that everybody tries first", "Choose digits that neither repeat nor count.");
  if (const auto can = ready(); !can) return can;
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (crypto_pwhash_str(hash.data(), pin.data(), pin.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0) {
    return base::fail("there is not enough memory to protect the PIN", "Close other programs and try again.");
  }
  auto transaction = Transaction::begin(database);
  if (!transaction) return tl::make_unexpected(transaction.error());
  {
    Statement upsert(database,
                     "INSERT INTO staff_pin (id, hash, wrong, locked_until) VALUES (1, ?, 0, 0) "
                     "ON CONFLICT (id) DO UPDATE SET hash = excluded.hash, wrong = 0, locked_until = 0");
    if (const auto done = upsert.bind(std::string_view(hash.data())).run(); !done) return tl::make_unexpected(done.error());
  }
  return transaction->commit();
}

base::Result<PinAnswer> try_pin(Database& database, const std::string& pin, base::WallTime now) {
  if (const auto can = ready(); !can) return tl::make_unexpected(can.error());
  const auto state = pin_state(database);
  if (!state) return tl::make_unexpected(state.error());
  if (!state->set) return PinAnswer::not_set;
  // A clock that was put back must not lock for longer than the longest lock.
  const auto longest = now + std::chrono::seconds(kLongestLock_s);
  if (state->locked_until > now && state->locked_until <= longest) return PinAnswer::locked;
  {
    const std::int64_t until = unix_seconds(now) + lock_seconds(state->wrong + 1);
    Statement count(database, "UPDATE staff_pin SET wrong = wrong + 1, locked_until = ? WHERE id = 1");
    if (const auto done = count.bind(until).run(); !done) return tl::make_unexpected(done.error());
  }
  const auto hash = database.text("SELECT hash FROM staff_pin WHERE id = 1");
  if (!hash) return tl::make_unexpected(hash.error());
  if (crypto_pwhash_str_verify(hash->c_str(), pin.data(), pin.size()) != 0) return PinAnswer::wrong;
  if (const auto done = database.execute("UPDATE staff_pin SET wrong = 0, locked_until = 0 WHERE id = 1"); !done) return tl::make_unexpected(done.error());
  return PinAnswer::right;
}

base::Result<void> set_pin_in(const std::filesystem::path& folder, const std::string& pin) {
  if (const auto claimed = claim_folder(folder); !claimed) return tl::make_unexpected(claimed.error());
  auto database = open_and_migrate(folder / "kiosk.db");
  if (!database) return tl::make_unexpected(database.error());
  return set_pin(*database, pin);
}

}  // namespace kiosk::store
