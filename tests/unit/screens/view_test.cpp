// What the screens show, read as values.
#include <doctest/doctest.h>

#include <algorithm>

#include "locale/phrases.h"
#include "screens/screen_view.h"
#include "support/sample_content.h"

using namespace kiosk;
using namespace std::chrono_literals;
using base::Language;
using session::HeartKind;
using session::ScreenId;

namespace {

model::QrCode no_qr_code(std::string_view) { return {}; }

struct Look {
  session::Session session;
  std::chrono::minutes time{10h + 15min};
  const model::Catalogue* catalogue = &tests::sample().catalogue;

  Look(ScreenId screen, Language language, std::string subject = {}) {
    session.visit = screen == ScreenId::attract ? "" : "v";
    session.language = language;
    session.place = {screen, std::move(subject)};
  }
  screens::ScreenView view() const {
    using namespace std::chrono;
    const locale::LocalTime now{year{2025} / September / 22, time, 0s};
    return screens::make_screen_view({*catalogue, tests::sample().messages, session, now, no_qr_code}, 20);
  }
  template <class T>
  T body() const {
    return std::get<T>(view().body);
  }
};

}  // namespace

TEST_CASE("home says the date as Morocco writes it") {
  CHECK(Look(ScreenId::home, Language::arabic).body<screens::HomeView>().date.text == "الاثنين 22 شتنبر 2025");
  CHECK(Look(ScreenId::home, Language::french).body<screens::HomeView>().date.text == "lundi 22 septembre 2025");
}

TEST_CASE("institutes are counted: one is none of two") {
  model::Catalogue alone = tests::sample().catalogue;
  const auto line = [&](Language language) {
    session::Session session;
    session.visit = "v";
    session.language = language;
    session.place = {ScreenId::home, {}};
    const locale::LocalTime noon{std::chrono::year{2025} / std::chrono::September / 22, 12h, 0s};
    const auto view = screens::make_screen_view({alone, tests::sample().messages, session, noon, no_qr_code}, 0);
    for (const screens::HomeWay& way : std::get<screens::HomeView>(view.body).ways) {
      if (way.id == "home.programs") return way.line.text;
    }
    return std::string();
  };
  CHECK(line(Language::french) == "24 formations dans deux instituts");
  CHECK(line(Language::arabic) == "24 شعبة في معهدين");
  alone.institutes.resize(1);
  CHECK(line(Language::french) == "24 formations");
  CHECK(line(Language::english) == "24 programmes");
}

TEST_CASE("the list counts what passes the filters") {
  Look look(ScreenId::program_list, Language::french);
  auto view = look.body<screens::ProgramListView>();
  CHECK(view.cards.size() == tests::sample().catalogue.programs.size());
  CHECK_FALSE(view.filtered);
  look.session.filters.family = "clay";
  view = look.body<screens::ProgramListView>();
  CHECK(view.filtered);
  CHECK(view.cards.size() == 3);
  CHECK(view.count.text.find('3') != std::string::npos);
  const auto clay = std::find_if(view.groups[1].choices.begin(), view.groups[1].choices.end(), [](const auto& one) { return one.widget == "filter.family.clay"; });
  REQUIRE(clay != view.groups[1].choices.end());
  CHECK(clay->selected);
}

TEST_CASE("a search never ends in nothing: what looks like it is offered, and the families") {
  Look programs(ScreenId::program_list, Language::french);
  programs.session.searching = true;
  const auto ids_for = [](const screens::SearchView& search) {
    std::vector<std::string> ids;
    for (const screens::FoundRow& row : search.rows) ids.push_back(row.id);
    return ids;
  };
  programs.session.form.input(session::Field::search) = {"cermik", 6};
  const auto near = programs.body<screens::ProgramListView>().search;
  REQUIRE(near.has_value());
  CHECK(ids_for(*near).front() == "program.pottery");
  CHECK(ids_for(*near).back().starts_with("search.family."));
  programs.session.form.input(session::Field::search) = {"xqwv", 4};
  const auto none = programs.body<screens::ProgramListView>().search;
  REQUIRE(none.has_value());
  CHECK(none->rows.size() == tests::sample().catalogue.families.size());
  CHECK(none->hint.text == "Aucun résultat pour ce mot. Choisissez par matière\u00A0:");

  Look places(ScreenId::map, Language::french);
  places.session.map.searching = true;
  places.session.form.input(session::Field::search) = {"xqwv", 4};
  const auto asked = places.body<screens::MapView>().search;
  REQUIRE(asked.has_value());
  REQUIRE(ids_for(*asked).size() == 1);
  CHECK(tests::sample().catalogue.map.areas.size() > 1);
  CHECK(asked->rows.front().name.text == "Accueil");

  model::Catalogue unstaffed = tests::sample().catalogue;
  std::erase_if(unstaffed.map.areas, [](const model::Area& area) { return area.kind == model::AreaKind::reception; });
  places.catalogue = &unstaffed;
  const auto alone = places.body<screens::MapView>().search;
  REQUIRE(alone.has_value());
  CHECK(alone->rows.empty());
  CHECK(alone->hint.text == "Aucun lieu de ce nom. Essayez un autre mot.");
}

