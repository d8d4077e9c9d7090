#include "session/session.h"

#include <algorithm>
#include <utility>

#include "locale/typed_text.h"
#include "session/details.h"
#include "session/discovery.h"
#include "session/forms.h"
#include "session/hearts.h"
#include "session/receipt_desk.h"
#include "session/staff.h"
#include "session/staff_desk.h"
#include "session/tour_desk.h"
#include "session/voice.h"
#include "session/wayfinding.h"

namespace kiosk::session {
namespace {

// A trail longer than this is a visitor wandering; what fell off is reached from home.
constexpr std::size_t kTrailLimit = 32;

// Reached only by going through the form, never by name.
bool is_inside_form(ScreenId screen) { return screen > ScreenId::interest_programs && screen <= ScreenId::thanks; }

bool exists(const model::Catalogue& catalogue, ScreenId screen, std::string_view subject) {
  if (screen == ScreenId::map) return !catalogue.map.empty() && (subject.empty() || catalogue.map.area(subject) != nullptr);
  if (screen == ScreenId::tours) return !catalogue.tours.empty() && subject.empty();
  if (screen == ScreenId::tour) return catalogue.tour(subject) != nullptr;
  if (screen == ScreenId::questions) return subject.empty() || catalogue.question(subject) != nullptr;
  return screen == ScreenId::program || screen == ScreenId::compare ? catalogue.program(subject) != nullptr : subject.empty();
}

std::string in_capitals(std::string text) {
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return text;
}

// Applies one intent. Holds the parts that every handler needs, so that each handler states only what it changes.
class Stepper {
 public:
  Stepper(Session session, const model::Catalogue& catalogue, SteadyTime now, const IdleRules& rules)
      : session_(std::move(session)), catalogue_(catalogue), now_(now), rules_(rules) {}

  Stepped take() && { return {std::move(session_), std::move(effects_)}; }
  bool visiting() const { return !session_.visit.empty(); }

  void operator()(const intent::Begin& begin) {
    if (visiting() || in_staff() || begin.visit.empty()) return;
    session_ = Session{};
    session_.visit = begin.visit;
    session_.language = begin.language;
    session_.last_touch = now_;
    effects_.emplace_back(effect::VisitBegan{session_.visit, session_.language});
    go({ScreenId::home, {}});
  }

  void operator()(const intent::Open& open) {
    if (!visiting() || open.screen == ScreenId::attract || is_inside_form(open.screen) || is_staff(open.screen) || !exists(catalogue_, open.screen, open.subject)) return;
    const Place next{open.screen, open.subject};
    session_.sheet = Sheet::none;
    // The next guest in the queue begins on the same page.
    const bool next_guest = next.screen == ScreenId::reception && session_.reception.step == ReceptionStep::saved;
    if (next.screen == ScreenId::map) enter_map(session_, catalogue_, next);
    if (next == session_.place && !next_guest) return;
    // Each coming to reception is a guest of its own, of whom nothing stands in another's form.
    if (next.screen == ScreenId::reception || session_.place.screen == ScreenId::reception) {
      session_.reception = {};
      wipe(session_.form);
    }
    if (next.screen == ScreenId::interest_programs && session_.interest.save == SaveState::saved) wipe(session_.interest);
    if (next.screen == ScreenId::receipt) open_receipt(session_);
    if (next.screen == ScreenId::compare) session_.compare_with.clear();
    // Another room on the same map or another question is no other place to go back from.
    if ((next.screen == ScreenId::map || next.screen == ScreenId::questions) && session_.place.screen == next.screen) return go(next);
    if (next == session_.place) return go(next);
    if (next.screen == ScreenId::home) {
      session_.trail.clear();
      go(next);
    } else {
      go_on(next);
    }
  }

  void operator()(const intent::Back&) {
    if (in_staff()) return leave_staff_form();
    if (!visiting()) return;
    // A sheet lies over the place: back takes it away first.
    if (std::exchange(session_.sheet, Sheet::none) != Sheet::none || session_.trail.empty()) return;
    if (step_back_discovery(session_) || step_back_wayfinding(session_, catalogue_)) return;
    if (session_.place.screen == ScreenId::reception) {
      ReceptionStep& step = session_.reception.step;
      if (step == ReceptionStep::saving) return;
      if (step == ReceptionStep::details || step == ReceptionStep::school) return turn_reception_to(ReceptionStep::party);
      if (step == ReceptionStep::party) return turn_reception_to(ReceptionStep::kind);
      wipe(session_.form);
    }
    if (session_.interest.save == SaveState::saving) return;
    if (step_back_receipt(session_) || step_back_tour(session_)) return;
    session_.interest.save = session_.interest.save == SaveState::failed ? SaveState::editing : session_.interest.save;
    const Place previous = session_.trail.back();
    session_.trail.pop_back();
    // The content may have changed since: a program that is gone leads home.
    go(exists(catalogue_, previous.screen, previous.subject) ? previous : Place{ScreenId::home, {}});
  }

