#include "session/details.h"

#include <algorithm>
#include <array>
#include <utility>

#include "locale/typed_text.h"
#include "session/forms.h"

namespace kiosk::session {
namespace {

using model::Child;
using model::LeadDetails;

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& ids, std::string_view id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// The questions about one child that this content has answers for.
std::vector<ScreenId> child_screens(const model::Catalogue& catalogue) {
  std::vector<ScreenId> screens{ScreenId::interest_child_name};
  if (!catalogue.interest.age_bands.empty()) screens.push_back(ScreenId::interest_child_age);
  if (!catalogue.school_years.empty()) screens.push_back(ScreenId::interest_child_school);
  if (!catalogue.programs.empty()) screens.push_back(ScreenId::interest_child_programs);
  return screens;
}

std::optional<ScreenId> after(const std::vector<ScreenId>& screens, ScreenId screen) {
  const auto at = std::find(screens.begin(), screens.end(), screen);
  return at == screens.end() || at + 1 == screens.end() ? std::nullopt : std::optional(*(at + 1));
}

class DetailsStepper {
 public:
  DetailsStepper(Session& session, const model::Catalogue& catalogue) : session_(session), interest_(session.interest), catalogue_(catalogue) {}

  DetailsStep operator()(const intent::TellMore&) {
    if (!at(ScreenId::thanks)) return {};
    return {details_screens(interest_, catalogue_).front()};
  }
  DetailsStep operator()(const intent::SkipDetails&) {
    if (!asks_details(session_.place.screen)) return {};
    return go_on();
  }

  DetailsStep operator()(const intent::AddChild&) {
    if (!at(ScreenId::interest_children) || interest_.details.children.size() >= model::kMostChildren) return {};
    Child child;
    for (const Heart& heart : session_.hearts) {
      if (heart.kind == HeartKind::program) child.programs.push_back(heart.id);
    }
    return tell_of(std::move(child), interest_.details.children.size());
  }
  DetailsStep operator()(const intent::EditChild& edit) {
    if (!at(ScreenId::interest_children) || edit.place >= interest_.details.children.size()) return {};
    return tell_of(interest_.details.children[edit.place], edit.place);
  }
  DetailsStep operator()(const intent::RemoveChild& remove) {
    std::vector<Child>& children = interest_.details.children;
    if (!at(ScreenId::interest_children) || remove.place >= children.size()) return {};
    children.erase(children.begin() + static_cast<std::ptrdiff_t>(remove.place));
    return {std::nullopt, differs()};
  }
  DetailsStep operator()(const intent::ToggleChildProgram& choose) {
    if (at(ScreenId::interest_child_programs) && catalogue_.program(choose.id) != nullptr) toggle(interest_.child.programs, choose.id);
    return {};
  }

  DetailsStep operator()(const intent::ChooseDetail& choose) {
    using intent::Detail;
    LeadDetails& details = interest_.details;
    switch (choose.detail) {
      case Detail::school_year: return lead_on(ScreenId::interest_level, details.school_year, choose.id, catalogue_.school_rank(choose.id) >= 0);
      case Detail::child_age: return lead_on(ScreenId::interest_child_age, interest_.child.age_band, choose.id, catalogue_.age_band(choose.id) != nullptr);
      case Detail::child_school: return lead_on(ScreenId::interest_child_school, interest_.child.school_year, choose.id, catalogue_.school_rank(choose.id) >= 0);
      case Detail::trade: return lead_on(ScreenId::interest_trade, details.trade, choose.id, is_one_of(model::kTrades, choose.id));
      case Detail::institute:
        return lead_on(ScreenId::interest_institute, details.institute, choose.id, choose.id == model::kAnyInstitute || catalogue_.institute(choose.id) != nullptr);
      case Detail::reply_language: return on_reach(details.reply_language, choose.id, is_one_of(model::kReplyLanguages, choose.id));
      case Detail::reach_by: return on_reach(details.reach_by, choose.id, is_one_of(model::kReachBy, choose.id));
      case Detail::reach_when: return on_reach(details.reach_when, choose.id, is_one_of(model::kReachWhen, choose.id));
    }
    return {};
  }
  DetailsStep operator()(const intent::ToggleTopic& choose) {
    if (at(ScreenId::interest_topics) && catalogue_.question(choose.id) != nullptr) toggle(interest_.details.topics, choose.id);
    return {};
  }
  DetailsStep operator()(const intent::ToggleOffer& choose) {
    if (at(ScreenId::interest_offers) && is_one_of(model::kOffers, choose.id)) toggle(interest_.details.offers, choose.id);
    return {};
  }
  DetailsStep operator()(const intent::ChoosePlaces& choose) {
    if (!at(ScreenId::interest_places) || choose.places < 1 || choose.places > model::kMostPlaces) return {};
    interest_.details.places = choose.places;
    return go_on();
  }

  DetailsStep operator()(const intent::RetryDetails&) {
    return interest_.details_save == SaveState::failed ? DetailsStep{std::nullopt, true} : DetailsStep{};
  }
  DetailsStep operator()(const intent::DetailsSaved& saved) { return answered(saved.key, SaveState::saved); }
  DetailsStep operator()(const intent::DetailsNotSaved& failed) { return answered(failed.key, SaveState::failed); }

  // What stands on the screen is taken, stored, and the next one comes.
  DetailsStep finish() {
    if (!check_fields(session_)) return {};
    switch (session_.place.screen) {
      case ScreenId::interest_child_name: take(Field::first_name, interest_.child.first_name); break;
      case ScreenId::interest_organisation: take(Field::organisation, interest_.details.organisation); break;
      case ScreenId::interest_question: take(Field::question, interest_.details.question); break;
      default: break;
    }
    return go_on();
  }

