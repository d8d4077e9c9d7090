#include "store/purge_guard.h"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "base/format.h"

namespace kiosk::store {
namespace {

constexpr const char* kNamedGuest = "(name <> '' OR organisation <> '' OR school <> '')";

base::Result<std::int64_t> counted(Database& database, const std::string& sql, std::initializer_list<base::WallTime> times) {
  Statement count(database, sql.c_str());
  for (const base::WallTime time : times) count.bind(unix_seconds(time));
  if (const auto row = count.step(); !row) return tl::make_unexpected(row.error());
  return count.number(0);
}

}  // namespace

std::string_view reason(model::PurgeDoubt doubt) {
  using model::PurgeDoubt;
  switch (doubt) {
    case PurgeDoubt::clock_before_program: return "the clock says a time before this program was made";
    case PurgeDoubt::clock_before_records: return "the clock says a time before the newest lead, guest or backup";
    case PurgeDoubt::clock_leapt: return "the clock says weeks after the kiosk last ran";
    case PurgeDoubt::saved_by_wrong_clock: return "some were saved while the clock was wrong";
    case PurgeDoubt::event_day: return "they were left on the event's own day";
    case PurgeDoubt::most_rows: return "that is most of what there is";
    case PurgeDoubt::none: break;
  }
  return {};
}

base::Result<model::PurgeQuestion> question_of_purge(Database& copy, base::WallTime before, const std::optional<EventDay>& event, model::PurgeDoubt clock) {
  using model::PurgeDoubt;
  const std::string guests = fmt::format("SELECT count(*) FROM guests WHERE {}", kNamedGuest);
  const auto leads_going = counted(copy, "SELECT count(*) FROM leads WHERE at < ?", {before});
  const auto guests_going = counted(copy, guests + " AND at < ?", {before});
  const auto leads_in_all = counted(copy, "SELECT count(*) FROM leads", {});
  const auto guests_in_all = counted(copy, guests, {});
  const auto impossible = counted(copy, "SELECT count(*) FROM leads WHERE at < ?", {std::min(before, kFirstKiosk)});
  for (const auto* one : {&leads_going, &guests_going, &leads_in_all, &guests_in_all, &impossible}) {
    if (!*one) return tl::make_unexpected(one->error());
  }
  model::PurgeQuestion question{clock, static_cast<int>(*leads_going), static_cast<int>(*guests_going), before, {}};
  if (!question.any() || clock != PurgeDoubt::none) return question;
  if (*impossible > 0) question.doubt = PurgeDoubt::saved_by_wrong_clock;
  if (question.doubt == PurgeDoubt::none && event) {
    const base::WallTime ends = std::min(event->ends, before);
    const auto of_event = counted(copy, fmt::format("SELECT (SELECT count(*) FROM leads WHERE at >= ?1 AND at < ?2) + (SELECT count(*) FROM guests WHERE at >= ?1 AND at < ?2 AND {})", kNamedGuest), {event->begins, ends});
    if (!of_event) return tl::make_unexpected(of_event.error());
    if (*of_event > 0) question.doubt = PurgeDoubt::event_day;
  }
  const bool most = 2 * (*leads_going + *guests_going) > *leads_in_all + *guests_in_all;
  if (question.doubt == PurgeDoubt::none && most) question.doubt = PurgeDoubt::most_rows;
  return question;
}

}  // namespace kiosk::store