  void operator()(const intent::ChooseLanguage& choose) {
    if (visiting() || in_staff()) session_.language = choose.language;
  }

  void operator()(const DiscoveryIntent& intent) { step_discovery(session_, intent, catalogue_); }

  void operator()(const intent::ToggleHeart& toggle) {
    if (visiting()) toggle_heart(session_, {toggle.kind, toggle.id}, catalogue_, now_, effects_);
  }

  void operator()(const intent::ToggleVoice& toggle) { toggle_voice(session_, toggle.language, catalogue_); }
  void operator()(const intent::VoiceEnded&) {
    if (session_.voice.empty()) return;
    session_.voice.clear();
    session_.last_touch = now_;  // whoever listened to the end was there
  }

  void operator()(const intent::ChooseGuestKind& choose) {
    Reception& reception = session_.reception;
    if (!at_reception(ReceptionStep::kind)) return;
    if (reception.key.empty()) reception.key = choose.key;
    reception.kind = choose.kind;
    turn_reception_to(ReceptionStep::party);
  }
  void operator()(const intent::EnterDetails&) {
    if (at_reception(ReceptionStep::party)) turn_reception_to(ReceptionStep::details);
  }
  void operator()(const intent::EnterSchoolGroup&) {
    if (at_reception(ReceptionStep::party)) turn_reception_to(ReceptionStep::school);
  }
  void operator()(const intent::ChoosePartySize& choose) {
    if (!at_reception(ReceptionStep::party) || choose.persons < 1 || choose.persons > model::kMostInParty) return;
    session_.reception.party_size = choose.persons;
    save_guest();
  }
  void operator()(const intent::RetryGuest&) {
    if (at_reception(ReceptionStep::failed)) save_guest();
  }
  // An answer that comes when the guest has gone on or left changes nothing: what is stored is stored.
  void operator()(const intent::GuestSaved& saved) {
    if (!at_reception(ReceptionStep::saving) || session_.reception.key != saved.key) return;
    session_.reception.step = ReceptionStep::saved;
    session_.reception.badge = saved.badge;
    stop_asking_to_leave();
    wipe(session_.form);
  }
  void operator()(const intent::GuestNotSaved& failed) {
    if (at_reception(ReceptionStep::saving) && session_.reception.key == failed.key) session_.reception.step = ReceptionStep::failed;
  }

  void operator()(const intent::ChooseRole& choose) {
    Interest& interest = session_.interest;
    if (!at(ScreenId::interest_who) || interest.save == SaveState::saving) return;
    if (interest.key.empty()) interest.key = choose.key;
    // Who consents is stored with the consent: another one is asked anew.
    if (interest.role != choose.role || interest.kind != choose.kind) interest.consents.fill(false);
    interest.role = choose.role;
    interest.kind = choose.kind;
    go_on({ScreenId::interest_name, {}});
  }
  void operator()(const intent::ComeBackWithGuardian&) {
    if (!at(ScreenId::interest_who)) return;
    wipe(session_.form);
    go_on({ScreenId::interest_minor, {}});
  }

