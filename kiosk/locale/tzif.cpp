#include "locale/tzif.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace kiosk::locale {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::sys_seconds;

// Big-endian numbers one after the other; `ok` turns false instead of reading beyond the end.
class BigEndianReader {
 public:
  explicit BigEndianReader(std::string_view bytes) : bytes_(bytes) {}

  std::int64_t number(std::size_t size) {
    const std::string_view taken = take(size);
    std::uint64_t value = 0;
    for (const char byte : taken) value = value << 8U | static_cast<unsigned char>(byte);
    if (size == 4) return static_cast<std::int32_t>(value);
    return static_cast<std::int64_t>(value);
  }
  std::string_view take(std::size_t size) {
    ok = ok && size <= bytes_.size();
    if (!ok) return {};
    const std::string_view taken = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return taken;
  }
  std::string_view rest() const { return bytes_; }

  bool ok = true;

 private:
  std::string_view bytes_;
};

struct Header {
  char version = 0;
  std::size_t ut_marks = 0;
  std::size_t standard_marks = 0;
  std::size_t leaps = 0;
  std::size_t times = 0;
  std::size_t types = 0;
  std::size_t characters = 0;
};

std::optional<Header> read_header(BigEndianReader& reader) {
  if (reader.take(4) != "TZif") return std::nullopt;
  Header header;
  header.version = static_cast<char>(reader.number(1));
  reader.take(15);
  for (std::size_t* count : {&header.ut_marks, &header.standard_marks, &header.leaps, &header.times, &header.types, &header.characters}) {
    constexpr std::int64_t kMost = 1 << 16;
    const std::int64_t read = reader.number(4);
    if (read < 0 || read > kMost) return std::nullopt;
    *count = static_cast<std::size_t>(read);
  }
  if (!reader.ok || header.types == 0) return std::nullopt;
  return header;
}

constexpr std::size_t kTypeBytes = 6;

}  // namespace

class PosixZone::Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  std::optional<PosixZone> zone() {
    PosixZone zone;
    zone.standard_ = name() ? -clock(kMostOffsetHours) : fail();
    if (at_end()) return checked(zone);
    zone.daylight_ = zone.standard_ + hours(1);
    if (!name()) fail();
    if (!at_end() && text_.front() != ',') zone.daylight_ = -clock(kMostOffsetHours);
    zone.daylight_begins_ = change();
    zone.daylight_ends_ = change();
    return checked(zone);
  }

 private:
  static constexpr int kMostOffsetHours = 24;
  static constexpr int kMostRuleHours = 167;  // RFC 9636, 3.3.1: a change may be days before or after its day

  bool at_end() const { return text_.empty(); }
  seconds fail() {
    ok_ = false;
    return {};
  }
  std::optional<PosixZone> checked(const PosixZone& zone) const { return ok_ && at_end() ? std::optional(zone) : std::nullopt; }

  bool skip(char wanted) {
    if (at_end() || text_.front() != wanted) return false;
    text_.remove_prefix(1);
    return true;
  }
  // "CET" or "<+01>": three characters at least.
  bool name() {
    constexpr std::size_t kShortest = 3;
    const bool quoted = skip('<');
    std::size_t size = 0;
    const auto is_letter = [](char one) { return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z'); };
    const auto is_quotable = [&](char one) { return is_letter(one) || (one >= '0' && one <= '9') || one == '+' || one == '-'; };
    while (size < text_.size() && (quoted ? is_quotable(text_[size]) : is_letter(text_[size]))) ++size;
    text_.remove_prefix(size);
    return size >= kShortest && (!quoted || skip('>'));
  }
  int number(int least, int most) {
    int value = 0;
    std::size_t size = 0;
    while (size < text_.size() && size < 3 && text_[size] >= '0' && text_[size] <= '9') value = value * 10 + (text_[size++] - '0');
    text_.remove_prefix(size);
    ok_ = ok_ && size > 0 && value >= least && value <= most;
    return ok_ ? value : least;
  }
  // "-1", "2", "+3:30:15".
  seconds clock(int most_hours) {
    const bool negative = skip('-');
    if (!negative) skip('+');
    seconds value = hours(number(0, most_hours));
    constexpr int kMostPart = 59;
    if (skip(':')) value += std::chrono::minutes(number(0, kMostPart));
    if (skip(':')) value += seconds(number(0, kMostPart));
    return negative ? -value : value;
  }
  Change change() {
    Change change;
    if (!skip(',')) fail();
    if (skip('M')) {
      change.kind = Change::Kind::month_week_day;
      change.month = number(1, 12);
      if (!skip('.')) fail();
      change.week = number(1, 5);
      if (!skip('.')) fail();
      change.day = number(0, 6);
    } else if (skip('J')) {
      change.kind = Change::Kind::day_without_leap;
      change.day = number(1, 365);
    } else {
      change.day = number(0, 365);
    }
    if (skip('/')) change.time = clock(kMostRuleHours);
    return change;
  }

  std::string_view text_;
  bool ok_ = true;
};

