// Content with a date, looked at on another day: what is to come is "tomorrow" or "in three days", what was is over.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "screens/screen_view.h"
#include "support/sample_content.h"

using namespace kiosk;
using namespace std::chrono_literals;
using base::Language;
using session::ScreenId;

namespace {

using Day = std::chrono::year_month_day;
constexpr Day kEvent{2026y, std::chrono::February, 6d};
constexpr Day kMonthsLater{2026y, std::chrono::November, 6d};

model::QrCode no_code(std::string_view) { return {}; }

// A screen of the sample content, dated, on `day` at a quarter past ten, when the sample has workshops on.
template <class T>
T body_on(Day day, ScreenId screen, Language language = Language::english, std::string subject = {}, std::chrono::minutes time = 10h + 15min) {
  static const model::Catalogue catalogue = [] {
    model::Catalogue dated = tests::sample().catalogue;
    dated.event.date = kEvent;
    return dated;
  }();
  session::Session session;
  session.visit = screen == ScreenId::attract ? "" : "v";
  session.language = language;
  session.place = {screen, std::move(subject)};
  const screens::ViewContext context{catalogue, tests::sample().messages, session, {day, time, 0s}, no_code};
  return std::get<T>(screens::make_screen_view(context, 20).body);
}

std::string workshops_line(const screens::HomeView& home) {
  for (const screens::HomeWay& way : home.ways) {
    if (way.id == "home.workshops") return way.line.text;
  }
  return {};
}

Day before(int days) { return std::chrono::sys_days(kEvent) - std::chrono::days(days); }

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("home says when the day is, and what is on only on the day") {
  CHECK(holds(workshops_line(body_on<screens::HomeView>(kEvent, ScreenId::home)), "on now"));
  CHECK(holds(workshops_line(body_on<screens::HomeView>(before(1), ScreenId::home)), "Tomorrow"));
  CHECK(holds(workshops_line(body_on<screens::HomeView>(before(3), ScreenId::home)), "In 3 days"));
  CHECK(holds(workshops_line(body_on<screens::HomeView>(before(3), ScreenId::home, Language::french)), "Dans 3 jours"));
  CHECK(holds(workshops_line(body_on<screens::HomeView>(before(2), ScreenId::home, Language::arabic)), "بعد يومين"));
  CHECK(workshops_line(body_on<screens::HomeView>(kMonthsLater, ScreenId::home)) == "The open day is over");
  CHECK(body_on<screens::HomeView>(kEvent, ScreenId::home).date.text == "Friday 6 February 2026");
  CHECK(body_on<screens::HomeView>(before(1), ScreenId::home).date.text == "Friday 6 February 2026\u00A0· Tomorrow");
  CHECK(body_on<screens::HomeView>(kMonthsLater, ScreenId::home).date.text == "Friday 6 February 2026\u00A0· Over");
}

TEST_CASE("no workshop is on now, and none next, on another day") {
  const auto eve = body_on<screens::WorkshopsView>(before(1), ScreenId::workshops, Language::english, {}, 23h + 30min);
  CHECK_FALSE(eve.over);
  REQUIRE(eve.groups.size() == 1);
  CHECK(eve.groups.front().title.text == "Tomorrow");
  for (const screens::WorkshopCard& card : eve.groups.front().cards) {
    REQUIRE_FALSE(card.badges.empty());
    CHECK(card.badges.front().text.text == "Tomorrow");
  }
  CHECK(body_on<screens::WorkshopsView>(kMonthsLater, ScreenId::workshops).over);
  CHECK(body_on<screens::WorkshopsView>(kMonthsLater, ScreenId::workshops).over_title.text == "The open day is over");
  CHECK(body_on<screens::WorkshopsView>(kMonthsLater, ScreenId::workshops, Language::english, {}, 8h).over);
}

TEST_CASE("the agenda of another day has nothing on, and all of it is over when the day is") {
  const auto early = body_on<screens::AgendaView>(before(3), ScreenId::agenda);
  CHECK(std::none_of(early.rows.begin(), early.rows.end(), [](const auto& row) { return row.is_now || row.is_over; }));
  CHECK(early.rows.front().mark.text == "In 3 days");
  const auto late = body_on<screens::AgendaView>(kMonthsLater, ScreenId::agenda);
  CHECK(std::all_of(late.rows.begin(), late.rows.end(), [](const auto& row) { return row.is_over && !row.is_now; }));
}

TEST_CASE("tours leave on their day alone") {
  const auto early = body_on<screens::ToursView>(before(1), ScreenId::tours);
  CHECK(early.over_title.text.empty());
  for (const screens::TourCard& card : early.tours) {
    CHECK(card.group.text.empty());
    CHECK(card.badges.front().text.text == "Tomorrow");
  }
  CHECK(body_on<screens::ToursView>(kMonthsLater, ScreenId::tours).over_title.text == "The open day is over");
}

TEST_CASE("attract announces the first workshop of the day with its day, and none when the day is over") {
  const auto announced = [](Day day) {
    const auto view = body_on<screens::AttractView>(day, ScreenId::attract);
    std::vector<std::string> details;
    for (const screens::AttractSlide& slide : view.slides) {
      if (slide.kind == model::SlideKind::next_workshop && slide.language == Language::french) details.push_back(slide.detail.text);
    }
    return details;
  };
  for (const std::string& detail : announced(before(1))) CHECK(detail.starts_with("Demain · "));
  CHECK(announced(kMonthsLater).empty());
}

TEST_CASE("a program's workshops of another day are not today's") {
  const auto early = body_on<screens::ProgramView>(before(3), ScreenId::program, Language::english, "zellige");
  CHECK(holds(early.today_title.text, "In 3 days"));
  CHECK_FALSE(early.today.empty());
  const auto late = body_on<screens::ProgramView>(kMonthsLater, ScreenId::program, Language::english, "zellige");
  CHECK(late.today.empty());
  CHECK_FALSE(holds(late.today_none.text, "today"));
}
