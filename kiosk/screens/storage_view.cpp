// What is said of the database: to staff, with the backups that hold more than it; to visitors before they tell something.
#include "base/format.h"
#include "screens/staff_view.h"
#include "session/staff.h"

namespace kiosk::screens {
namespace {

std::string_view trouble_key(model::DiskTrouble trouble) {
  switch (trouble) {
    case model::DiskTrouble::full: return "storage.full";
    case model::DiskTrouble::read_only: return "storage.read_only";
    case model::DiskTrouble::failing:
    case model::DiskTrouble::none: break;
  }
  return "storage.failing";
}

Phrase backup_phrase(const ViewContext& context, const model::LeadBackup& backup) {
  const locale::LocalTime made = locale::local_time(backup.at, context.catalogue.event.time_zone);
  const std::string day = made.date == context.now.date ? std::string() : locale::format_date(context.language(), made.date) + " ";
  return context.say("storage.take_over", {{"time", day + time_phrase(context, made.time).text}, {"leads", backup.leads}, {"missing", backup.missing}});
}

}  // namespace

Phrase make_storage_warning(const ViewContext& context) {
  const session::ScreenId screen = context.session.place.screen;
  if (context.storage == nullptr || context.storage->can_save()) return {{}, context.language()};
  if (session::asks_for_something(screen)) return context.say("storage.visitors");
  if (!session::is_staff(screen) || screen == session::ScreenId::staff_pin) return {{}, context.language()};
  return context.say(context.storage->trouble != model::DiskTrouble::none ? trouble_key(context.storage->trouble) : "storage.damaged");
}

std::vector<StaffSection> make_storage_sections(const ViewContext& context) {
  const model::StorageHealth health = context.storage == nullptr ? model::StorageHealth{} : *context.storage;
  const model::LostLeads lost = context.staff == nullptr ? model::LostLeads{} : context.staff->lost;
  std::vector<std::string> said;
  if (health.begun_anew) said.push_back(context.say("storage.begun_anew").text);
  if (!lost.set_aside.empty()) said.push_back(context.say("storage.set_aside", {{"file", locale::isolate_left_to_right(lost.set_aside.front())}}).text);
  if (lost.damaged && health.can_save()) said.push_back(context.say("storage.damaged").text);
  if (health.backups_fail) said.push_back(context.say("storage.backups_fail").text);
  if (!lost.backups.empty()) {
    said.push_back(context.say("storage.missing").text);
  } else if (health.begun_anew) {
    said.push_back(context.say("storage.nothing_missing").text);
  }
  StaffSection section{"staff.storage", context.say("storage.title"), {{}, context.language()}, {}};
  for (const std::string& sentence : said) section.line.text += (section.line.text.empty() ? "" : " ") + sentence;
  const bool free = context.session.staff.taking_over != session::TakingOver::going_on;
  for (std::size_t i = 0; i < lost.backups.size(); ++i) {
    section.options.push_back({fmt::format("staff.take_over.{}", i), backup_phrase(context, lost.backups[i]), "reload", false, free, i == 0, session::intent::TakeOver{lost.backups[i].file}});
  }
  if (lost.damaged && lost.backups.empty()) {
    section.options.push_back({"staff.begin_anew", context.say("storage.begin_anew"), "reload", false, free, false, session::intent::TakeOver{{}}});
  }
  if (said.empty() && section.options.empty()) return {};
  return {std::move(section)};
}

}  // namespace kiosk::screens
