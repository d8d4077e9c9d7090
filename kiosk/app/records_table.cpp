#include "app/records_table.h"

#include <unistd.h>

#include <memory>
#include <utility>

#include "store/read_leads.h"
#include "store/records.h"
#include "store/tour_seats.h"

namespace kiosk::app {
namespace {

base::Result<exporters::Table> lead_table(const std::filesystem::path& data, const exporters::Wording& wording, std::chrono::year_month_day today) {
  auto opened = store::LeadReader::open(data, today);
  if (!opened) return tl::make_unexpected(opened.error());
  // Shared, because a std::function must be copyable.
  const auto reader = std::make_shared<store::LeadReader>(std::move(*opened));
  auto purposes = reader->purposes();
  if (!purposes) return tl::make_unexpected(purposes.error());
  return exporters::lead_table({std::move(*purposes), [reader] { return reader->next(); }}, wording, today);
}

}  // namespace

base::Result<exporters::Table> records_table(model::ExportWhat what, const std::filesystem::path& data, const exporters::Wording& wording, base::WallTime now) {
  switch (what) {
    case model::ExportWhat::leads: return lead_table(data, wording, locale::local_time(now, wording.catalogue.event.time_zone).date);
    case model::ExportWhat::guests: {
      const auto guests = store::read_guests(data);
      if (!guests) return tl::make_unexpected(guests.error());
      return exporters::guest_table(*guests, wording);
    }
    case model::ExportWhat::seats: break;
  }
  const auto tickets = store::read_tour_seats(data);
  if (!tickets) return tl::make_unexpected(tickets.error());
  return exporters::seat_table(*tickets, wording);
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
