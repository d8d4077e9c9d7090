#include "session/staff_desk.h"

#include <utility>

#include "locale/phone_numbers.h"
#include "locale/typed_text.h"
#include "model/email.h"
#include "model/receipt.h"
#include "session/forms.h"

namespace kiosk::session {
namespace {

class DeskStepper {
 public:
  DeskStepper(Session& session, std::vector<Effect>& effects) : session_(session), desk_(session.staff.desk), effects_(effects) {}

  void operator()(const intent::OpenFamily& open) {
    wipe(session_.form);
    close_family(session_);
    desk_.state = DeskState::reading;
    desk_.receipt = open.receipt;
    session_.place = {ScreenId::staff_family, {}};
    effects_.emplace_back(effect::ReadFamily{open.receipt});
  }
  void operator()(const intent::FamilyRead& read) {
    if (desk_.state != DeskState::reading || desk_.receipt != read.receipt) return;
    using intent::FamilyFound;
    switch (read.found) {
      case FamilyFound::found: desk_.state = DeskState::open; break;
      // Gone because staff asked for it.
      case FamilyFound::gone: desk_.state = desk_.asked_to_erase ? DeskState::erased : DeskState::gone; break;
      case FamilyFound::unreadable: desk_.state = DeskState::unreadable; break;
    }
    desk_.notes = read.notes;
    desk_.draft = read.draft;
  }

  void operator()(const intent::ChooseCallBack& choose) {
    if (!is_open()) return;
    model::DeskNotes notes = desk_.notes;
    notes.call_back_by = choose.day;
    save(std::move(notes));
  }
  void operator()(const intent::MarkAnswered& mark) {
    if (!is_open()) return;
    model::DeskNotes notes = desk_.notes;
    notes.answered_at = mark.answered ? std::optional(mark.at) : std::nullopt;
    save(std::move(notes));
  }

  void operator()(const intent::EditAnswer&) {
    if (!is_open()) return;
    if (!keeps_typed(Field::answer)) put(Field::answer, desk_.draft.empty() ? desk_.notes.answer : desk_.draft);
    turn_to(ScreenId::staff_answer, Field::answer);
  }
  void operator()(const intent::EditContact& edit) {
    if (!is_open()) return;
    if (!keeps_typed(Field::name)) {
      put(Field::name, edit.name);
      put(Field::phone, edit.phone);
      put(Field::email, edit.email);
    }
    turn_to(ScreenId::staff_contact, Field::name);
  }
  void operator()(const intent::EraseFamily&) {
    if (!is_open() || !std::exchange(desk_.asked_to_erase, true)) return;
    desk_.state = DeskState::writing;
    drop_draft();
    effects_.emplace_back(effect::EraseFamily{desk_.receipt});
  }
  void operator()(const intent::KeepFamily&) { desk_.asked_to_erase = false; }
  // Whatever was written, the record is read again: it shows what is stored.
  void operator()(const intent::DeskWritten& written) {
    if (desk_.state != DeskState::writing || desk_.receipt != written.receipt) return;
    if (!written.on_disk) {
      desk_.state = DeskState::not_written;
      return;
    }
    wipe(session_.form);
    // What is in the record is no draft any more.
    if (desk_.draft == desk_.notes.answer) drop_draft();
    desk_.state = DeskState::reading;
    effects_.emplace_back(effect::ReadFamily{desk_.receipt});
  }

  void finish() {
    if (session_.place.screen == ScreenId::staff_code) return open_by_code();
    if (fields_on_screen(session_).empty() || !check_fields(session_)) return;
    if (session_.place.screen == ScreenId::staff_answer) {
      model::DeskNotes notes = desk_.notes;
      notes.answer = locale::tidied(session_.form.input(Field::answer).text);
      desk_.draft = notes.answer;
      save(std::move(notes));
    } else {
      desk_.state = DeskState::writing;
      effects_.emplace_back(effect::CorrectContact{desk_.receipt, text_of(Field::name), locale::read_phone_number(session_.form.input(Field::phone).text, session_.country).e164,
                                                   model::canonical_email(text_of(Field::email))});
    }
    session_.place = {ScreenId::staff_family, {}};
  }

 private:
  void drop_draft() {
    wipe_bytes(desk_.draft);
    desk_.draft.clear();
    effects_.emplace_back(effect::KeepDraft{desk_.receipt, {}});
  }
  // After a change that could not be written, the next touch tries again.
  bool is_open() const { return desk_.state == DeskState::open || desk_.state == DeskState::not_written; }

  void save(model::DeskNotes notes) {
    desk_.asked_to_erase = false;
    desk_.notes = notes;
    desk_.state = DeskState::writing;
    effects_.emplace_back(effect::SaveDeskNotes{desk_.receipt, std::move(notes)});
  }
  // What could not be written stands in the form again.
  bool keeps_typed(Field field) const { return desk_.state == DeskState::not_written && !session_.form.input(field).text.empty(); }
  void put(Field field, const std::string& text) { session_.form.input(field) = {text, text.size()}; }
  std::string text_of(Field field) const { return locale::tidied(session_.form.input(field).text); }
  void turn_to(ScreenId screen, Field field) {
    session_.place = {screen, {}};
    session_.form.focus = field;
  }
  void open_by_code() {
    if (!check_fields(session_)) return;
    const auto code = model::read_receipt(session_.form.input(Field::receipt).text);
    if (code) return (*this)(intent::OpenFamily{*code});
    session_.form.problem(Field::receipt) = Problem::receipt_wrong;
  }

  Session& session_;
  DeskWork& desk_;
  std::vector<Effect>& effects_;
};

}  // namespace

void step_desk(Session& session, const DeskIntent& intent, std::vector<Effect>& effects) { std::visit(DeskStepper(session, effects), intent); }

void enter_staff_form(Session& session, std::vector<Effect>& effects) {
  if (session.staff.step == StaffStep::open) DeskStepper(session, effects).finish();
}

void keep_draft(Session& session, std::vector<Effect>& effects) {
  DeskWork& desk = session.staff.desk;
  const std::string& typed = session.form.input(Field::answer).text;
  if (session.place.screen != ScreenId::staff_answer || typed == desk.notes.answer) return;
  desk.draft = typed;
  effects.emplace_back(effect::KeepDraft{desk.receipt, typed});
}

void close_family(Session& session) {
  DeskWork& desk = session.staff.desk;
  wipe_bytes(desk.receipt);
  wipe_bytes(desk.notes.answer);
  wipe_bytes(desk.draft);
  desk = {};
}

}  // namespace kiosk::session
