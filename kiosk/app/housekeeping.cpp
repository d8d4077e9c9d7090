#include "app/housekeeping.h"

#include <future>
#include <tuple>
#include <utility>

#include "base/forget.h"
#include "base/format.h"
#include "base/log.h"
#include "locale/dates.h"
#include "store/backups.h"
#include "store/erasure.h"
#include "store/snapshot.h"

namespace kiosk::app {
namespace {

constexpr std::chrono::hours kPurgeEvery{24};
// Long enough for somebody to miss what went.
constexpr std::chrono::hours kBackupsLater{20};

std::string day_of(base::WallTime time) { return locale::iso_date(std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(time))); }

}  // namespace

Retention retention_of(const model::Event& event, int keep_days) {
  Retention retention{keep_days, {}};
  if (!event.date) return retention;
  const auto midnight = [&](std::chrono::sys_days day) { return locale::parse_local_time(locale::iso_date(day) + " 00:00", event.time_zone).value_or(base::WallTime(day)); };
  const std::chrono::sys_days day(*event.date);
  retention.event = store::EventDay{midnight(day), midnight(day + std::chrono::days(1))};
  return retention;
}

Housekeeping::Housekeeping(Parts parts) : p_(std::move(parts)), retention_(p_.retention), thread_([this] { run(); }) {}

Housekeeping::~Housekeeping() {
  {
    const std::lock_guard guard(mutex_);
    end_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void Housekeeping::keep(Retention retention) {
  const std::lock_guard guard(mutex_);
  if (retention_) retention_ = retention;
}

void Housekeeping::confirm(const model::PurgeQuestion& question) {
  {
    const std::lock_guard guard(mutex_);
    confirmed_ = question;
  }
  changed_.notify_all();
}

void Housekeeping::run() {
  std::unique_lock guard(mutex_);
  for (std::chrono::milliseconds wait = p_.first_after;; wait = p_.every) {
    changed_.wait_for(guard, wait, [this] { return end_ || confirmed_; });
    const bool last = end_;
    const std::optional<Retention> retention = retention_;
    const auto confirmed = std::exchange(confirmed_, std::nullopt);
    guard.unlock();
    if (last) p_.store.flush();
    if (retention) look_at_clock(last && !confirmed ? Retention{} : *retention, confirmed);
    back_up();
    base::scrub_stack();
    guard.lock();
    if (last) return;
  }
}

void Housekeeping::back_up() const {
  const auto made = store::back_up_changes(p_.data, p_.clock.wall());
  if (!made) p_.say(made.error());
  if (p_.backed_up) p_.backed_up(made ? base::Result<void>() : tl::make_unexpected(made.error()));
}

// Notes the time where the clock can be believed, purges what is due, asks staff where it is theirs to say.
void Housekeeping::look_at_clock(const Retention& retention, const std::optional<model::PurgeQuestion>& confirmed) {
  auto copy = store::copy_of_database(p_.data);
  if (!copy) return;  // the backup says why
  const base::WallTime now = p_.clock.wall();
  auto known = store::known_times(*copy, p_.data);
  if (!known) return p_.say(known.error());
  store::ClockMemory& memory = known->memory;
  if (confirmed) {
    // Answered; what cannot be purged is asked about again.
    asked_.reset();
    if (p_.ask) p_.ask(std::nullopt);
    memory.believed = now;
    if (known->newest > now) memory.vouched = known->newest;
  }
  const model::PurgeDoubt doubt = store::doubt_of_clock(now, *known);
  if (doubt == model::PurgeDoubt::none) memory.believed = now;
  if (retention.days > 0) {
    const base::WallTime before = confirmed && confirmed->any() ? confirmed->before : now - std::chrono::days(retention.days);
    const auto judged = store::question_of_purge(*copy, before, retention.event, doubt);
    if (!judged) return p_.say(judged.error());
    std::optional<model::PurgeQuestion> question = *judged;
    question->clock = now;
    const auto steady = std::chrono::steady_clock::now();
    const bool due = purged_at_ == std::chrono::steady_clock::time_point() || steady - purged_at_ >= kPurgeEvery;
    const bool told_to = confirmed && confirmed->any();
    const bool backups_due = doubt == model::PurgeDoubt::none && memory.purged_at && now - *memory.purged_at >= kBackupsLater;
    // One of the two in a pass.
    if (backups_due && !told_to) {
      purge_backups(memory);
    } else if ((told_to || (due && question->doubt == model::PurgeDoubt::none)) && purge(*question, memory)) {
      purged_at_ = steady;
      question.reset();
    }
    tell(question && question->doubt != model::PurgeDoubt::none && (question->any() || question->is_of_clock()) ? std::optional(*question) : std::nullopt);
  }
  if (const auto kept = store::write_clock_memory(p_.data, memory); !kept) p_.say(kept.error());
}

// On the store's own connection, in its turn: a save that comes meanwhile waits in the queue instead of meeting a lock.
bool Housekeeping::purge(const model::PurgeQuestion& question, store::ClockMemory& memory) {
  std::promise<base::Result<store::Purged>> told;
  p_.store.purge(question.before, question.clock, [&](base::Result<store::Purged> purged) { told.set_value(std::move(purged)); });
  const auto purged = told.get_future().get();
  if (!purged) {
    p_.say(purged.error());
    return false;
  }
  if (purged->any()) base::log_info(fmt::format("purged {} leads and the names of {} guests, saved before {}", purged->leads, purged->guests, day_of(question.before)));
  // Also when the database held nothing that old: a backup may.
  memory.note_purge(question.clock, question.before);
  return true;
}

void Housekeeping::purge_backups(store::ClockMemory& memory) {
  const base::WallTime before = memory.purged_before.value_or(base::WallTime());
  if (store::purge_backups(p_.data, before, p_.clock.wall(), p_.say)) base::log_info(fmt::format("purged the backups of what was saved before {}", day_of(before)));
  memory.purged_at.reset();
  memory.purged_before.reset();
}

void Housekeeping::tell(std::optional<model::PurgeQuestion> question) {
  // The time that the clock says goes on by itself.
  const auto asks = [](const std::optional<model::PurgeQuestion>& one) { return one ? std::tuple(one->doubt, one->leads, one->guests) : std::tuple(model::PurgeDoubt::none, 0, 0); };
  const bool changed = asks(question) != asks(asked_);
  asked_ = question;
  if (!changed) return;
  if (question && !question->any()) base::log_warning(fmt::format("the clock is not believed: {}", store::reason(question->doubt)));
  if (question && question->any()) {
    base::log_warning(fmt::format("{} leads and the names of {} guests are not purged before staff say so on the page of this kiosk: {}", question->leads, question->guests,
                                  store::reason(question->doubt)));
  }
  if (p_.ask) p_.ask(question);
}

}  // namespace kiosk::app
