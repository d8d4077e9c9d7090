// event.toml: the open day itself, the notice of law 09-08 and the screen.
#include <algorithm>

#include "base/format.h"
#include "content/readers.h"
#include "content/table_reader.h"
#include "content/written_values.h"
#include "locale/phone_numbers.h"
#include "locale/time_zone.h"

namespace kiosk::content {
namespace {

const Choices<base::Language>& language_choices() {
  static const Choices<base::Language> choices = [] {
    Choices<base::Language> list;
    for (base::Language language : base::kLanguages) list.emplace_back(base::code(language), language);
    return list;
  }();
  return choices;
}

std::optional<std::chrono::year_month_day> read_day(Draft& draft, TableReader& reader) {
  constexpr std::string_view example = "\"today\", or a date without quotes such as 2025-09-22";
  const Node* date = reader.any("date", Need::optional, example);
  if (!date || (date->kind == NodeKind::text && date->text == "today")) return std::nullopt;
  if (date->kind == NodeKind::date) return date->date;
  if (date->kind == NodeKind::text) {
    const auto meant = read_date(date->text);
    // As TOML writes it, within quotes, it can only be one day.
    if (meant && written_date(*meant) == date->text) return meant;
    draft.issues.error(reader.place_of("date"), fmt::format("'{}' is not a date", date->text),
                       meant ? fmt::format("Write the date as year-month-day: date = {}", written_date(*meant)) : fmt::format("Write date = {}", example));
  } else {
    reader.refuse_kind("date", *date, "a date", example);
  }
  return std::nullopt;
}

void read_fallback(TableReader& reader, std::vector<base::Language>& fallback) {
  std::vector<base::Language> order;
  std::vector<std::string_view> codes;
  for (base::Language language : base::kLanguages) codes.push_back(base::code(language));
  for (const Node* item : reader.texts("fallback", Need::optional)) {
    const auto language = base::language_from_code(item->text);
    if (!language) {
      reader.refuse_choice(reader.place_of(*item), "fallback", item->text, codes);
    } else if (std::find(order.begin(), order.end(), *language) == order.end()) {
      order.push_back(*language);
    }
  }
  if (!order.empty()) fallback = std::move(order);
}

// Where it is not said, the time zone knows it.
void read_country(Draft& draft, TableReader& reader, model::Event& event) {
  const std::string written = reader.word("country", Need::optional);
  if (written.empty()) {
    const std::string of_zone = locale::country_of_time_zone(event.time_zone);
    if (locale::is_country(of_zone)) event.country = of_zone;
  } else if (locale::is_country(written)) {
    event.country = written;
  } else {
    draft.issues.error(reader.place_of("country"), fmt::format("'{}' is not the code of a country", written),
                       "Write its two capital letters, as country = \"MA\" for Morocco or \"FR\" for France.");
  }
}

void read_event_table(Draft& draft, const Node& table) {
  draft.is_event_read = true;
  model::Event& event = draft.content.catalogue.event;
  TableReader reader(draft, "event.toml", table, "event");
  event.name = reader.local_text("name", Need::required);
  event.slogan = reader.local_text("slogan", Need::optional);
  event.organiser = reader.local_text("organiser", Need::optional);
  event.demo_line = reader.local_text("demo_line", Need::optional);
  event.registration = reader.local_text("registration", Need::optional);
  event.url = reader.word("url", Need::optional);
  if (!event.url.empty() && !event.url.starts_with("https://") && !event.url.starts_with("http://")) {
    draft.issues.error(reader.place_of("url"), fmt::format("'{}' is not the address of a page", event.url), "Write it whole, as url = \"https://…\".");
  }
  event.date = read_day(draft, reader);
  if (event.date) draft.content.day_place = reader.place_of("date");
  if (const std::string zone = reader.word("time_zone", Need::optional); !zone.empty()) {
    if (locale::is_time_zone(zone)) {
      event.time_zone = zone;
    } else {
      draft.issues.error(reader.place_of("time_zone"), fmt::format("'{}' is not a time zone", zone),
                         "Write time_zone = \"Africa/Casablanca\", or another continent/city name.");
    }
  }
  read_country(draft, reader, event);
  read_fallback(reader, event.fallback);
  event.first_language = reader.choice("first_language", language_choices(), event.first_language, Need::optional);
  reader.finish();
}

// An item that is missing stops nothing: visitors browse, and nobody may leave a contact until it is there (law 09-08, art. 5).
void read_notice_table(Draft& draft, const Node& table) {
  model::Notice& notice = draft.content.catalogue.notice;
  TableReader reader(draft, "event.toml", table, "notice");
  notice.controller = reader.local_text("controller", Need::optional);
  notice.purposes = reader.local_text("purposes", Need::optional);
  notice.recipients = reader.local_text("recipients", Need::optional);
  notice.rights = reader.local_text("rights", Need::optional);
  notice.retention = reader.local_text("retention", Need::optional);
  notice.mandatory = reader.local_text("mandatory", Need::optional);
  notice.authorisation = reader.local_text("authorisation", Need::optional);
  notice.version = reader.word("version", Need::optional);
  constexpr int kTenYears = 3650;
  notice.keep_days = reader.integer("keep_days", 1, kTenYears, Need::optional).value_or(notice.keep_days);
  notice.status = reader.status();
  reader.finish();
  if (notice.version.empty()) {
    draft.issues.lack(Severity::warning, reader.place(), "the notice has no name of its own; consents are stored with its hash alone", "Write version = \"2025-09\", and another when you change the texts.");
  }
  for (const std::string_view item : notice.missing()) {
    draft.issues.lack(Severity::warning, reader.place(), fmt::format("the notice lacks '{}'; without it nobody may leave a contact (law 09-08, art. 5)", item),
                      fmt::format("Write [notice.{}] with the text in each language.", item));
  }
}

void read_interest_table(Draft& draft, const Node& table) {
  model::InterestRules& rules = draft.content.catalogue.interest;
  TableReader reader(draft, "event.toml", table, "interest");
  constexpr int kYoungestAdult = 15;
  constexpr int kOldestAdult = 21;
  constexpr int kOldest = 99;
  rules.adult_age = reader.integer("adult_age", kYoungestAdult, kOldestAdult, Need::optional).value_or(rules.adult_age);
  for (const Node* one : reader.tables("age_band")) {
    TableReader band_reader(draft, "event.toml", *one, "age band");
    model::AgeBand band;
    band.id = band_reader.id(Thing::age_band);
    band.from = band_reader.integer("from", 0, kOldest, Need::required).value_or(0);
    band.to = band_reader.integer("to", 1, kOldest, Need::optional).value_or(0);
    if (band.to != 0 && band.to < band.from) draft.issues.error(band_reader.place_of("to"), "'to' is smaller than 'from'", "Swap the two.");
    band_reader.finish();
    draft.age_band_places.push_back(band_reader.place());
    rules.age_bands.push_back(std::move(band));
  }
  reader.finish();
}

}  // namespace

void read_event(Draft& draft) {
  const auto root = read_document(draft, "event.toml", Presence::required, "the kiosk does not know what day it serves");
  if (!root) return;
  TableReader reader(draft, "event.toml", *root, "file");
  if (const Node* table = reader.table("event", Need::required)) read_event_table(draft, *table);
  if (const Node* table = reader.table("screen", Need::optional)) {
    TableReader screen(draft, "event.toml", *table, "screen");
    double& diagonal = draft.content.catalogue.event.screen_diagonal_inches;
    diagonal = screen.number("diagonal_inches", 5, 200).value_or(diagonal);
    screen.finish();
  }
  if (const Node* table = reader.table("notice", Need::optional)) {
    read_notice_table(draft, *table);
  } else if (!root->find("notice")) {
    draft.issues.warn(reader.place(), "there is no [notice]; without it nobody may leave their interest (law 09-08, art. 5)",
                      "Add [notice] with its keys as README.md shows.");
  }
  if (const Node* table = reader.table("interest", Need::optional)) read_interest_table(draft, *table);
  reader.finish();
}

void read_attract(Draft& draft) {
  const auto root = read_document(draft, "attract.toml", Presence::expected, "nothing draws people in");
  if (!root) return;
  TableReader file(draft, "attract.toml", *root, "file");
  for (const Node* table : file.tables("slide")) {
    TableReader reader(draft, "attract.toml", *table, "slide");
    model::Slide slide;
    slide.kind = reader.choice<model::SlideKind>("kind",
                                                 {{"welcome", model::SlideKind::welcome},
                                                  {"family", model::SlideKind::family},
                                                  {"next_workshop", model::SlideKind::next_workshop},
                                                  {"figure", model::SlideKind::figure},
                                                  {"institutes", model::SlideKind::institutes}},
                                                 slide.kind, Need::required);
    slide.family =
        reader.reference("family", Thing::family, slide.kind == model::SlideKind::family ? Need::required : Need::optional);
    slide.figure = reader.reference("figure", Thing::figure, slide.kind == model::SlideKind::figure ? Need::required : Need::optional);
    slide.language = reader.choice("language", language_choices(), slide.language, Need::optional);
    slide.duration = std::chrono::seconds(
        reader.integer("seconds", 3, 120, Need::optional).value_or(static_cast<int>(slide.duration.count())));
    reader.finish();
    draft.content.catalogue.slides.push_back(std::move(slide));
  }
  file.finish();
}

}  // namespace kiosk::content