TEST_CASE("a program is told in the visitor's language, with its Tifinagh name only where one is verified") {
  const auto arabic = Look(ScreenId::program, Language::arabic, "zellige").body<screens::ProgramView>();
  CHECK(arabic.name == base::Phrase{"الزليج", Language::arabic});
  CHECK(arabic.name_amazigh.text.empty());
  CHECK(arabic.description.size() == 2);
  CHECK(arabic.steps.size() == 3);
  const auto french = Look(ScreenId::program, Language::french, "zellige").body<screens::ProgramView>();
  CHECK(french.name.text == "Zellige");
  CHECK(french.description.size() == arabic.description.size());
}

TEST_CASE("a program that is written in one language alone is not offered in two, and the other language is called by its name") {
  model::Catalogue catalogue = tests::sample().catalogue;
  model::Program& program = *std::find_if(catalogue.programs.begin(), catalogue.programs.end(), [](const model::Program& one) { return one.id == "zellige"; });
  const Look look(ScreenId::program, Language::french, "zellige");
  const auto offered = [&]() -> std::string {
    using namespace std::chrono;
    const locale::LocalTime now{year{2025} / September / 22, look.time, 0s};
    const auto view = screens::make_screen_view({catalogue, tests::sample().messages, look.session, now, no_qr_code}, 20);
    for (const screens::ProgramAction& action : std::get<screens::ProgramView>(view.body).actions) {
      if (action.id == "program.languages") return action.label.text;
    }
    return "";
  };
  CHECK(offered().find("العربية") != std::string::npos);
  for (model::LocalText* text : {&program.name, &program.summary}) text->in(Language::arabic).clear();
  CHECK(offered().find("English") != std::string::npos);
  for (model::LocalText* text : {&program.name, &program.summary}) text->in(Language::english).clear();
  CHECK(offered().empty());
}

TEST_CASE("a heart shows on the card, on the page and in the visit") {
  Look look(ScreenId::my_visit, Language::french);
  look.session.hearts = {{HeartKind::program, "zellige"}, {HeartKind::program, "pottery"}};
  const auto mine = look.body<screens::MyVisitView>();
  REQUIRE(mine.programs.size() == 2);
  CHECK(mine.programs[0].id == "zellige");
  CHECK(mine.programs[0].kept);
  CHECK(look.view().nav.items.at(1).icon == "heart-filled");
}

TEST_CASE("workshops are grouped by the clock") {
  Look look(ScreenId::workshops, Language::french);
  const auto morning = look.body<screens::WorkshopsView>();
  REQUIRE(morning.groups.size() == 3);
  CHECK_FALSE(morning.over);
  std::size_t shown = 0;
  for (const auto& group : morning.groups) shown += group.cards.size();
  look.time = 23h;
  const auto night = look.body<screens::WorkshopsView>();
  CHECK(night.over);
  look.time = 0h;
  std::size_t all = 0;
  for (const auto& group : look.body<screens::WorkshopsView>().groups) all += group.cards.size();
  CHECK(all == tests::sample().catalogue.workshops.size());
  CHECK(shown <= all);
}

TEST_CASE("a full or cancelled workshop says so and offers no seats") {
  Look look(ScreenId::workshops, Language::french);
  look.time = 0h;
  for (const auto& group : look.body<screens::WorkshopsView>().groups) {
    for (const auto& card : group.cards) {
      const auto* session = tests::sample().catalogue.workshop(card.id);
      const bool open = session->state == model::WorkshopState::as_planned;
      const bool seats = std::any_of(card.badges.begin(), card.badges.end(), [](const auto& badge) { return badge.kind == screens::BadgeKind::good; });
      const bool bad = std::any_of(card.badges.begin(), card.badges.end(), [](const auto& badge) { return badge.kind == screens::BadgeKind::bad; });
      CAPTURE(card.id);
      CHECK(bad == !open);
      if (!open) CHECK_FALSE(seats);
    }
  }
}