std::optional<PosixZone> PosixZone::parse(std::string_view text) { return Parser(text).zone(); }

// The change by the local clock, as if that were UTC.
sys_seconds PosixZone::Change::local_in(std::chrono::year year) const {
  constexpr int kLastWeek = 5;
  constexpr int kFirstAfterLeapDay = 60;  // 1 March, where 29 February is never counted
  const sys_days first = year / std::chrono::January / 1;
  switch (kind) {
    case Kind::month_week_day: {
      const auto in_month = year / std::chrono::month(static_cast<unsigned>(month));
      const std::chrono::weekday weekday(static_cast<unsigned>(day));
      const sys_days found = week == kLastWeek ? sys_days(in_month / weekday[std::chrono::last]) : sys_days(in_month / weekday[static_cast<unsigned>(week)]);
      return found + time;
    }
    case Kind::day_without_leap: return first + days(day - 1 + (year.is_leap() && day >= kFirstAfterLeapDay ? 1 : 0)) + time;
    case Kind::day_of_year: break;
  }
  return first + days(day) + time;
}

seconds PosixZone::offset_at(sys_seconds at) const {
  if (!daylight_begins_) return standard_;
  const std::chrono::year year = std::chrono::year_month_day(std::chrono::floor<days>(at + standard_)).year();
  // A change's time may lie days outside its year, so the neighbours are looked at too. Where summer time ends and begins at one instant it is
  // all year, and it goes on.
  sys_seconds last = sys_seconds::min();
  bool daylight = false;
  for (const auto of : {year - std::chrono::years(1), year, year + std::chrono::years(1)}) {
    const sys_seconds begins = daylight_begins_->local_in(of) - standard_;
    const sys_seconds ends = daylight_ends_.local_in(of) - daylight_;
    if (ends <= at && ends > last) {
      last = ends;
      daylight = false;
    }
    if (begins <= at && begins >= last) {
      last = begins;
      daylight = true;
    }
  }
  return daylight ? daylight_ : standard_;
}

std::optional<ZoneFile> ZoneFile::parse(std::string_view bytes) {
  BigEndianReader reader(bytes);
  const auto old = read_header(reader);
  if (!old || old->version < '2') return std::nullopt;
  // The 32-bit data, for readers of 1986.
  reader.take(old->times * 5 + old->types * kTypeBytes + old->characters + old->leaps * 8 + old->standard_marks + old->ut_marks);
  const auto header = read_header(reader);
  if (!header || header->leaps != 0) return std::nullopt;

  ZoneFile zone;
  for (std::size_t i = 0; i < header->times; ++i) zone.changes_.push_back({sys_seconds(seconds(reader.number(8))), {}});
  const std::string_view types_of_changes = reader.take(header->times);
  std::vector<seconds> offsets;
  for (std::size_t i = 0; i < header->types; ++i) {
    offsets.emplace_back(reader.number(4));
    reader.take(kTypeBytes - 4);
    constexpr hours kMostOffset{26};  // RFC 9636, 3.2: between −25 and +26 hours
    if (std::chrono::abs(offsets.back()) > kMostOffset) return std::nullopt;
  }
  reader.take(header->characters + header->standard_marks + header->ut_marks);
  if (!reader.ok) return std::nullopt;
  zone.first_ = offsets.front();
  for (std::size_t i = 0; i < zone.changes_.size(); ++i) {
    const auto type = static_cast<unsigned char>(types_of_changes[i]);
    if (type >= offsets.size() || (i > 0 && zone.changes_[i].at <= zone.changes_[i - 1].at)) return std::nullopt;
    zone.changes_[i].offset = offsets[type];
  }
  const std::string_view footer = reader.rest();
  if (footer.size() < 2 || footer.front() != '\n' || footer.back() != '\n') return std::nullopt;
  if (footer.size() == 2) return zone;
  zone.later_ = PosixZone::parse(footer.substr(1, footer.size() - 2));
  return zone.later_ ? std::optional(zone) : std::nullopt;
}

seconds ZoneFile::offset_at(sys_seconds at) const {
  const auto next = std::upper_bound(changes_.begin(), changes_.end(), at, [](sys_seconds time, const Change& change) { return time < change.at; });
  if (next == changes_.end() && later_) return later_->offset_at(at);
  return next == changes_.begin() ? first_ : std::prev(next)->offset;
}

}  // namespace kiosk::locale
