#include "session/staff.h"

#include <utility>

#include "session/forms.h"
#include "session/staff_desk.h"

namespace kiosk::session {
namespace {

using model::ExportProblem;

void wipe(std::string& digits) {
  wipe_bytes(digits);
  digits.clear();
}

class StaffStepper {
 public:
  StaffStepper(Session& session, const model::Catalogue& catalogue, std::vector<Effect>& effects)
      : session_(session), staff_(session.staff), catalogue_(catalogue), effects_(effects) {}

  void operator()(const intent::PinKnown& known) {
    if (staff_.step != StaffStep::asking) return;
    switch (known.setting) {
      case intent::PinSetting::set: staff_.step = StaffStep::enter; break;
      case intent::PinSetting::offered: staff_.step = StaffStep::choose; break;
      case intent::PinSetting::missing: staff_.step = StaffStep::missing; break;
    }
  }
  void operator()(const intent::PinDigit& typed) {
    if (!takes_digits() || typed.digit < '0' || typed.digit > '9' || staff_.digits.size() >= model::kLongestPin) return;
    staff_.digits.push_back(typed.digit);
    staff_.problem = PinProblem::none;
  }
  void operator()(const intent::PinErase&) {
    if (takes_digits() && !staff_.digits.empty()) staff_.digits.pop_back();
  }
  void operator()(const intent::PinEnter&) {
    if (!takes_digits() || staff_.digits.size() < model::kShortestPin) return;
    std::string digits = staff_.digits;
    wipe(staff_.digits);
    staff_.problem = PinProblem::none;
    if (staff_.step == StaffStep::choose) {
      staff_.weakness = model::weakness_of(digits, catalogue_.event.date);
      if (staff_.weakness != model::PinWeakness::none) {
        wipe(digits);
        staff_.problem = PinProblem::weak;
        return;
      }
      staff_.chosen = std::move(digits);
      staff_.step = StaffStep::confirm;
    } else if (staff_.step == StaffStep::confirm && digits != staff_.chosen) {
      choose_again(PinProblem::different);
    } else {
      effects_.emplace_back(staff_.step == StaffStep::confirm ? Effect(effect::SetFirstPin{digits}) : Effect(effect::TryPin{digits}));
      staff_.step = StaffStep::checking;
    }
  }
  void operator()(const intent::PinJudged& judged) {
    if (staff_.step != StaffStep::checking && staff_.step != StaffStep::asking) return;
    switch (judged.verdict) {
      case intent::PinVerdict::right: return unlock();
      case intent::PinVerdict::wrong: staff_.problem = PinProblem::wrong; break;
      case intent::PinVerdict::unavailable: staff_.problem = PinProblem::unavailable; break;
      case intent::PinVerdict::locked:
        staff_.problem = PinProblem::locked;
        staff_.locked_minutes = judged.locked_minutes;
        break;
    }
    staff_.step = StaffStep::enter;
  }

  void operator()(const intent::PinNotSet& not_set) {
    if (staff_.step != StaffStep::checking) return;
    choose_again(PinProblem::not_written);
    staff_.trouble = not_set.trouble;
    if (not_set.trouble == model::DiskTrouble::none) staff_.step = StaffStep::missing;
  }

  void operator()(const intent::OpenStaffPage& open) {
    if (!unlocked() || writing() || staff_.desk.state == DeskState::writing || !is_staff(open.screen) || open.screen == ScreenId::staff_pin) return;
    keep_draft(session_, effects_);
    wipe(session_.form);
    // The code is asked for anew; back from an answer or a correction the family is still open.
    if (open.screen != ScreenId::staff_family) close_family(session_);
    session_.place = {open.screen, {}};
    session_.form.focus = open.screen == ScreenId::staff_code ? std::optional(Field::receipt) : std::nullopt;
    staff_.exporting = {};
    staff_.asked_to_quit = false;
    if (staff_.taking_over != TakingOver::going_on) staff_.taking_over = TakingOver::no;
    if (open.screen == ScreenId::staff_today) effects_.emplace_back(effect::ReadStatistics{});
    if (open.screen == ScreenId::staff_desk) effects_.emplace_back(effect::ReadDesk{});
  }

  void operator()(const intent::ChooseExport& choose) {
    if (choosing_export()) staff_.exporting.what = choose.what;
  }
  void operator()(const intent::ChooseExportFormat& choose) {
    if (choosing_export()) staff_.exporting.format = choose.format;
  }
  void operator()(const intent::ChooseStick& choose) {
    if (choosing_export()) staff_.exporting.stick = choose.folder;
  }
  void operator()(const intent::WriteExport& write) {
    if (!choosing_export() || write.folder.empty()) return;
    Exporting& exporting = staff_.exporting;
    exporting.step = ExportStep::writing;
    effects_.emplace_back(effect::WriteExport{{exporting.what, exporting.format, session_.language, write.folder}});
  }
  void operator()(const intent::ExportWritten& written) {
    if (!writing()) return;
    staff_.exporting.step = ExportStep::written;
    staff_.exporting.rows = written.rows;
    staff_.exporting.file = written.file;
  }
  void operator()(const intent::ExportFailed& failed) {
    if (!writing()) return;
    staff_.exporting.step = ExportStep::failed;
    staff_.exporting.problem = failed.problem;
  }
  // "You may take it out" is said of the stick that was written, not of the next one.
  void operator()(const intent::SticksChanged&) {
    if (staff_.exporting.step == ExportStep::written) staff_.exporting.step = ExportStep::choosing;
  }