  void operator()(const intent::FocusField& focus) {
    const std::vector<Field> fields = fields_on_screen(session_);
    if (std::find(fields.begin(), fields.end(), focus.field) == fields.end()) return;
    move_focus(session_, focus.field);
    TextInput& input = session_.form.input(focus.field);
    const std::size_t byte = focus.byte.value_or(input.text.size());
    select(input, focus.anchor.value_or(byte), byte);
  }
  void operator()(const intent::TypeText& type) {
    TextInput* input = typed_into();
    if (input == nullptr) return;
    // A receipt's letters are capitals, whatever keyboard they come from.
    const bool capitals = session_.form.focus == Field::receipt;
    insert(*input, capitals ? in_capitals(type.text) : type.text, most_letters(*session_.form.focus));
  }
  void operator()(const intent::TypeEnding& type) {
    if (TextInput* input = typed_into()) complete(*input, type.text, most_letters(*session_.form.focus));
  }
  void operator()(const intent::DeleteBackward&) {
    if (TextInput* input = typed_into()) delete_backward(*input);
  }
  void operator()(const intent::DeleteForward&) {
    if (TextInput* input = typed_into()) delete_forward(*input);
  }
  void operator()(const intent::MoveCaret& move) {
    TextInput* input = focused();
    if (input == nullptr) return;
    const Selecting selecting{move.selecting};
    switch (move.move) {
      case intent::CaretMove::previous: move_to_previous(*input, selecting); break;
      case intent::CaretMove::next: move_to_next(*input, selecting); break;
      case intent::CaretMove::start: place_caret(*input, 0, selecting); break;
      case intent::CaretMove::end: place_caret(*input, input->text.size(), selecting); break;
    }
  }
  void operator()(const intent::SelectAll&) {
    if (TextInput* input = focused()) select(*input, 0, input->text.size());
  }
  void operator()(const intent::NextField&) {
    const std::vector<Field> fields = fields_on_screen(session_);
    if (fields.empty()) return;
    const auto at = std::find(fields.begin(), fields.end(), session_.form.focus.value_or(fields.back()));
    move_focus(session_, at == fields.end() || at + 1 == fields.end() ? fields.front() : *(at + 1));
  }
  void operator()(const intent::FormNext&) {
    if (in_staff()) return enter_staff_form(session_, effects_);
    if (!visiting()) return;
    if (session_.place.screen == ScreenId::interest_consent) return hand_in_lead();
    if (at(ScreenId::receipt)) return hand_in_receipt(session_, effects_);
    if (asks_details(session_.place.screen)) return follow(finish_details_screen(session_, catalogue_));
    if (const auto found = best_found(session_, catalogue_)) return (*this)(intent::Open{found->screen, found->subject});
    if (session_.place.screen == ScreenId::interest_programs) {
      if (catalogue_.notice.complete()) go_on({ScreenId::interest_who, {}});
      return;
    }
    if (fields_on_screen(session_).empty() || !check_fields(session_)) return;
    if (at(ScreenId::interest_name)) return go_on({ScreenId::interest_contact, {}});
    if (at(ScreenId::interest_contact)) return go_on({ScreenId::interest_consent, {}});
    if (at_reception(ReceptionStep::details)) return turn_reception_to(ReceptionStep::party);
    session_.reception.party_size = group_size(session_.form);
    save_guest();
  }
  void operator()(const intent::ToggleConsent& toggle) {
    if (!at(ScreenId::interest_consent) || toggle.purpose >= model::kPurposes.size()) return;
    bool& given = session_.interest.consents[toggle.purpose];
    given = !given;
    if (session_.interest.consents[0]) session_.interest.consent_missing = false;
  }
  // What is stored is stored, so its receipt is shown wherever the visitor has gone meanwhile in the same visit.
  void operator()(const intent::LeadSaved& saved) {
    Interest& interest = session_.interest;
    if (!visiting() || interest.save != SaveState::saving || interest.key != saved.key) return;
    stop_asking_to_leave();
    wipe(session_.form);
    interest.save = SaveState::saved;
    interest.receipt = saved.receipt;
    go_to_thanks();
  }
  void operator()(const intent::LeadNotSaved& failed) {
    if (session_.interest.save != SaveState::saving || session_.interest.key != failed.key) return;
    session_.interest.save = SaveState::failed;
    // Whoever has gone on is led back: nobody leaves believing that they will be called.
    if (!at(ScreenId::interest_consent)) go_on({ScreenId::interest_consent, {}});
  }

  void operator()(const DetailsIntent& intent) {
    if (visiting()) follow(step_details(session_, intent, catalogue_));
  }
  void operator()(const ReceiptIntent& intent) {
    if (at(ScreenId::receipt)) step_receipt(session_, intent, effects_);
  }

  void operator()(const WayfindingIntent& intent) {
    if (!visiting()) return;
    if (const auto place = step_wayfinding(session_, intent, catalogue_)) (*this)(intent::Open{place->screen, place->subject});
  }

  void operator()(const TourIntent& intent) {
    const auto place = step_tours(session_, intent, catalogue_, effects_);
    if (place) (*this)(intent::Open{place->screen, place->subject});
  }

