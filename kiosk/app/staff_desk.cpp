#include "app/staff_desk.h"

#include <algorithm>
#include <utility>

#include "app/records_table.h"
#include "base/forget.h"
#include "base/format.h"
#include "base/log.h"
#include "content/check_translation.h"
#include "exporters/sticks.h"
#include "model/desk.h"
#include "store/backups.h"
#include "store/read_leads.h"
#include "store/recovery.h"

namespace kiosk::app {
namespace {

using session::intent::PinJudged;
using session::intent::PinVerdict;

PinJudged judged(const base::Result<store::PinTried>& tried) {
  if (!tried) return {PinVerdict::unavailable, 0};
  if (tried->answer == store::PinAnswer::right) return {PinVerdict::right, 0};
  // Taken away while the pad was shown.
  if (tried->answer == store::PinAnswer::not_set) return {PinVerdict::unavailable, 0};
  // A wrong try may have begun a lock-out: then the waiting is what staff need to know.
  const auto left = std::chrono::ceil<std::chrono::minutes>(std::chrono::seconds(tried->locked_s));
  if (left.count() > 0) return {PinVerdict::locked, static_cast<int>(left.count())};
  return {PinVerdict::wrong, 0};
}

session::StaffIntent setting_of(const base::Result<store::PinSetting>& setting) {
  using session::intent::PinKnown;
  using session::intent::PinSetting;
  if (!setting) return PinJudged{PinVerdict::unavailable, 0};
  switch (*setting) {
    case store::PinSetting::set: return PinKnown{PinSetting::set};
    case store::PinSetting::offered: return PinKnown{PinSetting::offered};
    case store::PinSetting::missing: break;
  }
  return PinKnown{PinSetting::missing};
}

// Only while it is offered: the pad may have been standing there for longer.
session::StaffIntent set_offered(store::StaffPin& pin, const std::string& digits, const std::optional<std::chrono::year_month_day>& event, const store::Moment& now) {
  const auto setting = pin.setting(now);
  if (!setting || *setting != store::PinSetting::offered) return session::intent::PinNotSet{model::DiskTrouble::none};
  const auto set = pin.set(digits, event);
  if (set) return PinJudged{PinVerdict::right, 0};
  base::log_error(set.error().message);
  return session::intent::PinNotSet{model::disk_trouble(set.error().cause)};
}

// Without its ending: "jusur-leads-lobby-2025-09-22-101507". Several kiosks export onto one stick.
std::string file_name(const model::ExportOrder& order, const std::string& kiosk, const locale::LocalTime& now) {
  return fmt::format("jusur-{}-{}{}{}-{:02}{:02}{:02}", model::id(order.what), kiosk, kiosk.empty() ? "" : "-",
                     locale::iso_date(now.date), now.time.count() / 60, now.time.count() % 60, now.second.count());
}

session::StaffIntent exported(const model::ExportOrder& order, const content::Content& content, const std::filesystem::path& data, base::WallTime now) {
  const auto table = records_table(order.what, data, {content.catalogue, content.messages, order.language}, now);
  if (!table) {
    base::log_error(table.error().message);
    return session::intent::ExportFailed{model::ExportProblem::no_data};
  }
  const std::string name = file_name(order, content.catalogue.map.this_kiosk, locale::local_time(now, content.catalogue.event.time_zone));
  const exporters::StickExport done = exporters::export_to_stick(*table, order.format, order.folder, name, scratch_folder(data));
  if (done.problem == model::ExportProblem::none) return session::intent::ExportWritten{static_cast<std::int64_t>(done.rows), done.file};
  base::log_error(done.reason);
  return session::intent::ExportFailed{done.problem};
}

}  // namespace

// Carries out one effect each.
struct StaffDesk::Carrier {
  StaffDesk& desk;
  std::shared_ptr<const content::Content> content;