TEST_CASE("languages with full strings have a button, Tamazight greets without one") {
  const auto view = Look(ScreenId::attract, Language::arabic).view();
  REQUIRE(view.nav.languages.size() == 3);
  CHECK(view.nav.languages[0].name.text == "العربية");
  CHECK(view.nav.languages[1].name.text == "Français");
  const auto& attract = std::get<screens::AttractView>(view.body);
  const auto& greetings = attract.slides.front().greetings;
  CHECK(std::any_of(greetings.begin(), greetings.end(), [](const base::Phrase& one) { return one.language == Language::tamazight; }));
}

TEST_CASE("screens with demonstration values say so, in the visitor's language") {
  CHECK(Look(ScreenId::program, Language::french, "zellige").view().demo_line.text == "Données de démonstration, à confirmer auprès de l’institut.");
  CHECK(Look(ScreenId::program_list, Language::arabic).view().demo_line.language == Language::arabic);
  CHECK(Look(ScreenId::my_visit, Language::french).view().demo_line.text.empty());
  model::Catalogue verified = tests::sample().catalogue;
  for (model::AgendaItem& item : verified.agenda) item.status = model::Status::verified;
  session::Session session;
  session.language = Language::french;
  session.place = {ScreenId::agenda, {}};
  const locale::LocalTime evening{std::chrono::year{2025} / std::chrono::September / 22, 17h, 0s};
  screens::ViewContext context{verified, tests::sample().messages, session, evening, no_qr_code};
  CHECK(screens::make_screen_view(context, 0).demo_line.text.empty());
  context.mode = model::DayMode::closing;
  CHECK_FALSE(screens::make_screen_view(context, 0).demo_line.text.empty());  // the recommendations are demonstrations too
}

TEST_CASE("a program that the content has lost shows home") {
  const auto view = Look(ScreenId::program, Language::french, "gone").view();
  CHECK(view.place.screen == ScreenId::home);
  CHECK(std::holds_alternative<screens::HomeView>(view.body));
}

TEST_CASE("length of training in months and years") {
  session::Session session;
  session.language = Language::english;
  const screens::ViewContext context{tests::sample().catalogue, tests::sample().messages, session, {}, no_qr_code};
  CHECK(screens::duration_phrase(context, 0, 0).text.empty());
  const auto words = [&](int from, int to) {
    std::string text = screens::duration_phrase(context, from, to).text;
    for (std::size_t at = text.find("\u00A0"); at != std::string::npos; at = text.find("\u00A0")) text.replace(at, 2, " ");
    return text;
  };
  CHECK(words(24, 24) == "2 years");
  CHECK(words(12, 12) == "1 year");
  CHECK(words(12, 24) == "1 to 2 years");
  CHECK(words(9, 9) == "9 months");
  CHECK(words(9, 24) == "9 to 24 months");
}

TEST_CASE("minutes above 59 read as hours, in each language's way") {
  const auto words = [](Language language, int minutes) {
    std::string text = locale::time_span_phrase(tests::sample().messages, language, std::chrono::minutes(minutes)).text;
    for (std::size_t at = text.find("\u00A0"); at != std::string::npos; at = text.find("\u00A0")) text.replace(at, 2, " ");
    return text;
  };
  CHECK(words(Language::french, 59) == "59 minutes");
  CHECK(words(Language::french, 60) == "1 heure");
  CHECK(words(Language::french, 65) == "1 h 05");
  CHECK(words(Language::english, 135) == "2 h 15 min");
  CHECK(words(Language::english, 120) == "2 hours");
  CHECK(words(Language::arabic, 120) == "ساعتين");
  CHECK(words(Language::arabic, 135) == "ساعتين و15 دقيقة");
  CHECK(words(Language::arabic, 62) == "ساعة ودقيقتين");
}

TEST_CASE("who may enter is said level by level, each on a line of its own with its name") {
  const auto entry = [](std::string_view program) {
    const auto view = Look(ScreenId::program, Language::english, std::string(program)).view();
    for (const screens::Fact& fact : std::get<screens::ProgramView>(view.body).facts) {
      if (fact.id != "program.fact.entry") continue;
      return locale::without_isolates(fact.value.text);
    }
    return std::string();
  };
  CHECK(entry("zellige") == "3rd year of middle school completed, or a specialisation diploma through the bridges");
  CHECK(entry("pottery") ==
        "Specialisation: At least the 6th year of primary school\n"
        "Qualification: 3rd year of middle school completed, or a specialisation diploma through the bridges");
}

