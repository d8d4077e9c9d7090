#include "locale/time_zone.h"

#include <unicode/timezone.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

#include "base/file.h"
#include "base/format.h"
#include "locale/icu_support.h"
#include "locale/tzif.h"

namespace kiosk::locale {
namespace {

std::string zone_folder() {
  const char* folder = std::getenv("TZDIR");
  return folder != nullptr && *folder != '\0' ? folder : "/usr/share/zoneinfo";
}

// "Continent/City": nothing that leads out of the folder, and none of the other files in it.
bool is_zone_name(const std::string& zone) {
  const auto is_allowed = [](char one) {
    return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z') || (one >= '0' && one <= '9') || one == '_' || one == '+' || one == '-' || one == '/';
  };
  return !zone.empty() && zone.front() >= 'A' && zone.front() <= 'Z' && std::all_of(zone.begin(), zone.end(), is_allowed);
}

std::optional<ZoneFile> read_zone(const std::string& folder, const std::string& zone) {
  if (!is_zone_name(zone)) return std::nullopt;
  constexpr std::size_t kLimit = 256U << 10U;
  const auto bytes = base::read_file(folder + "/" + zone, kLimit);
  return bytes ? ZoneFile::parse(*bytes) : std::nullopt;
}

// The zone last asked for, kept because the clock on screen asks for the same one every minute.
const std::optional<ZoneFile>& system_zone(const std::string& zone) {
  struct Kept {
    std::string folder;
    std::string zone;
    std::optional<ZoneFile> file;
  };
  thread_local Kept kept;
  if (std::string folder = zone_folder(); kept.zone != zone || kept.folder != folder) {
    kept.file = read_zone(folder, zone);
    kept.zone = zone;
    kept.folder = std::move(folder);
  }
  return kept.file;
}

const icu::TimeZone& built_in_zone(const std::string& id) {
  struct Kept {
    std::string id;
    std::unique_ptr<icu::TimeZone> zone;
  };
  thread_local Kept kept;
  if (!kept.zone || kept.id != id) {
    kept.zone.reset(icu::TimeZone::createTimeZone(to_icu(id)));
    kept.id = id;
  }
  return *kept.zone;
}

std::chrono::seconds built_in_offset(base::WallTime time, const std::string& zone) {
  const auto since_epoch = std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch();
  std::int32_t raw = 0;
  std::int32_t daylight = 0;
  UErrorCode status = U_ZERO_ERROR;
  built_in_zone(zone).getOffset(static_cast<double>(since_epoch.count()), false, raw, daylight, status);
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::milliseconds(raw) + std::chrono::milliseconds(daylight));
}

bool is_built_in(const std::string& zone) {
  icu::UnicodeString canonical;
  UBool is_system = false;
  UErrorCode status = U_ZERO_ERROR;
  icu::TimeZone::getCanonicalID(to_icu(zone), canonical, is_system, status);
  return U_SUCCESS(status) && is_system && canonical != UNICODE_STRING_SIMPLE("Etc/Unknown");
}

}  // namespace

std::chrono::seconds offset_at(base::WallTime time, const std::string& zone) {
  if (const auto& system = system_zone(zone)) return system->offset_at(std::chrono::floor<std::chrono::seconds>(time));
  return built_in_offset(time, zone);
}

bool is_time_zone(const std::string& zone) { return is_built_in(zone) || system_zone(zone).has_value(); }

std::string country_of_time_zone(const std::string& zone) {
  std::array<char, 4> region{};
  UErrorCode status = U_ZERO_ERROR;
  const auto length = icu::TimeZone::getRegion(to_icu(zone), region.data(), static_cast<std::int32_t>(region.size()), status);
  return U_SUCCESS(status) ? std::string(region.data(), static_cast<std::size_t>(length)) : std::string();
}

std::optional<ZoneDoubt> zone_doubt(const std::string& zone, base::WallTime from) {
  const auto& system = system_zone(zone);
  if (!system) return ZoneDoubt{zone, std::nullopt, built_in_offset(from, zone)};
  // A zone that is younger than ICU's tables has nothing to be compared with.
  if (!is_built_in(zone)) return std::nullopt;
  for (int hour = 0; hour < 24; ++hour) {
    const base::WallTime at = from + std::chrono::hours(hour);
    const std::chrono::seconds there = offset_at(at, zone);
    const std::chrono::seconds here = built_in_offset(at, zone);
    if (there != here) return ZoneDoubt{zone, there, here};
  }
  return std::nullopt;
}

base::Phrase describe(const ZoneDoubt& doubt, const Messages& messages, base::Language language) {
  const auto offset = [](std::chrono::seconds value) { return isolate_left_to_right("UTC" + format_offset(value)); };
  const std::string zone = isolate_left_to_right(doubt.zone);
  if (!doubt.system) return messages.format("staff.zone_missing", language, {{"zone", zone}, {"built_in", offset(doubt.built_in)}});
  return messages.format("staff.zone_differs", language, {{"zone", zone}, {"system", offset(*doubt.system)}, {"built_in", offset(doubt.built_in)}});
}

std::string format_offset(std::chrono::seconds offset) {
  const auto minutes = std::chrono::abs(std::chrono::duration_cast<std::chrono::minutes>(offset)).count();
  return fmt::format("{}{:02}:{:02}", offset.count() < 0 ? "−" : "+", minutes / 60, minutes % 60);
}

}  // namespace kiosk::locale