  void operator()(const intent::ContentChanged& changed) {
    if (!visiting()) {
      if (!in_staff()) session_.language = changed.first_language;
      return;
    }
    mend_hearts(session_, catalogue_);
    mend_discovery(session_, catalogue_);
    mend_details(session_.interest, catalogue_);
    mend_wayfinding(session_, catalogue_);
    mend_tours(session_, catalogue_);
    Interest& interest = session_.interest;
    if (changed.notice_changed && (interest.save == SaveState::editing || interest.save == SaveState::failed)) {
      interest.consents.fill(false);
      interest.save = SaveState::editing;
    }
    // What is gone leads to the nearest place that is left: the map without the room, else home.
    if (exists(catalogue_, session_.place.screen, session_.place.subject)) return;
    const bool map_left = session_.place.screen == ScreenId::map && exists(catalogue_, ScreenId::map, {});
    if (!map_left) session_.trail.clear();
    go(map_left ? Place{ScreenId::map, {}} : Place{ScreenId::home, {}});
  }

  void operator()(const intent::OpenStaff&) {
    if (in_staff()) return;
    const Language language = session_.language;
    end(EndReason::closed);
    open_staff(session_, language, now_, effects_);
  }
  void operator()(const intent::LeaveStaff&) {
    if (in_staff()) leave_staff(session_, catalogue_.event.first_language, now_, effects_);
  }
  void operator()(const StaffIntent& intent) { step_staff(session_, intent, catalogue_, effects_); }

  void operator()(const intent::OpenComfort&) {
    if (visiting()) session_.sheet = Sheet::comfort;
  }
  void operator()(const intent::CloseSheet&) { session_.sheet = Sheet::none; }
  void operator()(const intent::SetTextSize& set) { session_.comfort.text_size = set.size; }
  void operator()(const intent::ToggleHighContrast&) { session_.comfort.high_contrast = !session_.comfort.high_contrast; }
  void operator()(const intent::ToggleReducedMotion&) { session_.comfort.reduced_motion = !session_.comfort.reduced_motion; }
  void operator()(const intent::ToggleReach&) { session_.comfort.reach = !session_.comfort.reach; }

  void operator()(const intent::Touched&) {
    session_.last_touch = now_;
    if (session_.sheet == Sheet::idle) session_.sheet = session_.sheet_below_idle;
  }

  void operator()(const intent::Tick&) {
    if (in_staff()) {
      const auto closes = staff_deadline(session_, rules_);
      if (closes && now_ >= *closes) leave_staff(session_, catalogue_.event.first_language, now_, effects_);
    }
    if (!visiting()) return;
    if (session_.sheet == Sheet::idle) {
      if (now_ >= session_.idle_since + rules_.countdown) end(EndReason::idle);
    } else if (now_ >= session_.last_touch + patience(session_, rules_)) {
      session_.sheet_below_idle = session_.sheet;
      session_.sheet = Sheet::idle;
      session_.idle_since = now_;
    }
  }

  // A whole form is never lost by one touch: who has told something that is not stored yet is asked first.
  void operator()(const intent::Done& done) {
    if (visiting() && !done.sure && has_unsaved_entries(session_)) {
      session_.sheet = Sheet::leave;
      return;
    }
    end(EndReason::done);
  }
  void operator()(const intent::Closed&) { end(EndReason::closed); }

 private:
  bool in_staff() const { return is_staff(session_.place.screen); }
  // From a form of the counsellor's desk back to where it was opened.
  void leave_staff_form() {
    const ScreenId screen = session_.place.screen;
    if (screen == ScreenId::staff_code) step_staff(session_, intent::OpenStaffPage{ScreenId::staff_desk}, catalogue_, effects_);
    if (screen == ScreenId::staff_answer || screen == ScreenId::staff_contact) step_staff(session_, intent::OpenStaffPage{ScreenId::staff_family}, catalogue_, effects_);
  }
  bool at(ScreenId screen) const { return visiting() && session_.place.screen == screen; }

  // The input in focus, when it is on screen.
  TextInput* focused() {
    const std::vector<Field> fields = fields_on_screen(session_);
    if (!session_.form.focus || std::find(fields.begin(), fields.end(), *session_.form.focus) == fields.end()) return nullptr;
    return &session_.form.input(*session_.form.focus);
  }
  // The same, about to change: what was wrong with it is forgotten.
  TextInput* typed_into() {
    TextInput* input = focused();
    if (input != nullptr) forget_problem(session_.form, *session_.form.focus);
    return input;
  }

  // Now that it is stored nothing would be lost.
  void stop_asking_to_leave() {
    if (session_.sheet == Sheet::leave) session_.sheet = Sheet::none;
    if (session_.sheet_below_idle == Sheet::leave) session_.sheet_below_idle = Sheet::none;
  }

