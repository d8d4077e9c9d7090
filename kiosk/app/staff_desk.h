// What the staff pages ask of the world: the PIN, the day's figures, exports onto a stick, the day put off, a reload. Holds the facts that
// they show. Used from the drawing thread; whatever is slow runs elsewhere and comes back through the inbox as an intent.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/background.h"
#include "app/inbox.h"
#include "app/stick_watch.h"
#include "base/clock.h"
#include "content/content.h"
#include "locale/dates.h"
#include "screens/staff_facts.h"
#include "session/intents.h"
#include "store/staff_pin.h"
#include "store/store.h"

namespace kiosk::app {

class StaffDesk {
 public:
  struct Parts {
    store::Store* store = nullptr;  // nullptr: nothing can be changed, and what there is can be read
    const base::Clock& clock;
    std::shared_ptr<Inbox> inbox;
    std::filesystem::path data;
    std::function<void(const session::Intent&)> apply;  // takes an answer
    std::function<void()> facts_changed;                // the view is to be made anew
    std::function<void()> day_changed;                  // the timetable as well
    std::function<void()> wipe;
    std::function<void()> reload_content;
    std::function<void()> quit;
    std::function<void(const model::PurgeQuestion&)> confirm_purge;
  };
  explicit StaffDesk(Parts parts);

  // `content` is what is shown; the export's names come from it.
  void carry_out(const session::StaffEffect& effect, std::shared_ptr<const content::Content> content);
  const screens::StaffFacts& facts() const { return facts_; }
  const model::DayChanges& day() const { return facts_.day; }
  void take_report(model::ContentReport report);
  void take_purge_question(std::optional<model::PurgeQuestion> question);
  // Added to the report until the files are read again.
  void take_broken_picture(const std::string& file, const std::string& reason);
  // Reads what staff changed of today when the day has begun or the kiosk has, and looks whether its hours can be relied on.
  void keep_day(const std::string& time_zone);

 private:
  struct Carrier;
  void read_statistics(const std::string& time_zone);
  void read_families(const std::string& time_zone, const std::string& receipt);
  void take_families(std::vector<model::Lead> leads, std::chrono::year_month_day today, const std::string& receipt);
  void write_export(model::ExportOrder order, std::shared_ptr<const content::Content> content);
  void change_day(model::DayChanges changes);
  void look_for_sticks();
  Background& background();

  Parts p_;
  store::StaffPin pin_;  // used on the background thread
  screens::StaffFacts facts_;
  std::chrono::year_month_day today_{};
  std::string time_zone_;
  // The receipt asked for last, empty for the list; nothing when staff have left: an answer to anything else is dropped.
  std::optional<std::string> wanted_family_;
  session::effect::KeepDraft draft_;         // the answer that a counsellor left half typed
  std::unique_ptr<StickWatch> stick_watch_;  // while staff look
  std::unique_ptr<Background> background_;   // from the first slow job on
};

}  // namespace kiosk::app