 private:
  bool at(ScreenId screen) const { return interest_.save == SaveState::saved && session_.place.screen == screen; }

  void take(Field field, std::string& to) {
    to = locale::tidied(session_.form.input(field).text);
    wipe(session_.form.input(field));
  }

  DetailsStep answered(const std::string& key, SaveState state) {
    // The last one handed in holds everything: its answer is the one that counts.
    if (interest_.key == key && interest_.details_waiting > 0 && --interest_.details_waiting == 0) interest_.details_save = state;
    return {};
  }

  DetailsStep tell_of(Child child, std::size_t place) {
    interest_.child = std::move(child);
    interest_.child_place = place;
    // Of another child nothing is left in the field.
    wipe(session_.form.input(Field::first_name));
    return {ScreenId::interest_child_name};
  }

  DetailsStep lead_on(ScreenId screen, std::string& to, const std::string& id, bool exists) {
    if (!at(screen) || !exists) return {};
    to = id;
    return go_on();
  }
  DetailsStep on_reach(std::string& to, const std::string& id, bool exists) {
    if (at(ScreenId::interest_reach) && exists) toggle(to, id);
    return {};
  }

  bool differs() const { return interest_.details != interest_.details_sent; }

  DetailsStep go_on() {
    const ScreenId screen = session_.place.screen;
    if (!is_of_child(screen)) {
      return {after(details_screens(interest_, catalogue_), screen).value_or(ScreenId::thanks), differs()};
    }
    if (const auto next = after(child_screens(catalogue_), screen)) return {*next};
    std::vector<Child>& children = interest_.details.children;
    if (interest_.child_place >= children.size()) {
      children.push_back(std::move(interest_.child));
    } else {
      children[interest_.child_place] = std::move(interest_.child);
    }
    interest_.child = {};
    return {ScreenId::interest_children, differs(), true};
  }

  Session& session_;
  Interest& interest_;
  const model::Catalogue& catalogue_;
};

void wipe_text(std::string& text) {
  wipe_bytes(text);
  text.clear();
}

void wipe_child(Child& child) {
  wipe_text(child.first_name);
  child = {};
}

}  // namespace

bool is_of_child(ScreenId screen) { return screen >= ScreenId::interest_child_name && screen <= ScreenId::interest_child_programs; }

bool asks_details(ScreenId screen) { return screen >= ScreenId::interest_level && screen <= ScreenId::interest_question; }

std::vector<ScreenId> details_screens(const Interest& interest, const model::Catalogue& catalogue) {
  std::vector<ScreenId> screens;
  if (interest.kind == model::LeadKind::professional) {
    screens = {ScreenId::interest_trade, ScreenId::interest_organisation, ScreenId::interest_offers};
    const std::vector<std::string>& offers = interest.details.offers;
    const bool takes_people = std::any_of(offers.begin(), offers.end(), [](const std::string& offer) { return offer != "demonstration" && offer != "partnership"; });
    if (takes_people) screens.push_back(ScreenId::interest_places);
  } else if (interest.role == model::ContactRole::guardian) {
    screens.push_back(ScreenId::interest_children);
  } else if (!catalogue.school_years.empty()) {
    screens.push_back(ScreenId::interest_level);
  }
  screens.push_back(ScreenId::interest_reach);
  if (catalogue.institutes.size() > 1) screens.push_back(ScreenId::interest_institute);
  if (interest.kind == model::LeadKind::family && !catalogue.questions.empty()) screens.push_back(ScreenId::interest_topics);
  screens.push_back(ScreenId::interest_question);
  return screens;
}

DetailsStep step_details(Session& session, const DetailsIntent& intent, const model::Catalogue& catalogue) {
  if (session.interest.save != SaveState::saved) return {};
  return std::visit(DetailsStepper(session, catalogue), intent);
}

void prepare_details_screen(Session& session) {
  const auto put = [&](Field field, const std::string& text) {
    if (session.form.input(field).text.empty()) session.form.input(field) = {text, text.size()};
  };
  const Interest& interest = session.interest;
  if (session.place.screen == ScreenId::interest_child_name) put(Field::first_name, interest.child.first_name);
  if (session.place.screen == ScreenId::interest_organisation) put(Field::organisation, interest.details.organisation);
  if (session.place.screen == ScreenId::interest_question) put(Field::question, interest.details.question);
}

DetailsStep finish_details_screen(Session& session, const model::Catalogue& catalogue) { return DetailsStepper(session, catalogue).finish(); }

void mend_details(Interest& interest, const model::Catalogue& catalogue) {
  const auto forget_programs = [&](std::vector<std::string>& programs) {
    std::erase_if(programs, [&](const std::string& id) { return catalogue.program(id) == nullptr; });
  };
  const auto mend_child = [&](Child& child) {
    if (catalogue.age_band(child.age_band) == nullptr) child.age_band.clear();
    if (catalogue.school_rank(child.school_year) < 0) child.school_year.clear();
    forget_programs(child.programs);
  };
  LeadDetails& details = interest.details;
  for (Child& child : details.children) mend_child(child);
  mend_child(interest.child);
  if (catalogue.school_rank(details.school_year) < 0) details.school_year.clear();
  if (details.institute != model::kAnyInstitute && catalogue.institute(details.institute) == nullptr) details.institute.clear();
  std::erase_if(details.topics, [&](const std::string& id) { return catalogue.question(id) == nullptr; });
}

void wipe(Interest& interest) {
  wipe_text(interest.key);
  wipe_text(interest.receipt);
  for (LeadDetails* details : {&interest.details, &interest.details_sent}) {
    wipe_text(details->question);
    wipe_text(details->organisation);
    for (Child& child : details->children) wipe_child(child);
  }
  wipe_child(interest.child);
  interest = {};
}

}  // namespace kiosk::session