TEST_CASE("the agenda marks what is on with its speakers, what comes next, and what is over") {
  Look look(ScreenId::agenda, Language::french);
  const auto at = [&](std::chrono::minutes time) {
    look.time = time;
    return look.body<screens::AgendaView>().rows;
  };
  const auto morning = at(10h + 15min);
  REQUIRE(morning.size() == tests::sample().catalogue.agenda.size());
  CHECK(morning[0].is_over);
  CHECK(morning[1].is_now);
  CHECK(morning[1].mark.text == "En ce moment");
  CHECK(morning[1].hall.text == "Grande salle");
  CHECK(morning[1].speaking.text == "À la tribune en ce moment");
  REQUIRE(morning[1].speakers.size() == 2);
  CHECK(morning[1].speakers[0].text == "Le directeur régional de l’artisanat");
  CHECK(morning[2].mark.text == "À suivre");
  CHECK(morning[2].speaking.text.empty());
  for (const screens::AgendaRow& row : at(23h)) {
    CHECK(row.is_over);
    CHECK(row.mark.text.empty());
  }
}

TEST_CASE("leaving in a form says that it is erased; after saving it says that the request stays") {
  Look look(ScreenId::interest_name, Language::french);
  look.session.sheet = session::Sheet::leave;
  CHECK(look.view().leave->line.text.find("tout est effacé") != std::string::npos);
  look.session.place.screen = ScreenId::interest_question;
  look.session.interest.save = session::SaveState::saved;
  CHECK(look.view().leave->line.text.find("Votre demande est enregistrée") != std::string::npos);
  CHECK(look.view().leave->sure.text.find("Effacer") == std::string::npos);
}

TEST_CASE("an answer is offered by the ways that were left, and not asked where there is one") {
  Look look(ScreenId::interest_reach, Language::french);
  session::Interest& interest = look.session.interest;
  interest.save = session::SaveState::saved;
  const auto groups = [&] {
    std::string ids;
    for (const screens::DetailsGroup& group : look.body<screens::DetailsView>().groups) {
      ids += group.id + (group.id == "details.reach_by" ? "=" + std::to_string(group.choices.size()) : "") + " ";
    }
    return ids;
  };
  interest.has_email = true;
  CHECK(groups() == "details.reach_language ");
  interest.has_phone = true;
  CHECK(groups() == "details.reach_language details.reach_by=4 details.reach_when ");
  interest.has_email = false;
  CHECK(groups() == "details.reach_language details.reach_by=3 details.reach_when ");
}

TEST_CASE("from the list of one family the finder answers within it, and a touch widens it") {
  Look look(ScreenId::finder, Language::french);
  look.session.filters.family = "wood";
  look.session.finder = {17, "middle-3", session::FinderStep::result};
  const auto view = look.body<screens::FinderView>();
  REQUIRE(view.answers.size() == 3);
  CHECK(view.answers[2].label.text == "Bois");
  for (const screens::FinderGroup& group : view.open) {
    for (const screens::ProgramCard& card : group.cards) CHECK(tests::sample().catalogue.program(card.id)->family == "wood");
  }
}

TEST_CASE("a minor alone takes the choices home") {
  Look look(ScreenId::interest_minor, Language::french);
  CHECK(look.body<screens::InterestView>().roles.empty());
  look.session.hearts = {{HeartKind::program, "zellige"}};
  REQUIRE(look.body<screens::InterestView>().roles.size() == 1);
  CHECK(look.body<screens::InterestView>().roles[0].id == "my_visit.take_home");
}

TEST_CASE("home leads to the agenda also when the day is over") {
  Look look(ScreenId::home, Language::french);
  CHECK(look.body<screens::HomeView>().agenda_label.text == "En ce moment");
  look.time = 23h;
  CHECK(look.body<screens::HomeView>().agenda_label.text == "Programme du jour");
  CHECK(look.body<screens::HomeView>().agenda_title.text.empty());
}

TEST_CASE("reception offers every kind of guest, then a party, then shows the badge number alone") {
  Look look(ScreenId::reception, Language::french);
  CHECK(look.body<screens::ReceptionView>().kinds.size() == model::kGuestKinds.size());
  look.session.reception = {session::ReceptionStep::party, "k", model::GuestKind::press, 0, 0};
  CHECK(look.body<screens::ReceptionView>().parties.front().id == "party.1");
  CHECK(look.body<screens::ReceptionView>().summary.text == "Presse");
  look.session.reception = {session::ReceptionStep::saved, "k", model::GuestKind::press, 3, 41};
  CHECK(look.body<screens::ReceptionView>().badge.text == "41");
  CHECK(look.body<screens::ReceptionView>().summary.text == "Presse · 3 personnes");
}