  void operator()(const intent::ShiftDay& shift) {
    if (at(ScreenId::staff_day)) effects_.emplace_back(effect::ShiftDay{shift.by});
  }
  void operator()(const intent::UndoShift&) {
    if (at(ScreenId::staff_day)) effects_.emplace_back(effect::UndoShift{});
  }
  void operator()(const intent::ChooseDayMode& choose) {
    if (at(ScreenId::staff_day)) effects_.emplace_back(effect::ChooseDayMode{choose.mode});
  }
  void operator()(const intent::DayKept& kept) {
    if (unlocked()) staff_.day_is_lost_on_restart = !kept.on_disk;
  }

  void operator()(const intent::ReloadContent&) {
    if (at(ScreenId::staff_kiosk)) effects_.emplace_back(effect::ReloadContent{});
  }
  void operator()(const intent::ConfirmPurge&) {
    if (at(ScreenId::staff_kiosk)) effects_.emplace_back(effect::ConfirmPurge{});
  }
  void operator()(const intent::QuitKiosk&) {
    if (!at(ScreenId::staff_kiosk)) return;
    if (std::exchange(staff_.asked_to_quit, true)) effects_.emplace_back(effect::QuitKiosk{});
  }

  void operator()(const intent::TakeOver& take) {
    if (!at(ScreenId::staff_today) || staff_.taking_over == TakingOver::going_on) return;
    staff_.taking_over = TakingOver::going_on;
    effects_.emplace_back(effect::TakeOver{take.backup});
  }
  void operator()(const intent::TakenOver& taken) {
    if (staff_.taking_over != TakingOver::going_on) return;
    staff_.taking_over = taken.done ? TakingOver::done : TakingOver::failed;
    staff_.taken_over = taken.leads;
    effects_.emplace_back(effect::ReadStatistics{});
  }

  void operator()(const DeskIntent& desk) {
    if (unlocked()) step_desk(session_, desk, effects_);
  }

 private:
  bool unlocked() const { return staff_.step == StaffStep::open; }
  bool at(ScreenId screen) const { return unlocked() && session_.place.screen == screen; }
  bool writing() const { return staff_.exporting.step == ExportStep::writing; }
  // After an export, successful or not, the next touch on a choice begins another.
  bool choosing_export() {
    if (!at(ScreenId::staff_export) || writing()) return false;
    staff_.exporting.step = ExportStep::choosing;
    staff_.exporting.problem = ExportProblem::none;
    return true;
  }
  bool takes_digits() const { return staff_.step == StaffStep::enter || staff_.step == StaffStep::choose || staff_.step == StaffStep::confirm; }
  void choose_again(PinProblem problem) {
    wipe(staff_.chosen);
    staff_ = {};
    staff_.step = StaffStep::choose;
    staff_.problem = problem;
  }
  void unlock() {
    wipe(staff_.chosen);
    staff_ = {};
    staff_.step = StaffStep::open;
    session_.place = {ScreenId::staff_today, {}};
    effects_.emplace_back(effect::ReadStatistics{});
  }

  Session& session_;
  Staff& staff_;
  const model::Catalogue& catalogue_;
  std::vector<Effect>& effects_;
};

}  // namespace

bool is_staff(ScreenId screen) { return screen >= ScreenId::staff_pin && screen <= ScreenId::staff_kiosk; }

void open_staff(Session& session, Language language, SteadyTime now, std::vector<Effect>& effects) {
  session = Session{};
  session.language = language;
  session.place = {ScreenId::staff_pin, {}};
  session.last_touch = now;
  effects.emplace_back(effect::AskPin{});
}

void leave_staff(Session& session, Language language, SteadyTime now, std::vector<Effect>& effects) {
  keep_draft(session, effects);
  wipe(session.form);
  close_family(session);
  wipe(session.staff.digits);
  wipe(session.staff.chosen);
  session = Session{};
  session.language = language;
  session.last_touch = now;
  effects.emplace_back(effect::StaffLeft{});
}

void step_staff(Session& session, const StaffIntent& intent, const model::Catalogue& catalogue, std::vector<Effect>& effects) {
  if (is_staff(session.place.screen)) std::visit(StaffStepper(session, catalogue, effects), intent);
}

std::optional<SteadyTime> staff_deadline(const Session& session, const IdleRules& rules) {
  if (session.staff.exporting.step == ExportStep::writing || session.staff.taking_over == TakingOver::going_on) return std::nullopt;
  const bool with_family = session.staff.desk.state != DeskState::closed;
  return session.last_touch + (with_family ? rules.staff_with_family : rules.staff);
}

}  // namespace kiosk::session