  // Gives an answer from any thread. It holds the inbox, not the desk, which may be gone by then: what is posted runs on the desk's own thread,
  // while it is there, or never.
  auto answerer() const {
    return [raw = &desk, inbox = desk.p_.inbox](session::StaffIntent intent) {
      inbox->post([raw, intent = std::move(intent)] { raw->p_.apply(intent); });
    };
  }
  // Without a store nothing of the counsellor's desk can be written, and that is said.
  store::Store* desk_store(const std::string& receipt) const {
    if (desk.p_.store == nullptr) desk.p_.apply(session::StaffIntent(session::DeskIntent(session::intent::DeskWritten{receipt, false})));
    return desk.p_.store;
  }
  std::function<void(base::Result<bool>)> written(const std::string& receipt) const {
    return [answer = answerer(), receipt](const base::Result<bool>& done) {
      if (!done) base::log_error(done.error().message);
      answer(session::DeskIntent(session::intent::DeskWritten{receipt, done.has_value()}));
    };
  }

  void operator()(const session::effect::AskPin&) const {
    desk.background().run([pin = &desk.pin_, answer = answerer(), now = desk.p_.clock.wall()] { answer(setting_of(pin->setting(store::moment_at(now)))); });
  }
  void operator()(const session::effect::TryPin& tried) const {
    desk.background().run([pin = &desk.pin_, answer = answerer(), digits = tried.pin, now = desk.p_.clock.wall()] {
      const auto outcome = pin->try_pin(digits, store::moment_at(now));
      if (!outcome) base::log_error(outcome.error().message);
      answer(judged(outcome));
    });
  }
  void operator()(const session::effect::SetFirstPin& first) const {
    desk.background().run([pin = &desk.pin_, answer = answerer(), digits = first.pin, event = content->catalogue.event.date, now = desk.p_.clock.wall()] {
      answer(set_offered(*pin, digits, event, store::moment_at(now)));
    });
  }
  void operator()(const session::effect::ReadStatistics&) const {
    desk.look_for_sticks();
    desk.read_statistics(content->catalogue.event.time_zone);
  }
  void operator()(const session::effect::WriteExport& write) const { desk.write_export(write.order, content); }
  void operator()(const session::effect::ShiftDay& shift) const {
    model::DayChanges changes = desk.facts_.day;
    if (changes.total() + shift.by > model::kMostDelay) return;
    changes.shifts.push_back({locale::local_time(desk.p_.clock.wall(), content->catalogue.event.time_zone).time, shift.by});
    desk.change_day(std::move(changes));
  }
  void operator()(const session::effect::UndoShift&) const {
    model::DayChanges changes = desk.facts_.day;
    if (changes.shifts.empty()) return;
    changes.shifts.pop_back();
    desk.change_day(std::move(changes));
  }
  void operator()(const session::effect::ChooseDayMode& choose) const {
    model::DayChanges changes = desk.facts_.day;
    changes.mode = choose.mode;
    desk.change_day(std::move(changes));
  }
  void operator()(const session::effect::ReloadContent&) const {
    if (desk.p_.reload_content) desk.p_.reload_content();
  }
  void operator()(const session::effect::TakeOver& take) const {
    if (desk.p_.store == nullptr) return desk.p_.apply(session::StaffIntent(session::intent::TakenOver{false, 0}));
    desk.p_.store->take_over(take.backup, [answer = answerer()](const base::Result<std::int64_t>& taken) {
      if (!taken) base::log_error(taken.error().message);
      answer(session::intent::TakenOver{taken.has_value(), taken.value_or(0)});
    });
  }
  void operator()(const session::effect::ReadDesk&) const { desk.read_families(content->catalogue.event.time_zone, {}); }
  void operator()(const session::effect::ReadFamily& read) const { desk.read_families(content->catalogue.event.time_zone, read.receipt); }
  void operator()(const session::effect::SaveDeskNotes& save) const {
    if (const auto store = desk_store(save.receipt)) store->save_desk_notes(save.receipt, save.notes, written(save.receipt));
  }
  void operator()(const session::effect::CorrectContact& correct) const {
    if (const auto store = desk_store(correct.receipt)) store->correct_contact(correct.receipt, {correct.name, correct.phone, correct.email}, written(correct.receipt));
  }
  void operator()(const session::effect::EraseFamily& erase) const {
    if (const auto store = desk_store(erase.receipt)) store->erase_lead(erase.receipt, desk.p_.clock.wall(), written(erase.receipt));
  }
  void operator()(const session::effect::KeepDraft& keep) const { base::replace_and_wipe(desk.draft_, keep.answer.empty() ? session::effect::KeepDraft{} : keep); }
  void operator()(const session::effect::StaffLeft&) const {
    base::replace_and_wipe(desk.wanted_family_, std::optional<std::string>());
    if (desk.p_.store != nullptr) desk.p_.store->forget();
    // Clearing would keep the memory in which short names stand.
    base::replace_and_wipe(desk.facts_.families, std::vector<model::Lead>());
    base::replace_and_wipe(desk.facts_.family, std::optional<model::Lead>());
    desk.facts_.statistics.reset();
    desk.facts_.sticks.clear();
    desk.stick_watch_.reset();
    if (desk.p_.wipe) desk.p_.wipe();
  }
  void operator()(const session::effect::ConfirmPurge&) const {
    if (!desk.facts_.purge) return;
    if (desk.p_.confirm_purge) desk.p_.confirm_purge(*desk.facts_.purge);
    desk.take_purge_question(std::nullopt);
  }
  void operator()(const session::effect::QuitKiosk&) const {
    if (desk.p_.quit) desk.p_.quit();
  }
};

StaffDesk::StaffDesk(Parts parts) : p_(std::move(parts)), pin_(p_.data) {}

Background& StaffDesk::background() {
  if (!background_) background_ = std::make_unique<Background>();
  return *background_;
}

void StaffDesk::carry_out(const session::StaffEffect& effect, std::shared_ptr<const content::Content> content) {
  std::visit(Carrier{*this, std::move(content)}, effect);
}

void StaffDesk::read_statistics(const std::string& time_zone) {
  const std::chrono::year_month_day day = locale::local_time(p_.clock.wall(), time_zone).date;
  background().run([this, inbox = p_.inbox, data = p_.data, time_zone, day] {
    auto counted = store::read_statistics(data, time_zone, day);
    inbox->post([this, counted = std::move(counted)] {
      if (!counted) return base::log_error(counted.error().message);
      facts_.statistics = *counted;
      p_.facts_changed();
    });
    inbox->post([this, lost = store::find_lost(data)] {
      facts_.lost = lost;
      p_.facts_changed();
    });
  });
}

// The whole list, or with a receipt that family alone.
void StaffDesk::read_families(const std::string& time_zone, const std::string& receipt) {
  wanted_family_ = receipt;
  const std::chrono::year_month_day today = locale::local_time(p_.clock.wall(), time_zone).date;
  if (!receipt.empty() && (!facts_.family || facts_.family->receipt != receipt)) base::replace_and_wipe(facts_.family, std::optional<model::Lead>());
  background().run([this, inbox = p_.inbox, data = p_.data, today, receipt] {
    auto leads = store::read_leads(data);
    inbox->post([this, leads = std::move(leads), today, receipt]() mutable {
      if (!leads) {
        base::log_error(leads.error().message);
        return p_.apply(session::StaffIntent(session::DeskIntent(session::intent::FamilyRead{receipt, session::intent::FamilyFound::unreadable, {}})));
      }
      take_families(std::move(*leads), today, receipt);
    });
  });
}

void StaffDesk::take_families(std::vector<model::Lead> leads, std::chrono::year_month_day today, const std::string& receipt) {
  if (receipt != wanted_family_) return;
  if (receipt.empty()) {
    std::erase_if(leads, [&](const model::Lead& lead) { return model::urgency_of(lead, today) == model::Urgency::answered; });
    model::sort_by_urgency(leads, today);
    base::replace_and_wipe(facts_.families, std::move(leads));
    return p_.facts_changed();
  }
  const auto found = std::find_if(leads.begin(), leads.end(), [&](const model::Lead& lead) { return lead.receipt == receipt; });
  base::replace_and_wipe(facts_.family, found == leads.end() ? std::optional<model::Lead>() : std::optional<model::Lead>(std::move(*found)));
  p_.facts_changed();
  p_.apply(session::StaffIntent(session::DeskIntent(session::intent::FamilyRead{receipt, facts_.family ? session::intent::FamilyFound::found : session::intent::FamilyFound::gone,
                                                                                       facts_.family ? facts_.family->desk : model::DeskNotes{},
                                                                                       draft_.receipt == receipt ? draft_.answer : std::string()})));
}

void StaffDesk::write_export(model::ExportOrder order, std::shared_ptr<const content::Content> content) {
  background().run([this, inbox = p_.inbox, data = p_.data, now = p_.clock.wall(), order = std::move(order), content = std::move(content)] {
    inbox->post([this, outcome = exported(order, *content, data, now)] { p_.apply(outcome); });
    if (const auto made = store::back_up_changes(data, std::chrono::system_clock::now()); !made) base::log_error(made.error().message);
  });
}

// Shown at once; whether a restart would keep it is known when it is on the disk.
void StaffDesk::change_day(model::DayChanges changes) {
  facts_.day = changes;
  p_.day_changed();
  const auto kept = [this](bool on_disk) { p_.apply(session::StaffIntent(session::intent::DayKept{on_disk})); };
  if (p_.store == nullptr) return kept(false);
  p_.store->save_day(today_, std::move(changes), [inbox = p_.inbox, kept](const base::Result<void>& saved) {
    if (!saved) base::log_error(saved.error().message);
    inbox->post([kept, on_disk = saved.has_value()] { kept(on_disk); });
  });
}

void StaffDesk::look_for_sticks() {
  const auto look = [this] {
    std::vector<model::Stick> found = exporters::find_sticks();
    const bool others = !std::equal(found.begin(), found.end(), facts_.sticks.begin(), facts_.sticks.end(),
                                    [](const model::Stick& one, const model::Stick& other) { return one.folder == other.folder; });
    facts_.sticks = std::move(found);
    p_.facts_changed();
    if (others) p_.apply(session::StaffIntent(session::intent::SticksChanged{}));
  };
  look();
  if (!stick_watch_) stick_watch_ = std::make_unique<StickWatch>([inbox = p_.inbox, look] { inbox->post(look); });
}

void StaffDesk::take_report(model::ContentReport report) {
  facts_.content = std::move(report);
  p_.facts_changed();
}

void StaffDesk::take_purge_question(std::optional<model::PurgeQuestion> question) {
  facts_.purge = std::move(question);
  p_.facts_changed();
}

void StaffDesk::take_broken_picture(const std::string& file, const std::string& reason) {
  model::ContentProblem problem = content::problem_for_staff(file, reason, "Replace the photo; until then the emblem is shown.", false);
  std::vector<model::ContentProblem>& problems = facts_.content.problems;
  if (std::find(problems.begin(), problems.end(), problem) != problems.end()) return;
  problems.push_back(std::move(problem));
  p_.facts_changed();
}

void StaffDesk::keep_day(const std::string& time_zone) {
  const std::chrono::year_month_day day = locale::local_time(p_.clock.wall(), time_zone).date;
  if (day != today_ || time_zone != time_zone_) {
    time_zone_ = time_zone;
    facts_.zone_doubt = locale::zone_doubt(time_zone, p_.clock.wall());
    p_.facts_changed();
  }
  if (day == today_) return;
  today_ = day;
  if (facts_.day != model::DayChanges{}) {
    facts_.day = {};
    p_.day_changed();
  }
  if (p_.store == nullptr) return;
  p_.store->read_day(day, [this, inbox = p_.inbox, day](const base::Result<model::DayChanges>& read) {
    if (!read) return base::log_error(read.error().message);
    inbox->post([this, day, changes = *read] {
      if (day != today_ || changes == facts_.day) return;
      facts_.day = changes;
      p_.day_changed();
    });
  });
}

}  // namespace kiosk::app