  void focus_first_field() {
    const std::vector<Field> fields = fields_on_screen(session_);
    for (TextInput& input : session_.form.inputs) input.anchor.reset();  // nobody comes back to a selection
    session_.form.focus = fields.empty() ? std::nullopt : std::optional(fields.front());
  }

  void turn_reception_to(ReceptionStep step) {
    session_.reception.step = step;
    focus_first_field();
  }

  void go_to_thanks() {
    session_.trail = {Place{ScreenId::home, {}}};
    go({ScreenId::thanks, {}});
  }

  // Where the questions after saving lead, and what of them is to be stored.
  void follow(const DetailsStep& step) {
    if (step.saves) {
      session_.interest.details_save = SaveState::saving;
      session_.interest.details_sent = session_.interest.details;
      ++session_.interest.details_waiting;
      effects_.emplace_back(effect::SaveDetails{session_.interest.key, session_.interest.details});
    }
    if (!step.next) return;
    if (*step.next == ScreenId::thanks) return go_to_thanks();
    if (!step.returns) return go_on({*step.next, {}});
    session_.trail = {Place{ScreenId::home, {}}, Place{ScreenId::thanks, {}}};
    go({*step.next, {}});
  }

  void hand_in_lead() {
    Interest& interest = session_.interest;
    // The notice may have lost an item while the form was open: then nothing may be kept, and the first page says so.
    if (!catalogue_.notice.complete()) return (*this)(intent::Open{ScreenId::interest_programs, {}});
    if (interest.save == SaveState::saving || interest.key.empty()) return;
    interest.consent_missing = !interest.consents[0];
    if (interest.consent_missing) return;
    interest.save = SaveState::saving;
    model::Lead lead = lead_of(session_, catalogue_);
    interest.has_phone = !lead.phone.empty();
    interest.has_email = !lead.email.empty();
    effects_.emplace_back(effect::SaveLead{std::move(lead)});
  }

  bool at_reception(ReceptionStep step) const {
    return visiting() && session_.place.screen == ScreenId::reception && session_.reception.step == step;
  }

  void save_guest() {
    session_.reception.step = ReceptionStep::saving;
    model::Guest guest;
    guest.key = session_.reception.key;
    guest.language = session_.language;
    guest.kind = session_.reception.kind;
    guest.party_size = session_.reception.party_size;
    guest.name = locale::tidied(session_.form.input(Field::name).text);
    guest.organisation = locale::tidied(session_.form.input(Field::organisation).text);
    guest.school = locale::tidied(session_.form.input(Field::school).text);
    guest.school_level = locale::tidied(session_.form.input(Field::school_level).text);
    effects_.emplace_back(effect::SaveGuest{std::move(guest)});
  }

  void go_on(Place place) {
    session_.trail.push_back(session_.place);
    if (session_.trail.size() > kTrailLimit) session_.trail.erase(session_.trail.begin());
    go(std::move(place));
  }

  void go(Place place) {
    session_.place = std::move(place);
    if (session_.place.screen == ScreenId::tour) enter_tour(session_, session_.place.subject);
    prepare_details_screen(session_);
    focus_first_field();
    effects_.emplace_back(effect::Viewed{session_.visit, session_.place.screen, session_.place.subject, session_.language});
  }

  // Nothing of the visitor outlives the visit: the next session is a new value, comfort and language included.
  void end(EndReason reason) {
    if (!visiting()) return;
    effects_.emplace_back(effect::VisitEnded{session_.visit, session_.language, reason});
    wipe(session_.form);
    wipe(session_.interest);
    wipe(session_.receipt);
    session_ = Session{};
    session_.language = catalogue_.event.first_language;
    session_.last_touch = now_;
  }

  Session session_;
  std::vector<Effect> effects_;
  const model::Catalogue& catalogue_;
  SteadyTime now_;
  const IdleRules& rules_;
};

}  // namespace

Stepped step(Session session, const Intent& intent, const model::Catalogue& catalogue, SteadyTime now, const IdleRules& rules) {
  const Heard before = heard(session);
  session.country = catalogue.event.country;
  Stepper stepper(std::move(session), catalogue, now, rules);
  std::visit(stepper, intent);
  Stepped stepped = std::move(stepper).take();
  settle_voice(before, stepped.session, catalogue, stepped.effects);
  return stepped;
}

}  // namespace kiosk::session
