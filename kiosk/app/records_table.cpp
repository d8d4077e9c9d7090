#include "app/records_table.h"

#include <unistd.h>

#include <utility>

#include "store/records.h"

namespace kiosk::app {

base::Result<exporters::Table> records_table(model::ExportWhat what, const std::filesystem::path& data, const exporters::Wording& wording, base::WallTime now) {
  if (what == model::ExportWhat::leads) {
    auto leads = store::read_leads(data);
    if (!leads) return tl::make_unexpected(leads.error());
    return exporters::lead_table(std::move(*leads), wording, locale::local_time(now, wording.catalogue.event.time_zone).date);
  }
  const auto guests = store::read_guests(data);
  if (!guests) return tl::make_unexpected(guests.error());
  return exporters::guest_table(*guests, wording);
}

std::filesystem::path scratch_folder(const std::filesystem::path& data) {
  constexpr std::uintmax_t kPlenty = std::uintmax_t{256} << 20U;
  const std::filesystem::path memory = "/dev/shm";
  std::error_code failed;
  const auto room = std::filesystem::space(data, failed);
  const bool usable = !failed && room.available >= kPlenty && ::access(data.c_str(), W_OK) == 0;
  return usable || !std::filesystem::is_directory(memory, failed) ? data : memory;
}

}  // namespace kiosk::app
